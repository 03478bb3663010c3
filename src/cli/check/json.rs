//! `kaigiroku/check` version 1: what was found, as one JSON document, a public contract told in `docs/json.md`.
//!
//! May live here: keys and their order. May not: what is found.

use super::{Layout, Sum};
use crate::cli::input::Text;
use crate::cli::place::Place;
use crate::cli::remark::{Columns, Remark, remarks};
use crate::cli::unread::Unread;
use crate::diagnostics::Lang;
use crate::export::json_text;
use crate::import::Container;
use crate::read::Kind;

/// Writes the document file by file, so that it need not fit the memory.
#[derive(Default)]
pub(super) struct Json {
    n_written: usize,
}

impl Layout for Json {
    fn begin(&mut self) -> String {
        "{\"format\":\"kaigiroku/check\",\"version\":1,\"files\":[".to_owned()
    }

    fn text(&mut self, text: &Text) -> String {
        self.file(&text.place, |json| {
            json.pair("kind", kind(text));
            json.pair_opt("encoding", text.encoding.map(|encoding| encoding.name()));
            json.pair_number("speeches", text.minutes.speeches.len());
            json.key_open("diagnostics", '[');
            let mut columns = Columns::of(&text.minutes.source);
            for remark in remarks(text) {
                diagnostic(&remark, text, &mut columns, json);
            }
            json.close(']');
            json.key("error");
            json.null();
        })
    }

    fn unread(&mut self, unread: &Unread) -> String {
        self.file(&unread.place, |json| {
            for key in ["kind", "encoding", "speeches"] {
                json.key(key);
                json.null();
            }
            json.key_open("diagnostics", '[');
            json.close(']');
            json.key_open("error", '{');
            json.pair("code", unread.reason.code());
            json.key("line");
            match unread.line() {
                Some(line) => json.number(line),
                None => json.null(),
            }
            message(json, |lang| unread.reason.message(lang));
            json.close('}');
        })
    }

    fn end(&mut self, sum: &Sum) -> String {
        let mut json = json_text::Json::default();
        json.open('{');
        json.pair_number("files", sum.n_files);
        json.pair_number("speeches", sum.n_speeches);
        json.pair_number("warnings", sum.n_warnings);
        json.pair_number("infos", sum.n_infos);
        json.pair_number("errors", sum.n_errors);
        json.close('}');
        format!("\n],\"summary\":{}}}\n", json.into_string())
    }
}

impl Json {
    fn file(&mut self, place: &Place, fill: impl FnOnce(&mut json_text::Json)) -> String {
        let mut json = json_text::Json::default();
        json.open('{');
        json.pair("path", &place.key());
        fill(&mut json);
        json.close('}');
        let comma = if self.n_written == 0 { "" } else { "," };
        self.n_written += 1;
        format!("{comma}\n{}", json.into_string())
    }
}

fn diagnostic(remark: &Remark, text: &Text, columns: &mut Columns, json: &mut json_text::Json) {
    let range = remark.range(text);
    json.open('{');
    json.pair("code", remark.code());
    json.pair("severity", remark.severity().key());
    let column = range.filter(|_| remark.has_words()).map(|range| columns.at(range.start));
    for (key, number) in [("line", remark.line()), ("column", column)] {
        json.key(key);
        match number {
            Some(number) => json.number(number),
            None => json.null(),
        }
    }
    match range {
        Some(range) => {
            json.key_open("range", '[');
            json.number(range.start as usize);
            json.number(range.end as usize);
            json.close(']');
        }
        None => {
            json.key("range");
            json.null();
        }
    }
    json.pair("words", &remark.words(text));
    message(json, |lang| remark.message(lang, text));
    json.close('}');
}

fn message(json: &mut json_text::Json, message: impl Fn(Lang) -> String) {
    json.key_open("message", '{');
    for lang in Lang::ALL {
        json.pair(lang.key(), &message(lang));
    }
    json.close('}');
}

fn kind(text: &Text) -> &'static str {
    match (text.container, text.kind) {
        (Container::Diet, _) => "diet",
        (Container::Bundle, _) => "bundle",
        (Container::Text, Kind::Html) => "html",
        (Container::Text, Kind::Docx) => "docx",
        (Container::Text, Kind::Pdf) => "pdf",
        (Container::Text, _) => "text",
    }
}
