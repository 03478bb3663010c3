//! CSV: one row a speech, for spreadsheets.
//!
//! UTF-8 with a byte order mark, without which Excel takes it for Shift_JIS; rows end in CRLF; a cell
//! is quoted as RFC 4180 says where it must be. Paragraphs of a speech are lines of its cell.
//!
//! Spreadsheets take a cell that begins with `=`, `+`, `-` or `@`, of any width, for a formula, even
//! in quotes: words of a meeting would be shown as an error, and a wicked text could act. Such a
//! cell gets an apostrophe in front, which everybody sees. To take it away: where a cell begins with
//! apostrophes and one of these signs follows them, drop the first apostrophe.
//!
//! May live here: columns. May not: values that the minutes do not print; those stay empty.

use super::Selection;
use super::sheet::{Sheet, with_lf};
use crate::chars::narrow;
use crate::model::{Attribution, Clock, Minutes, Role, Speech};

/// The columns. The first two and the last are for whoever publishes the table: no minutes print a
/// code of the town or a licence.
pub const COLUMNS: [&str; 22] = [
    "全国地方公共団体コード",
    "市区町村名",
    "会議名",
    "回次",
    "開催日",
    "開始時刻",
    "終了時刻",
    "場所",
    "公開区分",
    "議題番号",
    "議題名",
    "発言順",
    "発言者区分",
    "発言者表記",
    "役職",
    "氏名",
    "発言本文",
    "発言ID",
    "文書名",
    "抜粋",
    "原本URL",
    "ライセンス",
];

/// The selected speeches as a table with a row of headings.
pub fn write(minutes: &Minutes, selection: &Selection) -> String {
    let sheet = Sheet::new(minutes, selection);
    let meeting = &minutes.meeting;
    let excerpt = selection.excerpt(minutes).map(|excerpt| excerpt.sentence()).unwrap_or_default();
    let before = [
        String::new(),
        String::new(),
        sheet.prose_opt(&meeting.name).unwrap_or_default(),
        sheet.issue().unwrap_or_default(),
        meeting.date.as_ref().map(|date| date.date.iso()).unwrap_or_default(),
        meeting.start.as_ref().map(Clock::iso).unwrap_or_default(),
        meeting.end.as_ref().map(Clock::iso).unwrap_or_default(),
        sheet.prose_opt(&meeting.place).unwrap_or_default(),
        sheet.prose_opt(&meeting.openness).unwrap_or_default(),
    ];
    let after = [
        minutes.title.as_ref().map(|title| sheet.prose(title)).unwrap_or_default(),
        excerpt,
        selection.link.clone().unwrap_or_default(),
        String::new(),
    ];
    let mut out = String::from("\u{FEFF}");
    row(&mut out, COLUMNS.iter().copied());
    for speech in selection.speeches(minutes) {
        let own = of_speech(sheet, speech);
        row(&mut out, before.iter().chain(&own).chain(&after).map(String::as_str));
    }
    out
}

fn of_speech(sheet: Sheet, speech: &Speech) -> [String; 9] {
    let topic = speech.topic.and_then(|id| sheet.minutes.topic(id));
    let number = topic.and_then(|topic| topic.num).map(|num| sheet.text(num).to_owned());
    let person = match speech.by {
        Attribution::Person { person, .. } => sheet.minutes.person(person),
        _ => None,
    };
    let post = person.and_then(|person| person.title.or(person.post)).map(|post| sheet.text(post));
    let paragraphs: Vec<String> = speech.paragraphs.iter().map(|prose| sheet.prose(prose)).collect();
    let id = speech.id.0 + 1;
    [
        number.unwrap_or_default(),
        topic.map(|topic| sheet.prose(&topic.heading)).unwrap_or_default(),
        id.to_string(),
        role_word(speech.role).to_owned(),
        sheet.prose(&speech.printed),
        post.unwrap_or_default().to_owned(),
        sheet.name(speech).unwrap_or_default().to_owned(),
        paragraphs.join("\n"),
        super::speech_id(speech.id),
    ]
}

fn role_word(role: Role) -> &'static str {
    match role {
        Role::Chair => "議長・委員長",
        Role::Member => "委員・議員",
        Role::Secretariat => "事務局・説明者",
        Role::Guest => "参考人等",
        Role::Other => "その他",
    }
}

fn row<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (at, text) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        cell(out, text);
    }
    out.push_str("\r\n");
}

fn cell(out: &mut String, text: &str) {
    let text = with_lf(text);
    let first = text.trim_start_matches('\'').chars().next().map(narrow);
    let guard = first.is_some_and(|c| matches!(c, '=' | '+' | '-' | '@'));
    let is_quoted = text.contains([',', '"', '\n']);
    if is_quoted {
        out.push('"');
    }
    if guard {
        out.push('\'');
    }
    for c in text.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    if is_quoted {
        out.push('"');
    }
}
