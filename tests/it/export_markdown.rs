//! No text becomes markup in Markdown: read by a parser of CommonMark with GitHub's additions.

use kaigiroku::export::{Selection, markdown};
use kaigiroku::model::Minutes;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::arbitrary;
use crate::export_formats::saying;
use crate::minutes::texts;

/// What the file says, line by line, and whether anything is in it but headings, lists, the quote of
/// an excerpt and text.
fn read(markdown: &str) -> Result<Vec<String>, String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Text(text) => line.push_str(&text),
            Event::Start(
                Tag::Paragraph | Tag::Heading { .. } | Tag::List(None) | Tag::Item | Tag::BlockQuote(None),
            ) => {
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
            }
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::List(false)
                | TagEnd::Item
                | TagEnd::BlockQuote(None),
            ) => {
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
            }
            other => return Err(format!("{other:?}")),
        }
    }
    Ok(lines)
}

#[track_caller]
fn check(words: &str) {
    let lines = read(&markdown::write(&saying(words), &Selection::all()));
    assert_eq!(lines.map(|lines| lines.last().cloned()), Ok(Some(words.to_owned())));
}

#[test]
fn words_stay_words() {
    check("*強調*と_下線_と`符号`と~~取消~~。");
    check("# 見出しではない。");
    check("- 箇条書きではない。");
    check("1. 番号ではない。");
    check("23) 番号ではない。");
    check("> 引用ではない。");
    check("[参照](http://example.jp)と![画像](a.png)と<b>札</b>と&amp;。");
    check("https://example.jp とwww.example.jpとa@example.jp とmailto:a@example.jp。");
    check("| 表 | ではない |。");
    check("$式$と[^1]とa\\b\\*。");
    check("=== と --- と +++。");
    check(": 定義ではない。");
    check("~~~ と ``` 。");
}

/// Letters and signs without the spaces between them.
fn squashed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_ascii_control()).collect()
}

#[test]
fn every_text_reads_back_as_it_is_said() {
    for (path, text) in texts() {
        let minutes = Minutes::of(text);
        let lines = read(&markdown::write(&minutes, &Selection::all()));
        let lines = lines.unwrap_or_else(|markup| panic!("{path}: {markup}"));
        let read = squashed(&lines.concat());
        for speech in &minutes.speeches {
            for paragraph in &speech.paragraphs {
                let said = squashed(&paragraph.text(&minutes.source));
                assert!(read.contains(&said), "{path}: {said}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_becomes_markup(minutes in arbitrary::minutes()) {
        let written = markdown::write(&minutes, &Selection::all());
        prop_assert!(read(&written).is_ok(), "{:?}\n{}", read(&written), written);
    }

    #[test]
    fn no_signs_become_markup(words in "[-+*_#=>`~|:;.()\\[\\]<>!&$@^{}%\"'/\\\\ 0-9a-c語]{0,12}") {
        let written = markdown::write(&saying(&words), &Selection::all());
        prop_assert!(read(&written).is_ok(), "{:?}\n{}", read(&written), written);
    }
}
