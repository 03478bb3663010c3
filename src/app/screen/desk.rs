//! The opening desk as plain data: the list of papers, what is told of it.
//!
//! May live here: what a reader sees of the list. May not: a single paper beside its source (`preview`).

use crate::app::desk::{
    Desk, MAX_MEETINGS, MAX_TEXT, Origin, Paper, PaperId, PaperState, Place, Refusal, Told, Understood,
};
use crate::app::words::{DeskMsg, Lang, Msg, ShelfMsg, file_size};
use crate::chars::grouped;
use crate::diagnostics::Severity;
use crate::import::Container;
use crate::read::{MAX_LEN, ReadError};

/// The desk.
#[derive(Clone, Debug, PartialEq)]
pub struct DeskScreen {
    /// The language of all words that are not the minutes'.
    pub lang: Lang,
    /// What is looked at.
    pub place: Place,
    /// What the window is called.
    pub title: String,
    /// The papers, in the order in which they came.
    pub rows: Vec<PaperRow>,
    /// How far reading has come, where several papers are read.
    pub progress: Option<Progress>,
    /// What is announced: that reading has begun, how it has ended, what else is to be told.
    pub status: String,
    /// The papers of which files can be saved.
    pub to_save: Vec<PaperId>,
    /// Whether files are held over the page.
    pub dragging: bool,
}

/// How far reading has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many papers are done.
    pub n_done: usize,
    /// Of how many.
    pub n_papers: usize,
    /// The same in words.
    pub text: String,
}

/// A paper in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperRow {
    /// Which.
    pub id: PaperId,
    /// Its name.
    pub name: String,
    /// Size and kind.
    pub about: String,
    /// Whether it waits, is read, was read, was refused.
    pub stage: Stage,
    /// The same in words, with the number of speeches.
    pub says: String,
    /// Why it was refused; empty where it was not.
    pub why: String,
    /// 要確認3件; empty where there is nothing to check.
    pub to_check: String,
    /// What can be done about a paper that was refused.
    pub remedy: Option<Remedy>,
}

/// Where a paper is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It will be read when those before it are.
    Waiting,
    /// It is being read.
    Reading,
    /// It was understood.
    Read,
    /// It gave no minutes.
    Refused,
}

/// What can be done about a paper that was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Choosing its encoding by hand.
    Encoding,
    /// Changing the pasted text.
    Text,
}

impl DeskScreen {
    /// The row of the paper that is looked at.
    pub fn shown(&self) -> Option<&PaperRow> {
        match self.place {
            Place::Start | Place::Shelf => None,
            Place::Preview(id) | Place::Minutes(id) => self.rows.iter().find(|row| row.id == id),
        }
    }
}

/// The screen for this desk.
pub fn compose_desk(desk: &Desk) -> DeskScreen {
    let lang = desk.settings.lang;
    let rows: Vec<PaperRow> = desk.papers.iter().map(|paper| row(paper, lang)).collect();
    let read = desk.papers.iter().filter(|paper| paper.understood().is_some());
    let mut screen = DeskScreen {
        lang,
        place: desk.place,
        title: String::new(),
        rows,
        progress: progress(desk),
        status: status(desk),
        to_save: read.map(|paper| paper.id).collect(),
        dragging: desk.dragging,
    };
    let shown = screen.shown().map(|row| row.name.clone());
    screen.title = shown.unwrap_or_else(|| lang.t(DeskMsg::Title).to_owned());
    screen
}

fn row(paper: &Paper, lang: Lang) -> PaperRow {
    let (stage, says, why) = match &paper.state {
        PaperState::Waiting => (Stage::Waiting, lang.t(DeskMsg::Waiting).to_owned(), String::new()),
        PaperState::Reading => (Stage::Reading, lang.t(DeskMsg::Reading).to_owned(), String::new()),
        PaperState::Read(understood) => (Stage::Read, n_speeches(understood, lang), String::new()),
        PaperState::Refused(refusal) => {
            (Stage::Refused, lang.t(DeskMsg::Refused).to_owned(), why(refusal, paper, lang))
        }
    };
    let remedy = match (stage, &paper.origin) {
        (Stage::Refused, Origin::Pasted { .. }) => Some(Remedy::Text),
        (Stage::Refused, Origin::File { .. }) if paper.has_encoding() => Some(Remedy::Encoding),
        _ => None,
    };
    let n_to_check = paper.understood().map_or(0, n_to_check);
    PaperRow {
        id: paper.id,
        name: name(paper, lang),
        about: about(paper, lang),
        stage,
        says,
        why,
        to_check: if n_to_check == 0 { String::new() } else { lang.count(DeskMsg::NToCheck, n_to_check) },
        remedy,
    }
}

/// 読めました 発言21件
fn n_speeches(understood: &Understood, lang: Lang) -> String {
    match understood.minutes.speeches.len() {
        0 => lang.t(DeskMsg::ReadWithNothing).to_owned(),
        n => format!("{} {}", lang.t(DeskMsg::Read), lang.count(Msg::NSpeeches, n)),
    }
}

fn n_to_check(understood: &Understood) -> usize {
    let warns = |severity: Severity| severity == Severity::Warning;
    understood.notes.iter().filter(|note| warns(note.matter.severity())).count()
        + understood.minutes.diagnostics.iter().filter(|found| warns(found.severity())).count()
}

/// What a paper is called.
pub fn name(paper: &Paper, lang: Lang) -> String {
    match &paper.origin {
        Origin::File { name, .. } => name.clone(),
        Origin::Pasted { number, .. } => lang.count(DeskMsg::Pasted, *number),
        Origin::Meeting { name, .. } => name.clone(),
    }
}

/// 12 KB・テキスト・Shift_JIS; of a meeting of several the file: 12 KB・「港.html」から
pub(super) fn about(paper: &Paper, lang: Lang) -> String {
    let mut parts = vec![file_size(paper.size)];
    if let Origin::Meeting { file, .. } = &paper.origin {
        parts.push(lang.fill(DeskMsg::OfFile, &[("name", file)]));
    } else if let Some(understood) = paper.understood() {
        let kind = match understood.container {
            Container::Diet => lang.t(DeskMsg::KindDiet),
            Container::Text | Container::Bundle => understood.kind.name(lang),
        };
        parts.push(kind.to_owned());
        let encoding = understood.encoding.filter(|_| paper.has_encoding());
        parts.extend(encoding.map(|encoding| encoding.name().to_owned()));
    }
    parts.join(lang.t(Msg::BetweenPhrases))
}

/// Why a paper was refused.
pub(super) fn why(refusal: &Refusal, paper: &Paper, lang: Lang) -> String {
    let max = format!("{} MB", MAX_LEN >> 20);
    match refusal {
        Refusal::TooLarge => lang.fill(DeskMsg::TooLarge, &[("size", &file_size(paper.size)), ("max", &max)]),
        Refusal::TooMuch => lang.fill(DeskMsg::TooMuch, &[("max", &max)]),
        Refusal::TooMany => {
            lang.fill(DeskMsg::TooMuch, &[("max", &lang.count(ShelfMsg::NMeetings, MAX_MEETINGS))])
        }
        Refusal::TooLong { len } => {
            let [len, max] = [*len, MAX_TEXT].map(|len| file_size(len as u64));
            lang.fill(DeskMsg::TooLong, &[("size", &len), ("max", &max)])
        }
        Refusal::Gone => lang.t(DeskMsg::Gone).to_owned(),
        Refusal::Read(error) => placed(error, lang),
        Refusal::Import(error) => error.message(lang),
    }
}

fn placed(error: &ReadError, lang: Lang) -> String {
    let why = error.message(lang);
    match error.line() {
        Some(line) => lang.fill(DeskMsg::AtLine, &[("line", &line.to_string()), ("why", &why)]),
        None => why,
    }
}

/// How many papers were read since something was brought, and how many of these are done.
fn progress(desk: &Desk) -> Option<Progress> {
    let n_papers = desk.papers.len();
    let n_done = desk.papers.iter().filter(|paper| !paper.is_pending()).count();
    let n_done_text = n_done.to_string();
    (n_done < n_papers && n_papers > 1).then(|| Progress {
        n_done,
        n_papers,
        text: desk
            .settings
            .lang
            .fill(DeskMsg::Progress, &[("n", &n_papers.to_string()), ("done", &n_done_text)]),
    })
}

/// In the list, while papers are read, the same words all the time: who listens is not to be interrupted by
/// each. Of a paper that is looked at, what has become of it.
fn status(desk: &Desk) -> String {
    let lang = desk.settings.lang;
    if let Some(told) = desk.told {
        return match told {
            Told::Saved { n_files: 1 } => lang.t(DeskMsg::SavedOne).to_owned(),
            Told::Saved { n_files } => lang.count(DeskMsg::SavedMany, n_files),
            Told::TooMany { n_taken } => lang.count(DeskMsg::TooMany, n_taken),
            Told::TooManyMeetings { n_taken, n_meetings } => {
                let [n, all] = [n_taken, n_meetings].map(grouped);
                lang.fill(DeskMsg::TooManyMeetings, &[("n", &n), ("all", &all)])
            }
            Told::Closed => lang.t(DeskMsg::FolderClosed).to_owned(),
            Told::Nothing => lang.t(DeskMsg::NothingBrought).to_owned(),
        };
    }
    let n_papers = desk.papers.len();
    match desk.place {
        Place::Preview(id) | Place::Minutes(id) => {
            return desk.paper(id).map(|paper| row(paper, lang).says).unwrap_or_default();
        }
        Place::Start if n_papers == 0 => return String::new(),
        Place::Start | Place::Shelf => {}
    }
    if desk.papers.iter().any(Paper::is_pending) {
        return lang.count(DeskMsg::AreRead, n_papers);
    }
    let is_read = |paper: &&Paper| paper.understood().is_some();
    let n_read = desk.papers.iter().filter(is_read).count();
    let told = [(DeskMsg::WereRead, n_read), (DeskMsg::WereNotRead, n_papers - n_read)];
    let told: Vec<String> =
        told.into_iter().filter(|(_, n)| *n > 0).map(|(msg, n)| lang.count(msg, n)).collect();
    told.join(if lang == Lang::En { " " } else { "" })
}
