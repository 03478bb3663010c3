//! What the program says along its way: results on one stream, everything beside them on the other.
//!
//! May live here: printing, and the lines that every command prints. May not: what is written to disk.

use std::io::{self, Write};
use std::path::Path;

use super::Error;
use super::args::Asked;
use super::input::Text;
use super::place::shown;
use super::progress::Progress;
use super::remark::{Remark, remarks};
use crate::chars::grouped;
use crate::diagnostics::Lang;
use crate::import::Container;
use crate::read::{Encoding, Kind};

/// Where the program says something.
pub(super) struct Streams<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    /// Whether the reader of the results has gone away.
    is_left: bool,
    /// What is drawn while several texts are worked on.
    pub progress: Progress,
}

impl<'a> Streams<'a> {
    /// `out` gets results, `err` what is to be known beside them.
    pub fn new(out: &'a mut dyn Write, err: &'a mut dyn Write) -> Streams<'a> {
        Streams { out, err, is_left: false, progress: Progress::default() }
    }

    /// Prints a result. A reader that has gone away, as `head` does, has seen enough: that is no error.
    pub fn say(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let out = &mut self.out;
        match self.progress.aside(|| out.write_all(bytes).and_then(|()| out.flush())) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Error::Print { error }),
            Err(_) => {
                self.is_left = true;
                Ok(())
            }
            Ok(()) => Ok(()),
        }
    }

    /// Whether nobody reads results any more.
    pub fn is_left(&self) -> bool {
        self.is_left
    }

    /// Tells what became of several texts; where only failures are wanted, where there are any.
    pub fn tell_sum(&mut self, tally: &Tally, asked: &Asked) {
        if tally.n_asked > 1 && (tally.has_failed() || !asked.quiet) {
            self.tell(tally.sentence());
        }
    }

    /// Tells a line. That a terminal is closed is no reason to stop the work.
    pub fn tell(&mut self, line: impl std::fmt::Display) {
        // As one piece, so that lines of several programs on one terminal do not mix.
        let (err, line) = (&mut self.err, format!("{line}\n"));
        let _ = self.progress.aside(|| err.write_all(line.as_bytes()));
    }
}

/// Many systems that publish pages take files of this length, in bytes, and no longer ones.
const TAKEN_BY_MOST: usize = 5_000_000;

/// Longer files open slowly, and on phones perhaps not at all.
const OPENED_BY_MOST: usize = 100_000_000;

impl Streams<'_> {
    /// Says what to do about a file that is large.
    pub fn tell_size(&mut self, target: &Path, len: usize) {
        if let Some(line) = large(target, len) {
            self.tell(line);
        }
    }
}

fn large(target: &Path, len: usize) -> Option<String> {
    let (target, size) = (shown(target), len as f64 / 1e6);
    let (ja, en) = match len {
        OPENED_BY_MOST.. => (
            "開くのに時間がかかり、スマートフォンでは開けないことがあります。会議体や年度ごとのフォルダーに分けて作るか、kaigiroku site でサイトにしてください",
            "It opens slowly, and on phones perhaps not at all. Make a file of each council or year, or a site with kaigiroku site",
        ),
        TAKEN_BY_MOST.. => (
            "5 MB を超えるファイルを受け付けないCMSがあります。載せられないときは、会議体や年度ごとのフォルダーに分けて作るか、--plain none で文字だけの部分を省いてください",
            "Some CMS take no file over 5 MB. If yours does not, make a file of each council or year, or leave the plain text out with --plain none",
        ),
        _ => return None,
    };
    Some(format!("{target}: 注意: {size:.1} MB あります。{ja}。（{size:.1} MB. {en}.）"))
}

/// That a file of several meetings was written.
pub(super) fn written_shelf(target: &Path, len: usize, n_meetings: usize, n_speeches: usize) -> String {
    let (size, target) = (len as f64 / 1000.0, shown(target));
    format!("{target} を書き出しました（{size:.1} KB、会議録 {n_meetings} 件、発言 {n_speeches} 件）。\n")
}

/// That a file was written.
pub(super) fn written(target: &Path, content: &[u8], n_speeches: usize) -> String {
    let size = content.len() as f64 / 1000.0;
    let target = shown(target);
    format!("{target} を書き出しました（{size:.1} KB、発言 {n_speeches} 件）。\n")
}

/// How a text was read and what was found in it, a line each.
pub(super) fn findings(text: &Text) -> Vec<String> {
    /// As many lines as one looks through.
    const N_TOLD: usize = 20;
    let place = &text.place;
    let mut told = Vec::new();
    told.extend(read_as(text).map(|(ja, en)| format!("{place}: {ja}（{en}）")));
    let remarks = remarks(text);
    told.extend(remarks.iter().take(N_TOLD).map(|remark| format!("{place}{}", line_of(remark, text))));
    let n_more = remarks.len().saturating_sub(N_TOLD);
    if n_more > 0 {
        let n_more = grouped(n_more);
        told.push(format!("{place}: ほかに{n_more}件あります。kaigiroku check --all ですべて見られます。（{n_more} more; see kaigiroku check --all.）"));
    }
    told
}

fn line_of(remark: &Remark, text: &Text) -> String {
    let line = remark.line().map(|line| format!(":{line}")).unwrap_or_default();
    let severity = remark.severity().word(Lang::Ja);
    let message = remark.message(Lang::Ja, text);
    let words = remark.words(text);
    let words = if words.is_empty() { String::new() } else { format!(" ─ 「{words}」") };
    format!("{line}: {severity}[{}]: {message}{words}", remark.code())
}

/// How a text was read, where that is not plain to see.
pub(super) fn read_as(text: &Text) -> Option<(String, String)> {
    let taken_out = |ja: &str, en: &str| {
        Some((
            format!("{ja}として読みました。行は、取り出した本文の行です。"),
            format!("Read as {en}; lines are those of the text in it."),
        ))
    };
    match (text.container, text.kind) {
        (Container::Diet, _) => taken_out("国会会議録のJSON", "the Diet's JSON"),
        (Container::Bundle, _) => None,
        (Container::Text, Kind::Docx) => taken_out("Wordの文書", "a Word document"),
        (Container::Text, Kind::Pdf) => taken_out("PDF", "PDF"),
        (Container::Text, Kind::Html) => taken_out("HTML", "HTML"),
        (Container::Text, _) => {
            let name = text.encoding.filter(|&encoding| encoding != Encoding::Utf8)?.name();
            Some((format!("文字コードを {name} として読みました。"), format!("Read as {name}.")))
        }
    }
}

/// What became of the texts that were asked for.
#[derive(Default)]
pub(super) struct Tally {
    /// How many there were.
    pub n_asked: usize,
    /// Of how many a file was made, or printed.
    pub n_made: usize,
    /// How many hold no speech that was looked for.
    pub n_left_out: usize,
    /// How many could not be read.
    pub n_unread: usize,
    /// How many could be read, but of which nothing could be made.
    pub n_unmade: usize,
}

impl Tally {
    /// Counts a text of which nothing came.
    pub fn count_failed(&mut self, error: &Error) {
        match error {
            Error::Unread(_) => self.n_unread += 1,
            _ => self.n_unmade += 1,
        }
    }

    /// Whether anything went wrong.
    pub fn has_failed(&self) -> bool {
        self.n_unread + self.n_unmade > 0
    }

    /// The sum, for people.
    pub fn sentence(&self) -> String {
        let parts = [
            (self.n_left_out, "件は合う発言がなく", "件は合う発言がありませんでした", "without a match"),
            (self.n_unread, "件は読めず", "件は読めませんでした", "could not be read"),
            (self.n_unmade, "件は書き出せず", "件は書き出せませんでした", "could not be written"),
        ];
        let parts: Vec<_> = parts.into_iter().filter(|(n, ..)| *n > 0).collect();
        let (n_asked, n_made) = (self.n_asked, self.n_made);
        let mut ja = format!("{n_asked}件中{n_made}件を作成");
        let mut en = format!("{n_made} of {n_asked} made");
        for (at, (n, on, last, in_english)) in parts.iter().enumerate() {
            ja.push_str(&format!("、{n}{}", if at + 1 < parts.len() { on } else { last }));
            en.push_str(&format!(", {n} {in_english}"));
        }
        if parts.is_empty() {
            ja.push_str("しました");
        }
        format!("{ja}。（{en}.）")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_file_is_worth_a_word() {
        let check = |len: usize, expected: Option<&str>| {
            let line = large(Path::new("a.html"), len);
            assert_eq!(line.as_deref(), expected);
        };
        check(4_999_999, None);
        check(
            5_000_000,
            Some(
                "a.html: 注意: 5.0 MB あります。5 MB を超えるファイルを受け付けないCMSがあります。載せられないときは、会議体や年度ごとのフォルダーに分けて作るか、--plain none で文字だけの部分を省いてください。（5.0 MB. Some CMS take no file over 5 MB. If yours does not, make a file of each council or year, or leave the plain text out with --plain none.）",
            ),
        );
        check(
            100_000_000,
            Some(
                "a.html: 注意: 100.0 MB あります。開くのに時間がかかり、スマートフォンでは開けないことがあります。会議体や年度ごとのフォルダーに分けて作るか、kaigiroku site でサイトにしてください。（100.0 MB. It opens slowly, and on phones perhaps not at all. Make a file of each council or year, or a site with kaigiroku site.）",
            ),
        );
    }

    #[test]
    fn the_sum_says_what_became_of_each() {
        let check = |tally: Tally, expected: &str| assert_eq!(tally.sentence(), expected);
        check(
            Tally { n_asked: 12, n_made: 12, ..Tally::default() },
            "12件中12件を作成しました。（12 of 12 made.）",
        );
        check(
            Tally { n_asked: 12, n_made: 11, n_unread: 1, ..Tally::default() },
            "12件中11件を作成、1件は読めませんでした。（11 of 12 made, 1 could not be read.）",
        );
        check(
            Tally { n_asked: 9, n_made: 2, n_left_out: 4, n_unread: 2, n_unmade: 1 },
            "9件中2件を作成、4件は合う発言がなく、2件は読めず、1件は書き出せませんでした。（2 of 9 made, 4 without a match, 2 could not be read, 1 could not be written.）",
        );
    }
}
