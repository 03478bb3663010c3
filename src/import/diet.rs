//! The JSON of the Diet's minutes (国会会議録検索システム) as the text of minutes.
//!
//! Read are the answer of its API to a question for meetings or for speeches, one meeting out of such
//! an answer, and a list of one. The record's own words (会議録情報) become head and narratives, every
//! speech a paragraph with its label. Nothing is added but what the JSON says in other keys: a title
//! where the head does not print the name of the meeting, a label where a speech begins without. A bare
//! name is no label to any reader of minutes, so that it gets the courtesy 君 there, as the Diet prints.
//!
//! May live here: keys, and lines made of them. May not: what the lines mean.

use serde_json::Value;

use super::ImportError;
use crate::syntax::{before_role, squash};

/// Who the record itself is called where a speaker stands.
const RECORD: &str = "会議録情報";

/// The text of the one meeting that a JSON value holds.
///
/// # Errors
///
/// When it holds none, or several.
pub fn text_of(value: &Value) -> Result<String, ImportError> {
    let meeting = meeting(value)?;
    let records = list(meeting, "speechRecord").unwrap_or_default();
    let mut speeches = Vec::new();
    for (n, record) in records.iter().enumerate() {
        let speech = text(record, "speech").ok_or(ImportError::NoSpeech { number: n + 1 })?;
        let said = |key| text(record, key).unwrap_or_default();
        speeches.push(Record { speaker: said("speaker"), position: said("speakerPosition"), speech });
    }
    let mut out = head(meeting, &speeches);
    for record in &speeches {
        let words = record.speech.replace("\r\n", "\n").replace('\r', "\n");
        let words = words.trim_matches('\n').trim_end();
        if record.is_of_record() {
            // What is nobody's stands apart.
            apart(&mut out);
            out.push_str(words);
            out.push_str("\n\n");
            continue;
        }
        if !record.is_labelled() {
            out.push_str(&record.label());
        }
        out.push_str(words);
        out.push('\n');
    }
    // What is a part stays one: the note of our own excerpts is kept as a remark.
    if let Some(note) = meeting.get("excerpt").and_then(|excerpt| text(excerpt, "note")) {
        apart(&mut out);
        out.push_str(&format!("〔{note}〕\n"));
    }
    Ok(out)
}

struct Record<'a> {
    speaker: &'a str,
    position: &'a str,
    speech: &'a str,
}

impl Record<'_> {
    fn is_of_record(&self) -> bool {
        self.speaker.starts_with(RECORD)
    }

    /// Whether the words begin with who speaks, as the Diet's do: with a mark, or with the name or the
    /// part of the speaker among the first words.
    fn is_labelled(&self) -> bool {
        /// No label known is longer.
        const N_LABEL: usize = 40;
        let words = self.speech.trim_start();
        let start: String = squash(words).chars().take(N_LABEL).collect();
        let is_there = |who: &str| !who.is_empty() && start.contains(&squash(who));
        self.speaker.is_empty()
            || is_there(self.speaker)
            || is_there(self.position)
            || words.starts_with(['○', '◯', '〇', '◎', '●', '◆'])
    }
}

impl Record<'_> {
    /// The label of a speech that begins without: `○事務局　`, `○山田花子君　`, `○国務大臣（山田花子君）　`.
    fn label(&self) -> String {
        let (speaker, position) = (self.speaker, self.position);
        let is_part = before_role(&squash(speaker)).is_some();
        if is_part {
            format!("○{speaker}　")
        } else if position.is_empty() || speaker.contains(position) {
            format!("○{speaker}君　")
        } else {
            format!("○{position}（{speaker}君）　")
        }
    }
}

/// The one meeting.
fn meeting(value: &Value) -> Result<&Value, ImportError> {
    let meetings: Vec<&Value> = match list(value, "meetingRecord") {
        Some(meetings) => meetings.iter().collect(),
        None => match value.as_array() {
            Some(meetings) => meetings.iter().collect(),
            None => vec![value],
        },
    };
    if !meetings.iter().all(|meeting| list(meeting, "speechRecord").is_some()) {
        return Err(ImportError::Foreign);
    }
    let [meeting] = meetings.as_slice() else {
        return Err(ImportError::Count { n_meetings: meetings.len() });
    };
    // An answer for speeches names the meeting in every record.
    let mut issues: Vec<&str> = list(meeting, "speechRecord")
        .unwrap_or_default()
        .iter()
        .filter_map(|record| text(record, "issueID"))
        .collect();
    issues.sort_unstable();
    issues.dedup();
    if issues.len() > 1 { Err(ImportError::Count { n_meetings: issues.len() }) } else { Ok(meeting) }
}

/// The lines above the first record: a title where the record's head does not name the meeting, and the
/// day where there is no head.
fn head(meeting: &Value, records: &[Record]) -> String {
    // An answer for speeches says of each what an answer for meetings says once.
    let first = list(meeting, "speechRecord").and_then(<[Value]>::first);
    let said = |key| text(meeting, key).or_else(|| text(first?, key));
    let session = ["session"].map(|key| meeting.get(key).or_else(|| first?.get(key)).and_then(Value::as_u64));
    let name = said("nameOfMeeting").unwrap_or_default();
    let printed = records.first().filter(|record| record.is_of_record());
    let mut out = String::new();
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    let is_named = printed.is_some_and(|head| letters(head.speech).contains(&letters(name)));
    if !name.trim().is_empty() && !is_named {
        let session = session[0].map(|number| format!("第{number}回国会"));
        let parts = [session.as_deref(), said("nameOfHouse"), Some(name), said("issue"), said("imageKind")];
        let parts: Vec<&str> = parts.into_iter().flatten().map(str::trim).collect();
        out.push_str(&parts.join(" "));
        out.push_str("\n\n");
    }
    if let (None, Some(date)) = (printed, said("date")) {
        out.push_str("開催日 ");
        out.push_str(date.trim());
        out.push_str("\n\n");
    }
    out
}

/// Ends the line and leaves one blank.
fn apart(out: &mut String) {
    while !out.is_empty() && !out.ends_with("\n\n") {
        out.push('\n');
    }
}

fn list<'a>(value: &'a Value, key: &str) -> Option<&'a [Value]> {
    value.get(key)?.as_array().map(Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str()
}
