//! 目次: the topics with their subjects, each a link and a filter.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::facet::hits;
use super::jump::jump;
use super::printed::printed;
use crate::app::screen::{ContentsRow, SubjectRow};
use crate::app::state::{Action, Choice};
use crate::app::words::{Lang, Msg};
use crate::model::{SpeechId, TopicId};

/// The table of contents: a link jumps, the button beside it filters; `now` is in view.
pub fn contents(
    dispatch: &Dispatch,
    lang: Lang,
    rows: &[ContentsRow],
    loose: &[SubjectRow],
    now: Option<TopicId>,
) -> Html {
    let row = |row: &ContentsRow| {
        let is_now = now == Some(row.topic);
        let entry = Entry {
            num: &row.num,
            words: &row.heading,
            first: row.first,
            choice: Choice::Topic(row.topic),
            selected: row.selected,
            count: row.count,
            n_hits: row.n_hits,
        };
        html! {
            <li key={row.topic.0} class={classes!(is_now.then_some("now"))}>
                <div class="contents-row">{ entry.tags(dispatch, lang) }</div>
                { subjects(dispatch, lang, &row.subjects) }
            </li>
        }
    };
    html! {
        <nav class="block" aria-labelledby="contents-heading">
            <h2 id="contents-heading">{ lang.t(Msg::Contents) }</h2>
            if rows.is_empty() {
                <p class="quiet">{ lang.t(Msg::NoHeadings) }</p>
            } else {
                <ol class="contents">{ for rows.iter().map(row) }</ol>
            }
            { subjects(dispatch, lang, loose) }
        </nav>
    }
}

fn subjects(dispatch: &Dispatch, lang: Lang, rows: &[SubjectRow]) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    let row = |row: &SubjectRow| {
        let entry = Entry {
            num: "",
            words: &row.name,
            first: row.first,
            choice: Choice::Subject(row.subject),
            selected: row.selected,
            count: row.count,
            n_hits: row.n_hits,
        };
        html! { <li key={row.subject.0} class="contents-row">{ entry.tags(dispatch, lang) }</li> }
    };
    html! { <ul class="subjects" aria-label={lang.t(Msg::Subject)}>{ for rows.iter().map(row) }</ul> }
}

/// A link and the filter beside it.
struct Entry<'a> {
    num: &'a str,
    words: &'a str,
    first: Option<SpeechId>,
    choice: Choice,
    selected: bool,
    count: usize,
    n_hits: usize,
}

impl Entry<'_> {
    fn tags(&self, dispatch: &Dispatch, lang: Lang) -> Html {
        let heading = || printed(lang, "span", "", html! { self.words.to_owned() });
        let words = html! {
            <>
                if !self.num.is_empty() {
                    { printed(lang, "span", "num", html! { self.num.to_owned() }) }{ " " }
                }
                { heading() }
            </>
        };
        let (before, after) = lang.around(Msg::OnlySpeechesOf);
        html! {
            <>
                if let Some(first) = self.first {
                    { jump(dispatch, first, "contents-link", None, words) }
                } else {
                    <span class="contents-link">{ words }</span>
                }
                <button type="button" class="contents-only" aria-pressed={self.selected.to_string()}
                    onclick={dispatch.on(Action::Toggle(self.choice))}>
                    <span class="visually-hidden">
                        { before }{ heading() }{ after }
                    </span>
                    { lang.count(Msg::N, self.count) }
                    { hits(lang, self.n_hits) }
                </button>
            </>
        }
    }
}
