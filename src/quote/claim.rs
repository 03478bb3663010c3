//! A quote as somebody has pasted it: the words, and what it says of where they stand.
//!
//! May live here: taking a pasted text apart. May not: whether it is right (`verify`).

use super::Mark;
use super::citation::{CODE_MARK, NUMBER_MARK, SOURCE_MARK};

/// A quote in somebody's hand. What it does not say is `None`.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Claim {
    /// The words in every way in which they may be meant: with and without the brackets around
    /// them, the signs of a mail or of Markdown. The last is the likeliest.
    pub readings: Vec<String>,
    /// Who is said to have said them, in every way in which it may be meant. The last is the likeliest.
    pub labels: Vec<String>,
    /// The number of the speech, from 0.
    pub speech: Option<u32>,
    /// How the speech read.
    pub mark: Option<Mark>,
    /// The edition that it was taken from.
    pub edition: Option<String>,
}

impl Claim {
    /// Takes a pasted text apart: our own plain text or Markdown, also behind the `>` of a mail, or
    /// words alone.
    pub fn read(pasted: &str) -> Claim {
        let mut claim = Claim::default();
        let lines: Vec<&str> = pasted.lines().collect();
        if let Some((speech, mark, edition)) = lines.iter().rev().find_map(|line| code_of(line)) {
            claim = Claim { speech: Some(speech), mark: Some(mark), edition, ..claim };
        }
        let sources = lines.iter().enumerate().rev();
        let source = sources.map(|(at, line)| (at, labels_of(line, claim.speech)));
        let words = match source.into_iter().find(|(_, labels)| !labels.is_empty()) {
            Some((at, labels)) => {
                claim.labels = labels;
                lines.get(..at).unwrap_or_default().to_vec()
            }
            None => lines.into_iter().filter(|line| code_of(line).is_none()).collect(),
        };
        let marked: Vec<String> = words.iter().map(|line| unescaped(unquoted(line))).collect();
        let is_marked = marked.iter().zip(&words).any(|(marked, line)| marked != line);
        let plain = words.join("\n");
        let mut readings = vec![plain];
        if is_marked {
            let unquoted: Vec<&str> = words.iter().map(|line| unquoted(line)).collect();
            readings.push(unquoted.join("\n"));
            readings.push(marked.join("\n"));
        }
        for words in readings {
            let inner = words.trim().strip_prefix('「').and_then(|words| words.strip_suffix('」'));
            let inner = inner.map(str::to_owned);
            claim.readings.push(words);
            claim.readings.extend(inner);
        }
        claim
    }
}

/// `〔照合 s017-3fa2c1-8d0e12ab〕`: the speech from 0, the mark, the edition.
fn code_of(line: &str) -> Option<(u32, Mark, Option<String>)> {
    let (_, after) = line.rsplit_once(CODE_MARK)?;
    let code = after.trim_start().trim_end_matches(['〕', ' ', '\r']);
    let mut parts = code.split('-');
    let number = parts.next()?.strip_prefix('s')?.parse::<u32>().ok()?.checked_sub(1)?;
    let mark = Mark::parse(parts.next()?)?;
    let edition = parts.next().filter(|edition| edition.bytes().all(|byte| byte.is_ascii_hexdigit()));
    Some((number, mark, edition.map(str::to_owned)))
}

/// The label of a source line, as it stands and as Markdown: `――委員（発言17）『…`.
fn labels_of(line: &str, speech: Option<u32>) -> Vec<String> {
    let Some(line) = unquoted(line).strip_prefix(SOURCE_MARK) else { return Vec::new() };
    let number = speech.map(|speech| (speech + 1).to_string()).unwrap_or_default();
    let end = format!("{NUMBER_MARK}{number}");
    let marked = unescaped(line.strip_prefix('[').unwrap_or(line));
    let label = |line: &str| line.split_once(&end).map(|(label, _)| label.trim().to_owned());
    label(line).into_iter().chain(label(&marked)).collect()
}

/// A line without the signs by which mails and Markdown say that it is quoted.
fn unquoted(line: &str) -> &str {
    line.trim_start_matches(|c: char| c.is_whitespace() || c == '>')
}

/// A line of Markdown as it reads.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let escapes = c == '\\' && letters.peek().is_some_and(char::is_ascii_punctuation);
        out.extend(if escapes { letters.next() } else { Some(c) });
    }
    out
}
