//! `kaigiroku/speech` version 1: one speech a line, for programs that take many meetings at once. A public
//! contract, told in `docs/json.md`.
//!
//! Newline-delimited JSON: each line is one object (RFC 8259) and ends in LF. Keys that `kaigiroku/minutes` has, too,
//! mean the same here. Every line stands alone, so that lines can be parted, mixed and sorted; what belongs to
//! the meeting is on each. Every line has every key.
//!
//! May live here: keys and their order. May not: what of a meeting is known from elsewhere ([`Card`]).

use super::json::{Ruler, agenda_id, topic_id};
use super::json_text::Json;
use super::sheet::Sheet;
use super::{Selection, speech_id};
use crate::insight::{Insight, SpeechKind};
use crate::model::Minutes;
use crate::search::Folded;

/// What is known of a meeting beside its minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// By which name it is known everywhere.
    pub key: String,
    /// Who met.
    pub council: Option<String>,
    /// 年度, from April to March.
    pub fiscal_year: Option<u16>,
    /// 回.
    pub session: Option<u32>,
    /// The file it was read from, as it was named.
    pub source: String,
}

/// The selected speeches, a line each. With `folded` the words are there a second time as a search compares them, in
/// paragraphs that end in LF: what is found in a paragraph of the one is found in that of the other.
pub fn write(minutes: &Minutes, selection: &Selection, card: &Card, folded: bool) -> String {
    let sheet = Sheet::new(minutes, selection);
    let ruler = Ruler::of(&minutes.source);
    let kinds = Insight::new(minutes).kinds;
    let title = minutes.title.as_ref().map(|title| sheet.prose(title));
    let items = minutes.agenda_items();
    let mut out = String::new();
    for speech in selection.speeches(minutes) {
        let mut json = Json::default();
        json.open('{');
        json.pair("format", "kaigiroku/speech");
        json.pair_number("version", 1);
        json.pair("meeting", &card.key);
        json.pair_opt("title", title.as_deref());
        json.pair_opt("council", card.council.as_deref());
        json.pair_opt("date", minutes.meeting.date.as_ref().map(|date| date.date.iso()).as_deref());
        number_opt(&mut json, "fiscal_year", card.fiscal_year.map(usize::from));
        number_opt(&mut json, "session", card.session.map(|session| session as usize));
        json.pair("source", &card.source);
        json.pair("id", &speech_id(speech.id));
        json.pair("label", &sheet.prose(&speech.printed));
        json.pair_opt("by", sheet.name(speech));
        json.pair("role", speech.role.key());
        json.pair("kind", "speech");
        json.pair("confidence", minutes.speech_confidence(speech).key());
        let act = kinds.get(speech.id.idx()).copied().flatten();
        json.pair_opt("act", act.map(|SpeechKind { kind, .. }| kind.key()));
        let topic = speech.topic.and_then(|id| minutes.topic(id));
        json.pair_opt("topic", topic.map(|topic| topic_id(topic.id)).as_deref());
        json.pair_opt("topic_heading", topic.map(|topic| sheet.prose(&topic.heading)).as_deref());
        let taken_up = topic.map(|topic| topic.agenda.as_slice()).unwrap_or_default();
        json.key_open("agenda", '[');
        taken_up.iter().for_each(|&id| json.text(&agenda_id(id)));
        json.close(']');
        json.key_open("agenda_headings", '[');
        for (_, item) in items.iter().filter(|(_, item)| taken_up.contains(&item.id)) {
            json.text(&sheet.prose(&item.heading));
        }
        json.close(']');
        let texts: Vec<String> = speech.paragraphs.iter().map(|prose| sheet.prose(prose)).collect();
        json.pair("text", &texts.join("\n"));
        if folded {
            let folded = speech.paragraphs.iter().map(|prose| Folded::of_prose(sheet.source, prose));
            let folded: Vec<String> = folded.map(|folded| folded.text().to_owned()).collect();
            json.pair("folded", &folded.join("\n"));
        }
        ruler.write(speech.range, &mut json);
        json.close('}');
        out.push_str(&json.into_string());
        out.push('\n');
    }
    out
}

fn number_opt(json: &mut Json, key: &str, number: Option<usize>) {
    match number {
        Some(number) => json.pair_number(key, number),
        None => json.pair_opt(key, None),
    }
}
