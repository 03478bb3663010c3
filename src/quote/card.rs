//! A quote as a picture, for those who post pictures.
//!
//! May live here: where the letters of the picture stand. May not: how it becomes one of pixels
//! (`browser`).

use super::Citation;

/// Wide and high as the previews of links are: 1200 by 630 pixels.
const WIDTH: f64 = 1200.0;
const HEIGHT: f64 = 630.0;
const LEFT: f64 = 88.0;
const TOP: f64 = 72.0;
/// The lower edge of the words.
const BOTTOM: f64 = 468.0;
/// From the largest; the first at which all words have room is taken.
const SIZES: [f64; 5] = [52.0, 44.0, 38.0, 32.0, 27.0];
const LEADING: f64 = 1.6;

const FONTS: &str = "Noto Sans JP,Noto Sans CJK JP,Hiragino Sans,Hiragino Kaku Gothic ProN,BIZ UDPGothic,\
                     Yu Gothic,Meiryo,sans-serif";

/// The picture as SVG that names nothing outside of itself. Words that have no room end in …（略）.
pub fn svg(citation: &Citation) -> String {
    let (size, lines) = fitted(&citation.paragraphs);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"{FONTS}\" lang=\"ja\">\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\
         <rect width=\"20\" height=\"{HEIGHT}\" fill=\"#0017c1\"/>"
    );
    let mut text = |y: f64, size: f64, colour: &str, weight: u32, words: &str| {
        out.push_str(&format!(
            "<text x=\"{LEFT}\" y=\"{y:.0}\" font-size=\"{size}\" fill=\"{colour}\" font-weight=\"{weight}\">{}</text>",
            escaped(words)
        ));
    };
    for (at, line) in lines.iter().enumerate() {
        text(TOP + size * (0.9 + LEADING * at as f64), size, "#1a1a1a", 400, line);
    }
    let room = WIDTH - 2.0 * LEFT;
    text(
        530.0,
        30.0,
        "#1a1a1a",
        700,
        &cut(&format!("{}（発言{}）", citation.label, citation.number), room / 30.0),
    );
    let title = if citation.day.is_empty() {
        citation.title.clone()
    } else {
        format!("{} {}", citation.title, citation.day)
    };
    text(570.0, 22.0, "#4d4d4d", 400, &cut(&title, room / 22.0));
    text(602.0, 18.0, "#666", 400, &format!("照合 {}", citation.code));
    out.push_str("</svg>");
    out
}

/// The words in lines, in the largest letters in which they have room.
fn fitted(paragraphs: &[String]) -> (f64, Vec<String>) {
    let lines = |size: f64| -> Vec<String> {
        let quoted = format!("「{}」", paragraphs.join("\n"));
        quoted.lines().flat_map(|line| wrapped(line, (WIDTH - 2.0 * LEFT) / size)).collect()
    };
    let n_lines = |size: f64| ((BOTTOM - TOP) / (size * LEADING)).floor() as usize;
    let mut last = (27.0, Vec::new());
    for size in SIZES {
        last = (size, lines(size));
        if last.1.len() <= n_lines(size) {
            return last;
        }
    }
    let (size, mut lines) = last;
    lines.truncate(n_lines(size));
    if let Some(line) = lines.last_mut() {
        *line = cut(line, (WIDTH - 2.0 * LEFT) / size - 4.0);
        line.truncate(line.trim_end_matches('…').len());
        line.push_str("…（略）」");
    }
    (size, lines)
}

/// How wide a letter is, in widths of a kanji.
fn width(c: char) -> f64 {
    if c.is_ascii() || matches!(c, '\u{FF61}'..='\u{FF9F}') { 0.56 } else { 1.0 }
}

/// A line broken where it is full; no line begins with what ends a word or a sentence.
fn wrapped(line: &str, room: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0.0;
    for c in line.chars() {
        let hangs = matches!(
            c,
            '、' | '。'
                | '，'
                | '．'
                | '」'
                | '』'
                | '）'
                | '】'
                | '〕'
                | 'ー'
                | '々'
                | '？'
                | '！'
                | 'ゃ'
                | 'ゅ'
                | 'ょ'
                | 'っ'
        );
        if used + width(c) > room && !hangs {
            lines.push(String::new());
            used = 0.0;
        }
        if let Some(last) = lines.last_mut() {
            last.push(c);
        }
        used += width(c);
    }
    lines
}

/// As many letters as have room; what is left out is said.
fn cut(text: &str, room: f64) -> String {
    let whole: f64 = text.chars().map(width).sum();
    if whole <= room {
        return text.to_owned();
    }
    let mut used = 1.0;
    let mut out: String = text
        .chars()
        .take_while(|&c| {
            used += width(c);
            used <= room
        })
        .collect();
    out.push('…');
    out
}

/// Text between tags. XML has no place for control characters.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}')) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
    out
}
