//! A quote as a picture, for those who post pictures.
//!
//! May live here: where the letters of the picture stand. May not: how it becomes one of pixels
//! (`browser`).

use super::Citation;
use super::citation::escaped;

/// Wide and high as the previews of links are: 1200 by 630 pixels.
pub const CARD_SIZE: (u32, u32) = (1200, 630);
const WIDTH: usize = CARD_SIZE.0 as usize;
const HEIGHT: usize = CARD_SIZE.1 as usize;
const LEFT: usize = 88;
const TOP: usize = 72;
/// The lower edge of the words.
const BOTTOM: usize = 468;
/// From the largest; the first at which all words have room is taken.
const SIZES: [usize; 5] = [52, 44, 38, 32, 27];
/// The room between the words and the right edge.
const ROOM: usize = WIDTH - 2 * LEFT;

const FONTS: &str = "Noto Sans JP,Noto Sans CJK JP,Hiragino Sans,Hiragino Kaku Gothic ProN,BIZ UDPGothic,\
                     Yu Gothic,Meiryo,sans-serif";

/// The picture as SVG that names nothing outside of itself. Words that have no room end in …（略）.
pub fn svg(citation: &Citation) -> String {
    let (size, lines) = fitted(&citation.quoted());
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"{FONTS}\" lang=\"ja\">\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\
         <rect width=\"20\" height=\"{HEIGHT}\" fill=\"#0017c1\"/>"
    );
    let mut text = |y: usize, size: usize, colour: &str, weight: u32, words: &str| {
        out.push_str(&format!(
            "<text x=\"{LEFT}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\" font-weight=\"{weight}\">{}</text>",
            escaped(&allowed(words))
        ));
    };
    for (at, line) in lines.iter().enumerate() {
        text(TOP + size + leading(size) * at, size, "#1a1a1a", 400, line);
    }
    let number = format!("（発言{}）", citation.number);
    let label = cut(&citation.label, room(30) - number.chars().map(width).sum::<usize>());
    text(530, 30, "#1a1a1a", 700, &(label + &number));
    let title = if citation.day.is_empty() {
        citation.title.clone()
    } else {
        format!("{} {}", citation.title, citation.day)
    };
    text(570, 22, "#4d4d4d", 400, &cut(&title, room(22)));
    text(602, 18, "#666", 400, &format!("照合 {}", citation.code));
    out.push_str("</svg>");
    out
}

/// From line to line.
fn leading(size: usize) -> usize {
    size * 8 / 5
}

/// How wide a line is, in hundredths of a kanji.
fn room(size: usize) -> usize {
    ROOM * 100 / size
}

/// The words in lines, in the largest letters in which they have room.
fn fitted(quoted: &str) -> (usize, Vec<String>) {
    let lines =
        |size: usize| -> Vec<String> { quoted.lines().flat_map(|line| wrapped(line, room(size))).collect() };
    let n_lines = |size: usize| (BOTTOM - TOP) / leading(size);
    let mut last = (0, Vec::new());
    for size in SIZES {
        last = (size, lines(size));
        if last.1.len() <= n_lines(size) {
            return last;
        }
    }
    let (size, mut lines) = last;
    lines.truncate(n_lines(size));
    if let Some(line) = lines.last_mut() {
        *line = cut(line, room(size) - 400);
        line.truncate(line.trim_end_matches('…').len());
        line.push_str("…（略）」");
    }
    (size, lines)
}

/// How wide a letter is, in hundredths of a kanji.
fn width(c: char) -> usize {
    if c.is_ascii() || matches!(c, '\u{FF61}'..='\u{FF9F}') { 56 } else { 100 }
}

/// What does not begin a line.
const HANGS: &str = "、。，．」』）】〕ー々？！ゃゅょっ";

/// A line broken where it is full.
fn wrapped(line: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for c in line.chars() {
        let hangs = HANGS.contains(c) && used <= room;
        if used + width(c) > room && !hangs {
            lines.push(String::new());
            used = 0;
        }
        if let Some(last) = lines.last_mut() {
            last.push(c);
        }
        used += width(c);
    }
    lines
}

/// As many letters as have room; what is left out is said.
fn cut(text: &str, room: usize) -> String {
    if text.chars().map(width).sum::<usize>() <= room {
        return text.to_owned();
    }
    let mut used = width('…');
    let fits = |c: &char| {
        used += width(*c);
        used <= room
    };
    let mut out: String = text.chars().take_while(fits).collect();
    out.push('…');
    out
}

/// The letters that XML has a place for.
fn allowed(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect()
}
