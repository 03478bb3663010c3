//! Findings as a compiler shows them: the sentence, the place, the line with the words underlined.
//!
//! The layout is that of annotate-snippets. Widths are those of a terminal with Japanese letters: full-width
//! letters take two columns, half-width kana one, combining marks none. Letters whose width depends on the
//! surroundings (○ ― … ①) take one, as the common terminals have it; where one is set to two columns, the line
//! below stands off by as many, which is why on a terminal the words themselves are coloured, too.
//!
//! May live here: what of a line is shown. May not: sentences about findings.

use std::ops::Range;

use annotate_snippets::renderer::Renderer;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Snippet};
use unicode_width::UnicodeWidthChar;

use super::{Layout, Sum};
use crate::chars::grouped;
use crate::cli::input::Text;
use crate::cli::place::is_dangerous;
use crate::cli::remark::{Columns, Remark, remarks, without_end};
use crate::cli::streams::read_as;
use crate::cli::unread::Unread;
use crate::diagnostics::{Lang, Severity};
use crate::source::{Source, TextRange};

/// How many findings of a text are shown where not all are asked for.
const N_SHOWN: usize = 50;

/// Findings for people.
pub(super) struct Paint {
    renderer: Renderer,
    lang: Lang,
    has_colours: bool,
    all: bool,
}

impl Paint {
    pub fn new(lang: Lang, has_colours: bool, all: bool) -> Paint {
        let renderer = if has_colours { Renderer::styled() } else { Renderer::plain() };
        // Lines are cut here, by width; the renderer would cut them by the number of letters.
        Paint { renderer: renderer.term_width(usize::MAX / 4), lang, has_colours, all }
    }

    fn pick(&self, ja: impl Into<String>, en: impl Into<String>) -> String {
        if self.lang == Lang::Ja { ja.into() } else { en.into() }
    }

    fn level(&self, severity: Severity) -> Level<'static> {
        let level = match severity {
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::NOTE,
        };
        level.with_name(severity.word(self.lang))
    }

    /// What is about a text as a whole, and shows no line of it.
    fn whole(&self, group: Group) -> String {
        format!("{}\n\n", self.renderer.render(&[group]).replace('\n', "\n "))
    }

    fn remark(&self, remark: &Remark, text: &Text, columns: &mut Columns) -> String {
        let level = self.level(remark.severity());
        let title = level.clone().primary_title(clean(&remark.message(self.lang, text))).id(remark.code());
        let help = remark.help(self.lang).map(|help| {
            let level = Level::HELP.with_name(self.pick("助言", "help"));
            level.message(help)
        });
        let origin = Origin::path(text.place.to_string());
        let Some(range) = remark.range(text) else {
            let origin = match remark.line().filter(|_| !remark.has_words()) {
                Some(line) => origin.line(line),
                None => origin,
            };
            return self.whole(title.element(origin).elements(help));
        };
        let source = &text.minutes.source;
        let line = source.line(range.start);
        let origin = match remark.has_words() {
            true => origin.line(line).char_column(columns.at(range.start)),
            false => origin.line(line),
        };
        let window = Window::of(source, line, range);
        let annotation = match remark.has_words() {
            true => AnnotationKind::Primary.span(window.words).highlight_source(self.has_colours),
            false => AnnotationKind::Visible.span(0..0),
        };
        let last = source.line(range.end.saturating_sub(1).max(range.start));
        let label = (last > line).then(|| self.pick(format!("{last}行目まで"), format!("to line {last}")));
        let snippet = Snippet::source(window.text).line_start(line).annotation(annotation.label(label));
        // The renderer would name the column of the window. The place is laid out before it, and stands under
        // the numbers of lines.
        let head = self.renderer.render(&[title.element(origin)]);
        let body = self.renderer.render(&[Group::with_level(level).element(snippet).elements(help)]);
        let margin = " ".repeat(line.to_string().len());
        format!("{}\n{body}\n\n", head.replace('\n', &format!("\n{margin}")))
    }
}

impl Layout for Paint {
    fn begin(&mut self) -> String {
        String::new()
    }

    fn text(&mut self, text: &Text) -> String {
        let remarks = remarks(text);
        let mut columns = Columns::of(&text.minutes.source);
        let mut out = String::new();
        let chosen = if self.all { remarks.iter().collect() } else { weightiest(&remarks) };
        for remark in &chosen {
            out.push_str(&self.remark(remark, text, &mut columns));
        }
        let place = &text.place;
        let n_more = remarks.len() - chosen.len();
        if n_more > 0 {
            let n_more = grouped(n_more);
            let ja = format!("ほかに{n_more}件あります。--all ですべて示します。");
            let en = format!("{n_more} more; --all shows all.");
            out.push_str(&format!("{place}: {}\n", self.pick(ja, en)));
        }
        let n_speeches = grouped(text.minutes.speeches.len());
        let read_as = match read_as(text) {
            Some((ja, en)) => self.pick(ja, format!("{en} ")),
            None => String::new(),
        };
        let speeches = self.pick(format!("発言は{n_speeches}件です。"), format!("Speeches: {n_speeches}."));
        out.push_str(&format!("{place}: {read_as}{speeches}\n\n"));
        out
    }

    fn unread(&mut self, unread: &Unread) -> String {
        let level = Level::ERROR.with_name(self.pick("エラー", "error"));
        let title = level.primary_title(clean(&unread.reason.message(self.lang))).id(unread.reason.code());
        let origin = Origin::path(unread.place.to_string());
        let origin = match unread.line() {
            Some(line) => origin.line(line),
            None => origin,
        };
        self.whole(title.element(origin))
    }

    fn end(&mut self, sum: &Sum) -> String {
        let [files, speeches, warnings, infos, errors] =
            [sum.n_files, sum.n_speeches, sum.n_warnings, sum.n_infos, sum.n_errors].map(grouped);
        let ja = format!(
            "ファイル{files}件、発言{speeches}件: 要確認{warnings}件、参考{infos}件、エラー{errors}件\n"
        );
        let en = format!(
            "files: {files}, speeches: {speeches}, warnings: {warnings}, notes: {infos}, errors: {errors}\n"
        );
        self.pick(ja, en)
    }
}

/// As many as are shown, in order; warnings before everything else.
fn weightiest<'a, 'b>(remarks: &'b [Remark<'a>]) -> Vec<&'b Remark<'a>> {
    let n_warnings = remarks.iter().filter(|remark| remark.severity() == Severity::Warning).count();
    let mut n_infos_left = N_SHOWN.saturating_sub(n_warnings);
    let is_shown = |remark: &&Remark| match remark.severity() {
        Severity::Warning => true,
        Severity::Info => {
            let is_shown = n_infos_left > 0;
            n_infos_left = n_infos_left.saturating_sub(1);
            is_shown
        }
    };
    remarks.iter().filter(is_shown).take(N_SHOWN).collect()
}

/// What is shown of a line: the words in question and what stands around them.
struct Window {
    text: String,
    /// Where in `text` the words stand, in bytes.
    words: Range<usize>,
}

/// The widest stretch of a line that is shown, in columns.
const N_COLUMNS: usize = 96;

/// The widest stretch of words.
const N_COLUMNS_OF_WORDS: usize = 64;

impl Window {
    /// The window on a line. However long the line is, only as much of it is looked at as is shown.
    fn of(source: &Source, line: usize, range: TextRange) -> Window {
        let whole = without_end(source, line);
        let end = range.end.min(whole.end).max(range.start);
        let slice = |start, end| source.slice(TextRange { start, end });
        let (words, words_width, is_cut) =
            taken(slice(range.start, end).trim_end().chars(), N_COLUMNS_OF_WORDS);
        let around = N_COLUMNS.saturating_sub(words_width);
        let before = || slice(whole.start, range.start).chars().rev();
        let after = || slice(end, whole.end).chars();
        // What one side does not need is the other's.
        let after_width = if is_cut { 0 } else { taken(after(), around).1 };
        let (before, before_width, _) = taken(before(), around.saturating_sub(after_width).max(around / 2));
        let after = match is_cut {
            true => String::new(),
            false => taken(after(), around.saturating_sub(before_width)).0,
        };
        let mut text: String = before.chars().rev().collect();
        let start = text.len();
        text.push_str(&words);
        let end = text.len();
        text.push_str(&after);
        Window { text, words: start..end }
    }
}

/// What stands for what is cut away.
const CUT: char = '…';

/// The letters from the start that fit the width, their width, and whether there are more, for which [`CUT`] stands.
fn taken(letters: impl Iterator<Item = char>, width: usize) -> (String, usize, bool) {
    let mut out = String::new();
    let mut n_columns = 0;
    for c in letters {
        let c = visible(c);
        let more = c.width().unwrap_or(1);
        if n_columns + more > width.saturating_sub(1) {
            out.push(CUT);
            return (out, n_columns + 1, true);
        }
        out.push(c);
        n_columns += more;
    }
    (out, n_columns, false)
}

/// A letter that can be seen and does nothing to a terminal.
fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        '\0'..='\u{1F}' => char::from_u32(c as u32 + 0x2400).unwrap_or('�'),
        '\u{7F}' => '␡',
        '\u{AD}' | '\u{180E}' | '\u{200B}' | '\u{200C}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' => '�',
        c if is_dangerous(c) => '�',
        c => c,
    }
}

fn clean(text: &str) -> String {
    text.chars().map(visible).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::place::Place;
    use crate::import::Container;
    use crate::model::Minutes;
    use crate::read::Kind;

    #[test]
    fn colours_mark_the_words_themselves_and_are_nowhere_else() {
        let shown = |has_colours| {
            let text = Text {
                place: Place::StandardInput,
                minutes: Minutes::of("会議録\n\n開催日時 令和7年3月11日（月）\n\n委員　はい。\n"),
                kind: Kind::Text,
                encoding: None,
                notes: Vec::new(),
                container: Container::Text,
            };
            Paint::new(Lang::Ja, has_colours, false).text(&text)
        };
        assert!(!shown(false).contains('\u{1B}'), "{}", shown(false));
        assert!(
            shown(true).contains("開催日時 \u{1B}[1m\u{1B}[33m令和7年3月11日（月）\u{1B}[0m"),
            "{}",
            shown(true)
        );
    }
}
