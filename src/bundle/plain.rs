//! The minutes as HTML that reads, jumps and prints without any program.
//!
//! May live here: tags, ids and the few words that stand between them. May not: colours, anything
//! that needs a program.

use std::fmt::{self, Write};

use super::blocks::Excerpt;
use super::escape::Html;
use crate::chars::grouped;
use crate::diagnostics::Lang;
use crate::insight::{Insight, Point};
use crate::model::*;
use crate::source::TextRange;

/// The content of `<main id="kg-plain">`.
///
/// Speeches are `<article id="s014">`, headings of topics `<h2 id="t1">`, and where a speech makes
/// several points each begins at `<span id="s017-2">`: the same names that links into the viewer use.
pub fn write(minutes: &Minutes) -> String {
    write_part(minutes, None)
}

/// The same, of some blocks of the body alone, marked as such.
pub(super) fn write_part(minutes: &Minutes, excerpt: Option<&Excerpt>) -> String {
    page(minutes, excerpt, "")
}

/// The same as one of several on a page: every name that links use has `prefix` in front.
pub(super) fn write_beside(minutes: &Minutes, prefix: &str) -> String {
    page(minutes, None, prefix)
}

fn page(minutes: &Minutes, excerpt: Option<&Excerpt>, prefix: &str) -> String {
    let points = Insight::new(minutes).points;
    let mut page = Page { minutes, points, excerpt, prefix, out: String::new() };
    // Writing to a string cannot fail.
    let _ = page.all();
    page.out
}

struct Page<'a> {
    minutes: &'a Minutes,
    /// The points of each speech.
    points: Vec<Vec<Point>>,
    /// What is there, where it is not all.
    excerpt: Option<&'a Excerpt>,
    /// What stands in front of every name; nothing where the minutes are alone.
    prefix: &'a str,
    out: String,
}

impl Page<'_> {
    fn all(&mut self) -> fmt::Result {
        self.head()?;
        self.roll()?;
        self.agenda()?;
        self.body()?;
        if self.excerpt.is_none() {
            self.notices()?;
        }
        self.foot()
    }

    fn text(&self, range: TextRange) -> &str {
        self.minutes.source.slice(range)
    }

    fn prose(&self, prose: &Prose) -> String {
        prose.text(&self.minutes.source)
    }

    /// `(1) 協議`: the number as printed, if any, and the words.
    fn numbered(&self, num: Option<TextRange>, words: &str) -> String {
        match num {
            Some(num) => format!("{} {words}", self.text(num)),
            None => words.to_owned(),
        }
    }

    fn head(&mut self) -> fmt::Result {
        let title = self.minutes.display_title();
        writeln!(self.out, "\n<h1>{}</h1>", Html(&title))?;
        if let Some(Excerpt { note, .. }) = self.excerpt {
            writeln!(self.out, "<p class=\"excerpt\">{}</p>", Html(note))?;
        }
        if self.minutes.meeting.facts.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "<dl class=\"facts\">")?;
        for fact in &self.minutes.meeting.facts {
            let label = self.numbered(fact.num, self.text(fact.label));
            write!(self.out, "<div><dt>{}</dt>", Html(&label))?;
            for value in &fact.values {
                let value = self.prose(value);
                write!(self.out, "<dd>{}</dd>", Html(&value))?;
            }
            if fact.values.is_empty() {
                match self.elsewhere(fact.field) {
                    Some(anchor) => {
                        write!(self.out, "<dd><a href=\"#{}{anchor}\">下に記載</a></dd>", self.prefix)?
                    }
                    None => write!(self.out, "<dd>（記載なし）</dd>")?,
                }
            }
            writeln!(self.out, "</div>")?;
        }
        writeln!(self.out, "</dl>")
    }

    /// Where the lines of an item of the form are shown that are not shown beside it.
    fn elsewhere(&self, field: Field) -> Option<&'static str> {
        match field {
            Field::Roll if !self.minutes.roll.groups.is_empty() => Some("roll"),
            Field::Agenda if !self.minutes.agenda.is_empty() => Some("agenda"),
            Field::Discussion | Field::Address if !self.minutes.body.is_empty() => Some("text"),
            _ => None,
        }
    }

    /// The name that the form itself gives to a section.
    fn heading_of(&self, field: Field, otherwise: &str) -> String {
        let fact = self.minutes.meeting.facts.iter().find(|fact| fact.field == field);
        fact.map_or_else(|| otherwise.to_owned(), |fact| self.text(fact.label).to_owned())
    }

    fn roll(&mut self) -> fmt::Result {
        let minutes = self.minutes;
        if minutes.roll.groups.is_empty() {
            return Ok(());
        }
        let heading = self.heading_of(Field::Roll, "出席者");
        writeln!(
            self.out,
            "<section class=\"roll\">\n<h2 id=\"{}roll\">{}</h2>",
            self.prefix,
            Html(&heading)
        )?;
        for group in &minutes.roll.groups {
            let name = self.text(group.name).to_owned();
            let name = if name.trim().is_empty() { "（区分の記載なし）" } else { &name };
            let num = group.num.map_or(String::new(), |num| format!("{} ", self.text(num)));
            writeln!(self.out, "<h3>{}{}</h3>\n<ul>", Html(&num), Html(name))?;
            let entries = group.people.iter().map(|person| person.entry);
            for entry in entries.chain(group.unread.iter().copied()) {
                writeln!(self.out, "<li>{}</li>", Html(minutes.source.slice(entry)))?;
            }
            writeln!(self.out, "</ul>")?;
        }
        writeln!(self.out, "</section>")
    }

    fn agenda(&mut self) -> fmt::Result {
        if self.minutes.agenda.is_empty() {
            return Ok(());
        }
        let heading = self.heading_of(Field::Agenda, "議題");
        writeln!(
            self.out,
            "<section class=\"agenda\">\n<h2 id=\"{}agenda\">{}</h2>",
            self.prefix,
            Html(&heading)
        )?;
        self.agenda_items(&self.minutes.agenda)?;
        writeln!(self.out, "</section>")
    }

    /// Whether the heading of a topic is there.
    fn has(&self, topic: TopicId) -> bool {
        let Some(excerpt) = self.excerpt else { return true };
        let at = self.minutes.body.iter().position(|block| *block == Block::Topic(topic));
        at.is_some_and(|at| excerpt.shown.get(at) == Some(&true))
    }

    fn agenda_items(&mut self, items: &[AgendaItem]) -> fmt::Result {
        writeln!(self.out, "<ul>")?;
        for item in items {
            let words = self.numbered(item.num, &self.prose(&item.heading));
            let taken_up = |topic: &&Topic| topic.agenda.contains(&item.id) && self.has(topic.id);
            let topic = self.minutes.topics.iter().find(taken_up);
            match topic {
                Some(topic) => {
                    let anchor = topic.id.0 + 1;
                    write!(self.out, "<li><a href=\"#{}t{anchor}\">{}</a>", self.prefix, Html(&words))?;
                }
                None => write!(self.out, "<li>{}", Html(&words))?,
            }
            if !item.children.is_empty() {
                writeln!(self.out)?;
                self.agenda_items(&item.children)?;
            }
            writeln!(self.out, "</li>")?;
        }
        writeln!(self.out, "</ul>")
    }

    /// Every topic is a section; what stands before the first has one of its own.
    fn body(&mut self) -> fmt::Result {
        let minutes = self.minutes;
        if minutes.body.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "<div id=\"{}text\">", self.prefix)?;
        let mut open = false;
        for (at, &block) in minutes.body.iter().enumerate() {
            if self.excerpt.is_some_and(|excerpt| excerpt.shown.get(at) != Some(&true)) {
                continue;
            }
            if let Block::Topic(topic) = block {
                if open {
                    writeln!(self.out, "</section>")?;
                }
                open = true;
                self.topic(topic)?;
                continue;
            }
            if !open {
                open = true;
                writeln!(self.out, "<section class=\"topic\">\n<h2>本文</h2>")?;
            }
            match block {
                Block::Speech(speech) => self.speech(speech)?,
                Block::Narrative(narrative) => {
                    if let Some(narrative) = minutes.narratives.get(narrative.idx()) {
                        let prose = self.prose(&narrative.prose);
                        writeln!(self.out, "<p class=\"narrative\">{}</p>", Html(&prose))?;
                    }
                }
                Block::Plain(plain) => {
                    if let Some(plain) = minutes.plains.get(plain.idx()) {
                        self.plain(plain.range)?;
                    }
                }
                Block::Topic(_) => {}
            }
        }
        writeln!(self.out, "</section>\n</div>")
    }

    fn topic(&mut self, id: TopicId) -> fmt::Result {
        let words = self.minutes.topic(id).map(|topic| {
            let heading = self.prose(&topic.heading);
            self.numbered(topic.num, &heading)
        });
        let words = words.filter(|words| !words.trim().is_empty()).unwrap_or_else(|| "（見出しなし）".into());
        writeln!(
            self.out,
            "<section class=\"topic\">\n<h2 id=\"{}t{}\">{}</h2>",
            self.prefix,
            id.0 + 1,
            Html(&words)
        )?;
        match self.minutes.topic(id).and_then(|topic| topic.called) {
            Some(called) => {
                let words = self.text(called).split_whitespace().collect::<String>();
                writeln!(
                    self.out,
                    "<p class=\"narrative\">（見出しは本文になく、次の発言から始まるとみています。「{}」）</p>",
                    Html(&words)
                )
            }
            None => Ok(()),
        }
    }

    fn speech(&mut self, id: SpeechId) -> fmt::Result {
        let minutes = self.minutes;
        let Some(speech) = minutes.speech(id) else { return Ok(()) };
        let (number, role, prefix) = (id.0 + 1, speech.role.key(), self.prefix);
        let label = self.prose(&speech.printed);
        let label = if label.trim().is_empty() { "（話者の記載なし）" } else { &label };
        writeln!(self.out, "<article id=\"{prefix}s{number:03}\" class=\"speech role-{role}\">")?;
        write!(self.out, "<header><h3>{}</h3>", Html(label))?;
        if let Attribution::Person { person, .. } = speech.by {
            let name = minutes.person(person).map(|person| self.text(person.name)).unwrap_or_default();
            if !name.is_empty() && !label.contains(name) {
                let by = format!("{name}（出席者欄による）");
                write!(self.out, " <span class=\"by\">{}</span>", Html(&by))?;
            }
        }
        writeln!(self.out, " <a class=\"number\" href=\"#{prefix}s{number:03}\">{number}</a></header>")?;
        for paragraph in &speech.paragraphs {
            write!(self.out, "<p>")?;
            self.paragraph(id, paragraph)?;
            writeln!(self.out, "</p>")?;
        }
        writeln!(self.out, "</article>")
    }

    /// A paragraph of a speech, with the places at which its points begin.
    fn paragraph(&mut self, id: SpeechId, prose: &Prose) -> fmt::Result {
        let source = &self.minutes.source;
        let points = self.points.get(id.idx()).map(Vec::as_slice).unwrap_or_default();
        for (n, piece) in prose.pieces.iter().enumerate() {
            if n > 0 && piece.join == Join::Space {
                self.out.push(' ');
            }
            let TextRange { start: mut at, end } = piece.range;
            let begin = |point: &&Point| (piece.range.start..end).contains(&point.range.start);
            for Point { number, range, .. } in points.iter().filter(begin) {
                let before = source.slice(TextRange { start: at, end: range.start });
                let (speech, prefix) = (id.0 + 1, self.prefix);
                write!(self.out, "{}<span id=\"{prefix}s{speech:03}-{number}\"></span>", Html(before))?;
                at = range.start;
            }
            write!(self.out, "{}", Html(source.slice(TextRange { start: at, end })))?;
        }
        Ok(())
    }

    /// Text as it stands, line by line.
    fn plain(&mut self, range: TextRange) -> fmt::Result {
        let text = self.text(range).replace("\r\n", "\n").replace('\r', "\n");
        let lines: Vec<String> =
            text.trim_matches('\n').split('\n').map(|line| Html(line).to_string()).collect();
        writeln!(self.out, "<p class=\"plain\">{}</p>", lines.join("<br>\n"))
    }

    fn notices(&mut self) -> fmt::Result {
        let minutes = self.minutes;
        if minutes.diagnostics.is_empty() && minutes.furniture.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "<section class=\"notices\">\n<h2>読み取りの注記</h2>\n<ul>")?;
        for diagnostic in &minutes.diagnostics {
            let severity = diagnostic.severity().word(Lang::Ja);
            let line = diagnostic.line(&minutes.source);
            let message = diagnostic.message(Lang::Ja, &minutes.source);
            write!(self.out, "<li>{severity}（原文{line}行目） {}", Html(&message))?;
            let words = diagnostic.words(&minutes.source);
            if !words.is_empty() {
                write!(self.out, "「{}」", Html(&words))?;
            }
            writeln!(self.out, "</li>")?;
        }
        writeln!(self.out, "</ul>")?;
        if !minutes.furniture.is_empty() {
            writeln!(self.out, "<h3>本文から除いた行</h3>\n<ul>")?;
            for &line in &minutes.furniture {
                let number = minutes.source.line(line.start);
                writeln!(self.out, "<li>原文{number}行目「{}」</li>", Html(minutes.source.slice(line)))?;
            }
            writeln!(self.out, "</ul>")?;
        }
        writeln!(self.out, "</section>")
    }

    fn foot(&mut self) -> fmt::Result {
        if self.excerpt.is_some() {
            return writeln!(self.out, "<footer><p>このファイルは何も送信しません。</p></footer>");
        }
        let n_chars = grouped(self.minutes.source.n_chars());
        if !self.prefix.is_empty() {
            return writeln!(self.out, "<footer><p>原文{n_chars}字をすべて収めています。</p></footer>");
        }
        writeln!(
            self.out,
            "<footer><p>原文{n_chars}字をすべて収めています。</p><p>このファイルは何も送信しません。</p></footer>"
        )
    }
}
