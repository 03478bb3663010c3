//! The roll as it is written: groups, entries, and the names that labels are checked against.
//!
//! May live here: how entries are cut. May not: who spoke (`model`).

use super::label::squash;
use super::lexicon::{self, Role};
use super::lines::{Head, Line};
use super::numbering::Style;
use crate::chars::{digit, is_kana, is_kanji, is_space, narrow};

/// The names of the roll, spaces left out.
#[derive(Clone, Debug, Default)]
pub(super) struct Roster {
    names: Vec<String>,
}

/// One line of the roll: an optional name of a group, then entries.
#[derive(Clone, Debug, Default)]
pub(super) struct RollLine {
    /// The bullet in front, and the number before the name of a group.
    pub head: Head,
    /// The bytes of the group's name in the line's text.
    pub group: Option<(usize, usize)>,
    /// Where the entries begin.
    pub from: usize,
    /// The entries; none where the line holds no people that could be told apart.
    pub entries: Vec<Entry>,
}

/// One person as printed. Places are bytes in the line's text.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub whole: (usize, usize),
    pub name: (usize, usize),
    pub title: Option<(usize, usize)>,
    pub post: Option<(usize, usize)>,
    pub proxy: Option<(usize, usize)>,
}

/// No roll names more people; every label is held against all of them.
const MOST_NAMES: usize = 2000;

impl Roster {
    /// Takes up the names of a line.
    pub(super) fn add(&mut self, line: &Line, roll: &RollLine) {
        for entry in &roll.entries {
            let name = squash(line.text.get(entry.name.0..entry.name.1).unwrap_or_default());
            if lexicon::is_full_name(&name) && self.names.len() < MOST_NAMES {
                self.names.push(name);
            }
        }
    }

    /// Whether somebody's name begins with `surname`.
    pub(super) fn knows_surname(&self, surname: &str) -> bool {
        !surname.is_empty() && self.names.iter().any(|name| name.starts_with(surname))
    }

    /// The full name that `label` contains.
    pub(super) fn full_name_in(&self, label: &str) -> Option<&str> {
        self.names.iter().map(String::as_str).find(|name| name.chars().count() > 2 && label.contains(name))
    }
}

/// Reads a line of the roll from byte `from` of its text on; from 0, a bullet and a number may
/// stand in front.
pub(super) fn roll_line(line: &Line, from: usize) -> RollLine {
    let text = line.text;
    // `日程第１　会期の決定` is no person.
    if line.head().number.is_some_and(|(_, number)| number.style == Style::Ordinal) {
        return RollLine { from, ..RollLine::default() };
    }
    let head =
        Some(line.head()).filter(|head| from == 0 && head.number.is_none_or(|(_, number)| number.apart));
    let bullet = line.head().bullet.filter(|_| from == 0);
    // `１番` is a seat and no number of a list.
    let head = head.unwrap_or(Head { bullet, words: bullet.unwrap_or(from), ..Head::default() });
    if let Some((name, next)) = group(text, head.words) {
        return RollLine { head, group: Some(name), from: next, entries: entries(text, next) };
    }
    // A number before a person belongs to the person's entry: it is a seat or a running number.
    let start = head.bullet.unwrap_or(from);
    let mut entries = entries(text, head.words);
    if let Some(first) = entries.first_mut() {
        first.whole.0 = start;
    }
    RollLine { head: Head { number: None, words: start, ..head }, group: None, from: start, entries }
}

/// The people of a line. Either every part of it is a person or none: half a roll would look like
/// a whole one.
fn entries(text: &str, from: usize) -> Vec<Entry> {
    let spans = split_entries(text, from);
    let entries: Vec<Entry> = spans.iter().filter_map(|&span| entry(text, span)).collect();
    if entries.len() == spans.len() { entries } else { Vec::new() }
}

/// The name of a group at `from`, and where the entries behind it begin.
fn group(text: &str, from: usize) -> Option<((usize, usize), usize)> {
    let rest = text.get(from..)?;
    let first = rest.chars().next()?;
    if matches!(narrow(first), '【' | '[' | '〔') {
        let close = rest.char_indices().find(|&(_, c)| matches!(narrow(c), '】' | ']' | '〕'))?;
        let next = from + close.0 + close.1.len_utf8();
        return Some(((from + first.len_utf8(), from + close.0), skip(text, next)));
    }
    let mut len = None;
    for (at, c) in rest.char_indices().take(16) {
        if narrow(c) == ':' {
            len = Some(at);
            break;
        }
        if is_space(c) {
            // `委 員 長　…` is a part before a name, though 委員 is a group.
            let words = squash(rest.get(..at)?);
            if is_group_word(&words) {
                len = Some(at);
            } else if lexicon::role_suffix(&words).is_some_and(|(_, before)| before.is_empty()) {
                len = None;
            }
        }
    }
    if len.is_none() && is_group_word(&squash(rest)) {
        len = Some(rest.len());
    }
    let end = from + len?;
    Some(((from, end), skip(text, end)))
}

fn is_group_word(squashed: &str) -> bool {
    let stem = squashed.split(['(', '（']).next().unwrap_or_default();
    matches!(lexicon::item(stem), Some((super::kind::Field::Roll, len)) if len == stem.len())
        || matches!(
            stem,
            "欠席"
                | "出席"
                | "各委員"
                | "委員名"
                | "議員"
                | "理事者"
                | "関係者"
                | "関係職員"
                | "市職員"
                | "職員"
                | "オブザーバー"
                | "担当課職員"
        )
}

/// The role that the members of a group have.
pub(super) fn group_role(name: &str) -> Role {
    let name = squash(name);
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["事務局", "職員", "説明", "理事者", "担当", "執行部"]) {
        Role::Secretariat
    } else if has(&["オブザーバー", "参考人", "アドバイザー", "傍聴"]) {
        Role::Guest
    } else if has(&["委員", "議員", "構成員"]) {
        Role::Member
    } else {
        Role::Other
    }
}

fn skip(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from + rest.chars().take_while(|&c| is_space(c) || narrow(c) == ':').map(char::len_utf8).sum::<usize>()
}

/// The stretches between commas outside brackets.
fn split_entries(text: &str, from: usize) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut depth = 0usize;
    let mut start = from;
    for (at, c) in text.get(from..).unwrap_or_default().char_indices() {
        let at = from + at;
        match narrow(c) {
            '(' | '〔' => depth += 1,
            ')' | '〕' => depth = depth.saturating_sub(1),
            '、' | ',' | '，' if depth == 0 => {
                spans.push(trim(text, start, at));
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    spans.push(trim(text, start, text.len()));
    spans.retain(|&(from, to)| from < to);
    spans
}

fn trim(text: &str, from: usize, to: usize) -> (usize, usize) {
    let part = text.get(from..to).unwrap_or_default();
    let left = part.trim_start_matches(is_space);
    let right = left.trim_end_matches(is_space);
    let start = from + part.len() - left.len();
    (start, start + right.len())
}

/// One person; `None` where the words are no person: `委員12名`, `なし`.
fn entry(text: &str, whole: (usize, usize)) -> Option<Entry> {
    let (core, notes) = split_notes(text, whole);
    let mut entry = Entry { whole, name: core, ..Entry::default() };
    for note in notes {
        read_note(text, note, &mut entry);
    }
    let words = text.get(core.0..core.1)?;
    let squashed = squash(words);
    if squashed.is_empty() || is_count(&squashed) || is_no_name(&squashed) {
        return None;
    }
    if let Some((before, after)) = split_at_spaces(text, core) {
        let is_part = |span: (usize, usize)| {
            text.get(span.0..span.1).is_some_and(|words| lexicon::role_suffix(&squash(words)).is_some())
        };
        if is_part(before) {
            place(text, before, &mut entry);
            entry.name = after;
        } else if is_part(after) {
            place(text, after, &mut entry);
            entry.name = before;
        }
    } else {
        split_glued(words, core, &mut entry);
    }
    drop_courtesy(text, &mut entry);
    if entry.title.is_none() && entry.post.is_none() {
        split_prefix(text, &mut entry);
    }
    is_one_person(text, entry.name).then_some(entry)
}

/// `12名`, `二十三名`.
fn is_count(squashed: &str) -> bool {
    let number = squashed.strip_suffix(['名', '人']).unwrap_or_default();
    !number.is_empty() && number.chars().all(|c| digit(c).is_some() || "〇一二三四五六七八九十百".contains(c))
}

/// Words of a roll that are not those of a person: `なし`, `本日の会議に付した事件`.
fn is_no_name(squashed: &str) -> bool {
    matches!(squashed, "なし" | "無し" | "無" | "ほか" | "他" | "その他")
        || ["について", "に関する", "に付した", "の件", "事項"].iter().any(|words| squashed.contains(words))
}

/// `山田太郎君` → the name without the courtesy.
fn drop_courtesy(text: &str, entry: &mut Entry) {
    let words = text.get(entry.name.0..entry.name.1).unwrap_or_default();
    let bare = ["君", "氏", "様", "さん"].iter().find_map(|courtesy| words.strip_suffix(courtesy));
    if let Some(bare) = bare.filter(|bare| squash(bare).chars().count() > 1) {
        entry.name.1 = entry.name.0 + bare.trim_end_matches(is_space).len();
    }
}

/// Whether a name can be one person's. Two people on one line have spaces between them and are
/// too long for one; a string without spaces may be a name and a post that nobody knows.
fn is_one_person(text: &str, name: (usize, usize)) -> bool {
    let words = text.get(name.0..name.1).unwrap_or_default();
    let letters = squash(words);
    let is_name = letters.chars().all(|c| is_kanji(c) || is_kana(c) || matches!(c, '・' | '＝' | '．'));
    let is_short = letters.chars().count() <= LONGEST_NAME || !words.chars().any(is_space);
    !letters.is_empty() && is_name && is_short
}

/// Letters of the longest name that may have spaces inside.
const LONGEST_NAME: usize = 8;

/// `山田太郎委員`, `山田太郎総務部長`: the name ends where a known part or post begins.
fn split_glued(words: &str, core: (usize, usize), entry: &mut Entry) {
    if let Some((Role::Member | Role::Chair, name)) = lexicon::role_suffix(words)
        && !name.is_empty()
        && name.chars().count() <= LONGEST_NAME
    {
        entry.name = (core.0, core.0 + name.len());
        entry.title = entry.title.or(Some((core.0 + name.len(), core.1)));
    } else if let Some(at) = lexicon::post_start(words) {
        entry.name = (core.0, core.0 + at);
        entry.post = Some((core.0 + at, core.1));
    }
}

/// `委員長山口　　拓`: a word for a part or a post and, without a space between, a name.
fn split_prefix(text: &str, entry: &mut Entry) {
    let (start, end) = entry.name;
    let words = text.get(start..end).unwrap_or_default();
    let cut = words.char_indices().map(|(at, _)| at).take(LONGEST_ENTRY).filter(|&at| {
        let (part, name) = words.split_at(at);
        let part = squash(part);
        part.chars().count() > 1
            && !name.starts_with(is_space)
            && lexicon::role_suffix(&part).is_some_and(|(_, before)| before.is_empty())
            && lexicon::is_full_name(name)
            && lexicon::role_suffix(&squash(name)).is_none()
    });
    if let Some(at) = cut.last() {
        place(text, (start, start + at), entry);
        entry.name = (start + at, end);
    }
}

/// Files a word for a part or a post where it belongs.
fn place(text: &str, span: (usize, usize), entry: &mut Entry) {
    let squashed = squash(text.get(span.0..span.1).unwrap_or_default());
    match lexicon::role_suffix(&squashed) {
        Some((Role::Secretariat, _)) => entry.post = Some(span),
        Some(_) => entry.title = Some(span),
        None => {}
    }
}

/// The words before the brackets at the end, and what the brackets hold.
fn split_notes(text: &str, whole: (usize, usize)) -> ((usize, usize), Vec<(usize, usize)>) {
    let part = text.get(whole.0..whole.1).unwrap_or_default();
    let mut notes = Vec::new();
    let mut core_end = part.len();
    let mut open: Option<(usize, usize)> = None;
    for (at, c) in part.char_indices() {
        match narrow(c) {
            '(' if at > 0 && open.is_none() => {
                open = Some((at, at + c.len_utf8()));
                core_end = core_end.min(at);
            }
            ')' => {
                if let Some((_, inner)) = open.take() {
                    notes.push(trim(text, whole.0 + inner, whole.0 + at));
                }
            }
            _ => {}
        }
    }
    (trim(text, whole.0, whole.0 + core_end), notes)
}

/// `代理 田中花子氏`, `委員長`, `総務課長` in brackets.
fn read_note(text: &str, note: (usize, usize), entry: &mut Entry) {
    let words = text.get(note.0..note.1).unwrap_or_default();
    if let Some(after) = words.strip_prefix("代理") {
        let start = skip(text, note.1 - after.len());
        let name = text.get(start..note.1).unwrap_or_default();
        let bare = ["氏", "様", "さん"].iter().find_map(|suffix| name.strip_suffix(suffix)).unwrap_or(name);
        if !bare.is_empty() {
            entry.proxy = Some((start, start + bare.len()));
        }
        return;
    }
    place(text, note, entry);
}

/// A part and a name, or a name and a part, with spaces between. Spaces inside a spaced-out
/// name (`樋　川　篤　子`) do not count: they lie between single letters.
fn split_at_spaces(text: &str, core: (usize, usize)) -> Option<((usize, usize), (usize, usize))> {
    let words = text.get(core.0..core.1)?;
    let mut found = None;
    for (at, c) in words.char_indices().take(LONGEST_ENTRY) {
        if !is_space(c) {
            continue;
        }
        let (before, after) = (trim(text, core.0, core.0 + at), trim(text, core.0 + at, core.1));
        let is_part = |span: (usize, usize)| {
            let squashed = squash(text.get(span.0..span.1).unwrap_or_default());
            // 総務課長 is a post, but さくら委員 is a name and a part.
            lexicon::role_suffix(&squashed).is_some_and(|(role, name)| {
                name.is_empty() || (role == Role::Secretariat && squashed.chars().count() > 2)
            })
        };
        // The longest part wins: 町長 spaced out begins with 町.
        if is_part(before) || (found.is_none() && is_part(after)) {
            found = Some((before, after));
        }
    }
    found
}

/// Characters of the longest entry in which a part is looked for.
const LONGEST_ENTRY: usize = 60;
