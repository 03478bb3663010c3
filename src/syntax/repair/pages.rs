//! Edges of pages and of web pages: page numbers, running heads, navigation, lines printed twice.
//!
//! A number is taken for that of a page only in a rising series or at the edge of a page that the
//! text marks; a line for a running head only where it recurs at such edges.
//!
//! May live here: what surrounds the record. May not: the record.

use std::collections::{BTreeMap, BTreeSet};

use super::super::label::{self, LabelMatch};
use super::super::lines::{Laid, Line};
use super::super::numbering;
use super::super::roster::Roster;
use super::super::title;
use crate::chars::{digit, is_space, narrow};
use crate::source::{Source, TextRange};

/// Marks as furniture what is no part of the record.
pub(super) fn mark(source: &Source, lines: &mut [Laid]) {
    mark_repeated(lines);
    let feeds = feeds(source, lines);
    let mut edges = page_numbers(lines, &feeds);
    mark_index(lines, edges.len());
    edges.extend(feeds);
    // A number and a form feed close to each other are one edge.
    let mut last = None;
    edges.retain(|&n| {
        let is_new = last.is_none_or(|last| n - last > MOST_HEAD_LINES);
        last = Some(n);
        is_new
    });
    mark_heads(lines, &edges);
    mark_surroundings(lines);
}

/// Marks these lines as no part of the record; blank ones are none in any case.
fn leave_out(lines: &mut [Laid], which: impl IntoIterator<Item = usize>) {
    for n in which {
        if let Some(line) = lines.get_mut(n).filter(|line| !line.text.is_empty()) {
            line.is_furniture = true;
        }
    }
}

/// The lines before which a form feed stands.
fn feeds(source: &Source, lines: &[Laid]) -> BTreeSet<usize> {
    let begins_page = |line: &Laid| {
        // The form feed ends the line before.
        source.slice(TextRange::new(line.start.saturating_sub(1), line.start)) == "\u{C}"
    };
    lines.iter().enumerate().skip(1).filter(|(_, line)| begins_page(line)).map(|(n, _)| n).collect()
}

/// How a number of a page is dressed, and the number.
struct PageNumber {
    dress: String,
    value: u32,
}

/// Letters of the longest line that holds a page number and nothing else.
const LONGEST_NUMBER: usize = 16;
/// Letters of the longest line that names the record beside the number of its page.
const LONGEST_HEAD: usize = 60;
/// A page has at least so many lines.
const LINES_OF_A_SHORT_PAGE: usize = 10;
/// Letters of the longest address that is printed beside the number of a page.
const LONGEST_ADDRESS: usize = 300;
/// Pages are further apart than entries of a list.
const FEWEST_LINES_APART: usize = 4;

fn page_number(text: &str) -> Option<PageNumber> {
    // Most lines are longer, or have no number.
    if text.chars().filter(|&c| !is_space(c)).nth(LONGEST_ADDRESS).is_some()
        || !text.contains(|c| digit(c).is_some())
    {
        return None;
    }
    let is_short = text.chars().filter(|&c| !is_space(c)).nth(LONGEST_HEAD).is_none();
    if !is_short && !text.contains("//") && !text.contains("／／") {
        return None;
    }
    let bare: String = text.chars().filter(|&c| !is_space(c)).map(narrow).collect();
    let n_chars = bare.chars().count();
    let is_address = bare.contains("http://") || bare.contains("https://");
    if n_chars == 0 || (n_chars > LONGEST_HEAD && !(is_address && n_chars <= LONGEST_ADDRESS)) {
        return None;
    }
    let words: String = bare.chars().filter(|c| c.is_alphabetic()).collect();
    let is_word = matches!(
        words.to_ascii_lowercase().as_str(),
        "" | "p" | "page" | "頁" | "ページ" | "第頁" | "第ページ" | "pageof"
    );
    // Beside the name of the record the number comes last: 「第2回審議会会議録 3」.
    let names_record = || title::names_record(&bare) && !bare.contains('。');
    if !(is_word && n_chars <= LONGEST_NUMBER || is_address || names_record()) {
        return None;
    }
    let mut numbers: Vec<(usize, u32)> = Vec::new();
    let mut last_end = None;
    for (at, c) in bare.char_indices() {
        let Some(digit) = digit(c) else { continue };
        match numbers.last_mut().filter(|_| last_end == Some(at)) {
            Some((_, number)) => *number = number.checked_mul(10)?.checked_add(digit)?,
            None => numbers.push((at, digit)),
        }
        last_end = Some(at + c.len_utf8());
    }
    // 「3/56」 counts the pages behind the slash; everywhere else the last number is the page.
    let counts = bare.rsplit(' ').next().is_some_and(|last| last.contains('/')) && !bare.ends_with('/')
        || bare.to_ascii_lowercase().contains("of");
    let &(at, value) =
        if counts && numbers.len() > 1 { numbers.get(numbers.len() - 2)? } else { numbers.last()? };
    let rest = bare.get(at..)?.trim_start_matches(|c: char| c.is_ascii_digit());
    let dress = format!("{}#{rest}", bare.get(..at)?);
    (!is_word || numbers.len() <= 2).then_some(PageNumber { dress, value })
}

/// Finds page numbers, marks them, and gives their lines.
fn page_numbers(lines: &mut [Laid], feeds: &BTreeSet<usize>) -> BTreeSet<usize> {
    let mut by_dress: BTreeMap<String, Vec<(usize, u32)>> = BTreeMap::new();
    for (n, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_furniture) {
        if let Some(PageNumber { dress, value }) = page_number(&line.text) {
            by_dress.entry(dress).or_default().push((n, value));
        }
    }
    let mut found = BTreeSet::new();
    for (dress, places) in by_dress {
        // A bare number, or one in brackets, may stand in a list or a table.
        let is_plain = dress.chars().all(|c| matches!(c, '#' | '(' | ')'));
        let fewest = if is_plain || dress.chars().any(char::is_alphabetic) { 3 } else { 2 };
        // Two bare numbers are pages where they are the first two and a page lies between them.
        let are_first_pages = |run: &[(usize, u32)]| {
            matches!(dress.as_str(), "#" | "(#)")
                && matches!(run, [(a, 1), (b, 2)] if b - a >= LINES_OF_A_SHORT_PAGE)
        };
        let is_at_edge = |n: usize| !feeds.is_disjoint(&(n.saturating_sub(2)..n + 3).collect());
        for run in rising(&places, dress == "#:") {
            if run.len() >= fewest || are_first_pages(run) || run.iter().all(|&(n, _)| is_at_edge(n)) {
                found.extend(run.iter().map(|&(n, _)| n));
            }
        }
    }
    leave_out(lines, found.iter().copied());
    found
}

/// The places cut into runs in which the number rises by one, or by two where a page bears none.
fn rising(places: &[(usize, u32)], is_viewer: bool) -> Vec<&[(usize, u32)]> {
    let goes_on = |a: &(usize, u32), b: &(usize, u32)| {
        // A viewer numbers short speeches without a gap.
        let is_next = b.1 == a.1 + 1 && is_viewer && b.0 - a.0 >= 2;
        is_next || b.1 > a.1 && b.1 - a.1 <= 2 && b.0 - a.0 >= FEWEST_LINES_APART
    };
    places.chunk_by(goes_on).collect()
}

/// So many numbered entries make the index of a viewer.
const FEWEST_ENTRIES: usize = 5;
/// So many labels without words below each other are an index.
const FEWEST_LABELS: usize = 8;
/// Letters of the longest word of a viewer.
const LONGEST_WORD: usize = 8;

/// Marks what a viewer on the web puts between numbered speeches: words that come back beside each, labels
/// that it repeats, the index of all labels.
fn mark_index(lines: &mut [Laid], n_numbers: usize) {
    if n_numbers < FEWEST_ENTRIES {
        return;
    }
    let nobody = Roster::default();
    let own: Vec<usize> = (0..lines.len())
        .filter(|&n| lines.get(n).is_some_and(|line| !line.is_furniture && !line.text.is_empty()))
        .collect();
    let found: Vec<Option<LabelMatch>> =
        own.iter().map(|&n| lines.get(n).and_then(|line| label::label_in(&line.text, &nobody))).collect();
    let is_marked = |found: &Option<LabelMatch>| found.as_ref().is_some_and(|found| found.shape.marked);
    let text = |at: usize| own.get(at).and_then(|&n| lines.get(n)).map_or("", |line| line.text.as_ref());
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for at in 0..own.len() {
        *times.entry(text(at)).or_default() += 1;
    }
    let comes_back = |at: usize| {
        let text = text(at);
        times.get(text).is_some_and(|&n| n >= FEWEST_ENTRIES && n * 2 >= n_numbers)
            && text.chars().count() <= LONGEST_WORD
            && !text.ends_with(['。', '」', '）', ')', '〕'])
    };
    let is_alone = |at: usize| {
        found
            .get(at)
            .and_then(Option::as_ref)
            .is_some_and(|found| found.shape.marked && found.body >= text(at).len())
    };
    let mut marked: Vec<usize> =
        (0..own.len()).filter(|&at| comes_back(at) && !found.get(at).is_some_and(&is_marked)).collect();
    let rest: Vec<usize> = (0..own.len()).filter(|at| marked.binary_search(at).is_err()).collect();
    // A label that the next line repeats with its words.
    for pair in rest.windows(2) {
        let &[at, next] = pair else { continue };
        let words = |at: usize| found.get(at).and_then(Option::as_ref).map(|found| found.squashed.as_str());
        if is_alone(at) && !is_alone(next) && words(at) == words(next) {
            marked.push(at);
        }
    }
    for run in rest.chunk_by(|&a, &b| is_alone(a) && is_alone(b)) {
        if run.len() >= FEWEST_LABELS && run.iter().all(|&at| is_alone(at)) {
            // The last may be the first that has words below it.
            marked.extend(run.split_last().map(|(_, index)| index).unwrap_or_default());
        }
    }
    let marked: Vec<usize> = marked.into_iter().filter_map(|at| own.get(at).copied()).collect();
    leave_out(lines, marked);
}

/// A running head is looked for among so many lines beside an edge, blank ones included.
const LINES_AROUND: usize = 40;
/// How many lines a running head or foot may have.
const MOST_HEAD_LINES: usize = 3;
/// At so many edges a line has to stand.
const FEWEST_EDGES: usize = 3;

/// Marks lines that recur at the edges of pages, from the edge outwards.
fn mark_heads(lines: &mut [Laid], edges: &BTreeSet<usize>) {
    if edges.len() < FEWEST_EDGES {
        return;
    }
    let masked = |line: &Laid| -> String {
        line.text
            .chars()
            .filter(|&c| !is_space(c))
            .map(|c| if digit(c).is_some() { '#' } else { c })
            .collect()
    };
    let beside = |lines: &[Laid], edge: usize| -> Vec<usize> {
        let is_own =
            |n: &usize| lines.get(*n).is_some_and(|line| !line.text.is_empty() && !line.is_furniture);
        let above = (edge.saturating_sub(LINES_AROUND)..edge).rev().filter(is_own).take(MOST_HEAD_LINES);
        let below = (edge..lines.len().min(edge + LINES_AROUND)).filter(is_own).take(MOST_HEAD_LINES);
        above.chain(below).collect()
    };
    let mut n_edges: BTreeMap<String, usize> = BTreeMap::new();
    for &edge in edges {
        let near: BTreeSet<String> =
            beside(lines, edge).into_iter().filter_map(|n| lines.get(n)).map(masked).collect();
        near.into_iter().for_each(|line| *n_edges.entry(line).or_default() += 1);
    }
    let nobody = Roster::default();
    let recurs = |line: &Laid| {
        let text = &line.text;
        let line = masked(line);
        let opens_speech = line.starts_with(['○', '◯', '〇', '◎', '●', '◆', '【', '（', '(', '〔']);
        let is_label =
            || label::label_in(text, &nobody).is_some_and(|found| found.known >= label::Known::Role);
        // 日程第１, 日程第２: what differs in its number alone may be the order of the day.
        let names_matter = numbering::names_matter(text);
        let names_record = title::names_record(&line) || title::names_body(&line);
        let fewest =
            if names_record && edges.len() <= FEWEST_EDGES + 1 { FEWEST_EDGES - 1 } else { FEWEST_EDGES };
        !opens_speech
            && !is_label()
            && !names_matter
            && !line.ends_with('。')
            && line.chars().count() >= 4
            && n_edges.get(&line).is_some_and(|&n| n >= fewest)
    };
    let mut heads = Vec::new();
    // The text begins with the head of its first page.
    for &edge in edges.iter().chain([&0]) {
        let near = beside(lines, edge);
        let (above, below): (Vec<usize>, Vec<usize>) = near.into_iter().partition(|&n| n < edge);
        for side in [above, below] {
            heads.extend(side.into_iter().take_while(|&n| lines.get(n).is_some_and(recurs)));
        }
    }
    leave_out(lines, heads);
}

/// Marks a heading that is printed a second time as the end of the line above: bold made so.
fn mark_repeated(lines: &mut [Laid]) {
    let mut above: Option<usize> = None;
    for n in 0..lines.len() {
        let Some(text) = lines.get(n).map(|line| line.text.as_ref()).filter(|text| !text.is_empty()) else {
            above = None;
            continue;
        };
        let before = above.and_then(|above| lines.get(above)).map(|line| line.text.as_ref());
        // Behind nothing but a mark or a number even two letters are no accident.
        let is_whole = |front: &str| !front.is_empty() && !front.chars().any(char::is_alphabetic);
        let is_again = text.chars().any(char::is_alphabetic)
            && !text.ends_with(['。', '？', '！'])
            && before.and_then(|before| before.strip_suffix(text)).is_some_and(|front| {
                text.chars().count() >= 3 || (text.chars().count() == 2 && is_whole(front))
            });
        if is_again {
            if let Some(line) = lines.get_mut(n) {
                line.is_furniture = true;
            }
        } else {
            above = Some(n);
        }
    }
}

/// Words with which a web page says that the record begins below.
const OPENINGS: &[&str] = &["ここから本文", "本文ここから", "本文へスキップ", "本文へ移動"];
/// Words of a web page around the record.
const SURROUNDINGS: &[&str] = &[
    "ここまで本文",
    "本文ここまで",
    "ページの先頭",
    "ページトップ",
    "ページの上部",
    "トップへ戻る",
    "TOPへ",
    "TOP▲",
    "▲TOP",
    "PAGETOP",
    "先頭へ戻る",
    "一覧へ戻る",
    "一覧に戻る",
    "前のページ",
    "このページに関する",
    "このページについての",
    "このページの作成",
    "この情報は役に立ち",
    "情報は役に立ちましたか",
    "このページは見つけやすかった",
    "ご意見をお聞かせ",
    "サイトマップ",
    "個人情報の取扱い",
    "個人情報保護",
    "著作権",
    "免責事項",
    "Copyright",
    "©",
    "AllRightsReserved",
    "AdobeReader",
    "AcrobatReader",
    "AdobeAcrobat",
    "ソーシャルメディア",
    "シェアする",
    "ツイート",
    "関連リンク",
    "関連ファイル",
    "添付ファイル",
    "ダウンロード",
    "印刷用ページ",
    "文字サイズ",
    "更新日",
    "ページID",
    "ページ番号",
    "現在の位置",
    "現在位置",
    "ホーム>",
    "トップ>",
    "TOP>",
    "検索語",
    "お問い合わせ先",
    "お問合せ先",
    "問い合わせフォーム",
    "開庁時間",
    "(PDF:",
    "PDFファイル",
    "KB)",
    "検索システム",
    "検索結果",
];
/// Above the record so many lines are looked at.
const LINES_ABOVE: usize = 12;
/// Below the record so many.
const LINES_BELOW: usize = 40;

fn squashed(text: &str) -> String {
    label::squash(text).chars().map(narrow).map(|c| if c == '＞' { '>' } else { c }).collect()
}

fn surrounds(text: &str) -> bool {
    let text = squashed(text);
    text.chars().count() <= LONGEST_HEAD
        && !text.ends_with('。')
        && SURROUNDINGS.iter().chain(OPENINGS).any(|words| text.contains(words))
}

/// Marks what a web page puts above and below the record.
fn mark_surroundings(lines: &mut [Laid]) {
    let opening = lines.iter().take(60).rposition(|line| {
        let text = squashed(&line.text);
        OPENINGS.iter().any(|words| text.contains(words))
    });
    let above = opening.map_or(0, |n| n + 1);
    let own: Vec<usize> = (above..lines.len())
        .filter(|&n| lines.get(n).is_some_and(|line| !line.text.is_empty()))
        .take(LINES_ABOVE)
        .collect();
    let mut marked: Vec<usize> = (0..above).collect();
    marked.extend(own.into_iter().filter(|&n| lines.get(n).is_some_and(|line| surrounds(&line.text))));
    // Below: from the first such line behind the last sentence on, to the end.
    let last = lines.len().saturating_sub(LINES_BELOW).max(above);
    let is_end = |line: &Laid| {
        let read = Line::new(line);
        read.is_time_mark() || read.is_sentence() && !surrounds(&line.text)
    };
    let end = lines.iter().rposition(is_end).map_or(last, |n| n + 1).max(last);
    if let Some(first) = (end..lines.len()).find(|&n| lines.get(n).is_some_and(|line| surrounds(&line.text)))
    {
        marked.extend(first..lines.len());
    }
    leave_out(lines, marked);
}
