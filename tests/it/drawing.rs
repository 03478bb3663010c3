//! A screen as text, part by part, for tests to compare.

use std::fmt::Write;

use expect_test::Expect;
use kaigiroku::app::screen::{BlockView, Run, RunKind, Screen, compose};
use kaigiroku::app::state::Action;
use kaigiroku::model::{Join, SpeechId};

use crate::app::after;
use crate::hand::harbour;

/// The screen after these actions: one of its parts, as text.
pub fn check(actions: impl IntoIterator<Item = Action>, part: fn(&Screen) -> String, expect: Expect) {
    let document = harbour();
    expect.assert_eq(&part(&compose(&document, &after(&document, actions))));
}

/// Hits as [number words], the current one doubled; joins as ¦ and ‖.
fn runs(runs: &[Run]) -> String {
    let show = |run: &Run| match run.kind {
        RunKind::Text => run.text.clone(),
        RunKind::Hit { index, current: true } => format!("[[{index} {}]]", run.text),
        RunKind::Hit { index, current: false } => format!("[{index} {}]", run.text),
        RunKind::Join(Join::Page) => "‖".to_owned(),
        RunKind::Join(_) => "¦".to_owned(),
        RunKind::Point(number) => format!("({number})"),
    };
    let show = |run: &Run| if run.promise { format!("<{}>", show(run)) } else { show(run) };
    let show = |run: &Run| if run.aloud { format!("♪{}♪", show(run)) } else { show(run) };
    let show = |run: &Run| if run.pointed { format!("{{{}}}", show(run)) } else { show(run) };
    runs.iter().map(show).collect()
}

pub fn body(screen: &Screen) -> String {
    let mut out = String::new();
    for block in &screen.body {
        match block {
            BlockView::Topic(topic) => {
                let _ = writeln!(
                    out,
                    "## {} {} {}  <{}>",
                    topic.anchor,
                    topic.num,
                    runs(&topic.heading),
                    topic.note
                );
            }
            BlockView::Speech(speech) => {
                let mark = if speech.current { "*" } else { "" };
                let joined = if speech.repaired { " 原文あり" } else { "" };
                for tag in &speech.subjects {
                    let _ = writeln!(out, "# {} <{}> {}", tag.name, tag.because, tag.paragraph);
                }
                let _ = writeln!(
                    out,
                    "{mark}{} {} {:?} {} <{}>{joined}",
                    speech.anchor, speech.number, speech.role, speech.label, speech.note
                );
                if !speech.kind.is_empty() {
                    let (answers, answered) =
                        (speech.answers.map(number), speech.answered.iter().copied().map(number));
                    let answered: Vec<u32> = answered.collect();
                    let _ = writeln!(
                        out,
                        "  {} <{}> {}{answers:?} {answered:?} {}{:?}",
                        speech.kind,
                        speech.kind_note,
                        speech.answers_to,
                        if speech.hangs { "hangs " } else { "" },
                        speech.unsettled
                    );
                }
                for ground in &speech.grounds {
                    let _ = writeln!(out, "  ({ground})");
                }
                for (what, is_so) in [
                    ("beside", speech.beside),
                    ("stands out", speech.stands_out),
                    ("steps back", speech.steps_back),
                ] {
                    if is_so {
                        let _ = writeln!(out, "  {what}");
                    }
                }
                for paragraph in &speech.paragraphs {
                    let _ = writeln!(out, "  {}", runs(paragraph));
                }
                for line in speech.original.iter().flatten() {
                    let _ = writeln!(out, "  > {line}");
                }
            }
            BlockView::Gap { first, last, n } => {
                let _ = writeln!(out, "… {}–{} ({n})", number(*first), number(*last));
            }
            BlockView::Narrative { runs: words, .. } => {
                let _ = writeln!(out, "-- {}", runs(words));
            }
            BlockView::Plain { line, lines, .. } => {
                let _ = writeln!(out, ".. {line}行");
                for line in lines {
                    let _ = writeln!(out, "   {}", runs(line));
                }
            }
        }
    }
    out
}

fn number(speech: SpeechId) -> u32 {
    speech.0 + 1
}

pub fn head(screen: &Screen) -> String {
    let mut out = format!(
        "{}\n{}\n",
        screen.title,
        screen.summary.iter().map(|phrase| &phrase.text[..]).collect::<Vec<_>>().join("　")
    );
    for fact in &screen.facts {
        let _ = writeln!(out, "{}: {}", fact.label, fact.values.join(" / "));
    }
    for row in &screen.agenda {
        let topics: Vec<String> = row.topics.iter().map(|topic| format!("t{}", topic.topic.0 + 1)).collect();
        let topics = if topics.is_empty() { "-".to_owned() } else { topics.join(" ") };
        let notes: String = row.notes.iter().map(|note| format!(" <{note}>")).collect();
        let mark = if row.selected { "*" } else { "" };
        let _ = writeln!(
            out,
            "{}{mark}{} {} {}件 → {topics}{notes}",
            "  ".repeat(row.depth),
            row.num,
            row.heading,
            row.count
        );
    }
    for topic in &screen.loose_topics {
        let _ = writeln!(out, "（次第になし） {} {}", topic.num, topic.heading);
    }
    for group in &screen.roll {
        let _ = writeln!(out, "{} {}", group.name, group.count);
        for person in &group.people {
            let speeches: Vec<u32> = person.speeches.iter().map(|speech| speech.0 + 1).collect();
            let _ = write!(out, "  {}|{}|{}|{speeches:?}", person.name, person.post, person.proxy);
            let filter = person.filter.as_ref().map(|filter| format!(" {filter:?}")).unwrap_or_default();
            let _ = writeln!(out, "{}{filter}", person.labels);
        }
    }
    for notice in &screen.notices {
        let kind = if notice.warning { "要確認" } else { "参考" };
        let _ = writeln!(
            out,
            "{kind} {}行 「{}」 {} {:?}",
            notice.line, notice.words, notice.message, notice.speech
        );
    }
    out + screen.footer.join("\n").as_str() + "\n"
}

pub fn tools(screen: &Screen) -> String {
    let search = &screen.search;
    let mut out = format!("[{}] {} <{}> {:?}\n", search.query, search.count, search.status, screen.focus);
    for chip in &screen.chips {
        let _ = writeln!(out, "x {}", chip.text);
    }
    for row in &screen.contents {
        let mark = if row.selected { "*" } else { " " };
        let first = row.first.map(|first| first.0 + 1);
        let _ = writeln!(
            out,
            "{mark}目次 {} {} {}件 該当{} {first:?}",
            row.num, row.heading, row.count, row.n_hits
        );
        for subject in &row.subjects {
            let _ =
                writeln!(out, "   話題 {} {}件 {:?}", subject.name, subject.count, subject.first.map(number));
        }
    }
    for scope in &search.scopes {
        let mark = if scope.selected { "*" } else { "" };
        let _ = write!(out, "{mark}{} {}　", scope.text, scope.count);
    }
    if !search.scopes.is_empty() {
        let _ = writeln!(out, "{:?}", search.whole);
    }
    for rescue in &screen.rescues {
        let _ = writeln!(out, "> {} {:?}", rescue.text, rescue.action);
    }
    let facets = [("話者", &screen.labels), ("立場", &screen.roles), ("種別", &screen.kinds)];
    for (kind, row) in facets.into_iter().flat_map(|(kind, rows)| rows.iter().map(move |row| (kind, row))) {
        let mark = if row.selected { "*" } else { " " };
        let _ = writeln!(
            out,
            "{mark}{kind} {} {} <{}> {}件 該当{} {:?} {:?}",
            row.badge,
            row.text,
            row.note,
            row.count,
            row.n_hits,
            row.share,
            row.highlight.map(|(_, on)| on)
        );
    }
    out
}

pub fn strip(screen: &Screen) -> String {
    let mut out = String::new();
    for bar in &screen.strip {
        let (shown, topic) = (if bar.shown { "" } else { "-" }, bar.topic.map(|topic| topic.0 + 1));
        let _ = writeln!(
            out,
            "{shown}{} {:.1}+{:.1} {} {topic:?}",
            bar.speech.0 + 1,
            bar.start,
            bar.width,
            bar.n_hits
        );
    }
    out
}
