//! The JSON of the Diet's minutes: what 国会会議録検索システム answers when asked for one meeting.
//!
//! The answer's shape is kept, so that programs made for it read ours. What a council does not print,
//! such as a session or a page, is `null`.
//!
//! - Every record's `speech` begins with the label in its printed dress (`○委員長　…`). Cut sentences
//!   are joined. A paragraph is a line; those behind the first are indented as the Diet does, and one
//!   further where the paragraph before it ends without a mark: then no reader takes them for one.
//! - Whatever stands between the speeches, headings of topics included, is nobody's words: it is a
//!   record of the speaker 会議録情報, as the head of the minutes is. So everything printed is in one
//!   of the records.
//! - An excerpt keeps the numbers of the whole, leaves out what stands between speeches, and says in
//!   `excerpt` what it is.
//!
//! May live here: keys and the order of records. May not: reading it back (`import`).

use super::json_text::Json;
use super::sheet::{Sheet, with_lf};
use super::{Selection, speech_id};
use crate::chars::ends_sentence;
use crate::model::{Minutes, Narrative, Speech};
use crate::order::sort_by_key;
use crate::source::TextRange;

/// Who the record itself is called where a speaker stands.
pub const RECORD: &str = "会議録情報";

/// The selected speeches, with all that the minutes say of the meeting, on one line.
pub fn write(minutes: &Minutes, selection: &Selection) -> String {
    let sheet = Sheet::new(minutes, selection);
    let mut json = Json::default();
    json.open('{');
    json.pair_number("numberOfRecords", 1);
    json.pair_number("numberOfReturn", 1);
    json.pair_number("startRecord", 1);
    json.pair_opt("nextRecordPosition", None);
    json.key_open("meetingRecord", '[');
    json.open('{');
    let date = minutes.meeting.date.as_ref().map(|date| date.date.iso());
    let link = selection.link.as_deref();
    json.pair_opt("issueID", None);
    json.pair("imageKind", "会議録");
    for unknown in ["searchObject", "session", "nameOfHouse"] {
        json.pair_opt(unknown, None);
    }
    let named = minutes.meeting.name.as_ref().or(minutes.title.as_ref()).map(|name| sheet.prose(name));
    json.pair_opt("nameOfMeeting", named.as_deref());
    json.pair_opt("issue", sheet.issue().as_deref());
    json.pair_opt("date", date.as_deref());
    json.pair_opt("closing", None);
    if let Some(excerpt) = selection.excerpt(minutes) {
        excerpt.write(&mut json);
    }
    json.key_open("speechRecord", '[');
    Records { sheet, json: &mut json, order: 0 }.all();
    json.close(']');
    json.pair_opt("meetingURL", link);
    json.pair_opt("pdfURL", None);
    json.close('}');
    json.close(']');
    json.close('}');
    json.into_string()
}

struct Records<'a> {
    sheet: Sheet<'a>,
    json: &'a mut Json,
    order: usize,
}

impl Records<'_> {
    fn all(&mut self) {
        let minutes = self.sheet.minutes;
        let mut from = 0;
        for speech in &minutes.speeches {
            self.between(from, self.begin(speech));
            from = from.max(speech.range.end);
            if self.sheet.selection.has(speech.id) {
                self.speech(speech);
            }
            self.order += 1;
        }
        self.between(from, self.sheet.source.range().end);
    }

    /// What stands between two speeches, if it is more than space. The first of it is the head.
    fn between(&mut self, start: u32, end: u32) {
        let words = self.sheet.text(TextRange { start, end });
        let is_head = self.order == 0;
        if words.trim().is_empty() {
            return;
        }
        if is_head || !self.sheet.selection.is_excerpt() {
            let lines = with_lf(words);
            let id = ["i", &self.order.to_string()].concat();
            self.record(&id, RECORD, None, lines.trim_matches('\n').trim_end());
        }
        self.order += 1;
    }

    fn speech(&mut self, speech: &Speech) {
        let label = self.sheet.prose(&speech.printed);
        let speaker = self.sheet.name(speech).filter(|name| !name.is_empty()).unwrap_or(&label);
        let words = self.words(speech);
        self.record(&speech_id(speech.id), speaker, Some(&label), &words);
    }

    fn record(&mut self, id: &str, speaker: &str, position: Option<&str>, words: &str) {
        let link = self.sheet.selection.link.as_ref().map(|link| [link, "#", id].concat());
        let order = self.order;
        let json = &mut *self.json;
        json.open('{');
        json.pair("speechID", id);
        json.pair_number("speechOrder", order);
        json.pair("speaker", speaker);
        json.pair_opt("speakerYomi", None);
        json.pair_opt("speakerGroup", None);
        json.pair_opt("speakerPosition", position);
        json.pair_opt("speakerRole", None);
        json.pair("speech", words);
        json.pair_opt("startPage", None);
        json.pair_opt("createTime", None);
        json.pair_opt("updateTime", None);
        json.pair_opt("speechURL", link.as_deref());
        json.close('}');
    }

    /// Where a speech begins with what dresses its label, such as the bracket of `【委員】`.
    fn begin(&self, speech: &Speech) -> u32 {
        let start = speech.range.start;
        let line = self.sheet.source.line_range(self.sheet.source.line(start)).start;
        let before = self.sheet.text(TextRange { start: line, end: start });
        let dress = before.trim_start();
        if dress.contains(char::is_alphanumeric) { start } else { start - dress.len() as u32 }
    }

    /// A speech with its label, as it stands in the record.
    fn words(&self, speech: &Speech) -> String {
        let inside = |told: &&Narrative| speech.range.contains(told.range) && !told.range.is_empty();
        let told = self.sheet.minutes.narratives.iter().filter(inside);
        let proses = speech.paragraphs.iter().chain(told.map(|told| &told.prose));
        let mut parts: Vec<(u32, String)> =
            proses.map(|prose| (prose.range().start, self.sheet.prose(prose))).collect();
        sort_by_key(&mut parts, |part| part.0);
        let end = parts.first().map_or(speech.range.end, |part| part.0);
        let mut out = with_lf(self.sheet.text(TextRange { start: self.begin(speech), end }));
        let mut depth = 0;
        let mut is_open = false;
        for (n, (_, part)) in parts.iter().enumerate() {
            if n > 0 {
                depth = if is_open && depth == 1 { 2 } else { 1 };
                out.push('\n');
                out.push_str(if depth == 1 { "　" } else { "　　" });
            }
            is_open = !part.chars().next_back().is_none_or(ends_sentence);
            out.push_str(part);
        }
        out
    }
}
