//! The text as received, line by line, each with what is to be known about it.

use std::rc::Rc;

use yew::prelude::*;

use super::DeskDispatch;
use super::hooks::{line_id, notice_id};
use super::preview::to;
use crate::app::desk::Pointed;
use crate::app::screen::{NoticeRow, Outcome, PreviewScreen, ReadView, SourceLine};
use crate::app::words::{DeskMsg, Msg, minutes_lang};

/// So many lines are laid out together, once they come near.
const CHUNK: usize = 100;

/// The lines in chunks. Pointing at one draws its own chunk anew and no other.
pub fn source(
    dispatch: &DeskDispatch,
    screen: &Rc<PreviewScreen>,
    read: &ReadView,
    pointed: Option<Pointed>,
) -> Html {
    let line = match pointed {
        Some(Pointed::Line(line)) => Some(line),
        _ => None,
    };
    let chunk = |first: usize| {
        let now = line.filter(|line| (first + 1..=first + CHUNK).contains(line));
        html! { <Lines key={first} dispatch={dispatch.clone()} screen={Rc::clone(screen)} {first} {now} /> }
    };
    html! { <>{ for (0..read.lines.len()).step_by(CHUNK).map(chunk) }</> }
}

/// What a chunk of lines is given.
#[derive(Clone, Properties)]
pub struct LinesProps {
    /// The way to send what happens.
    pub dispatch: DeskDispatch,
    /// The preview.
    pub screen: Rc<PreviewScreen>,
    /// Its first line, counted from 0.
    pub first: usize,
    /// The line that is pointed at, counted from 1, where it is one of these.
    pub now: Option<usize>,
}

impl PartialEq for LinesProps {
    /// A preview is computed once and never changes: the same one is the same pointer.
    fn eq(&self, other: &LinesProps) -> bool {
        Rc::ptr_eq(&self.screen, &other.screen) && self.first == other.first && self.now == other.now
    }
}

/// A chunk of lines. They bear their numbers as the items of a list do, so that nobody copies these.
#[component]
pub fn Lines(props: &LinesProps) -> Html {
    let LinesProps { dispatch, screen, first, now } = props;
    let Outcome::Read(read) = &screen.outcome else { return html! {} };
    let line = |(at, line): (usize, &SourceLine)| {
        let number = at + 1;
        let is_now = *now == Some(number);
        let notices = || line.notices.iter().filter_map(|&notice| Some((notice, read.notices.get(notice)?)));
        let warns = notices().any(|(_, notice)| notice.warning);
        let class = classes!(
            (!line.notices.is_empty()).then_some("noted"),
            warns.then_some("warning"),
            is_now.then_some("now")
        );
        html! {
            <li id={line_id(number)} {class} tabindex={is_now.then_some("-1")}>
                <span class="letters" lang={minutes_lang(screen.lang)}>{ line.text.clone() }</span>
                { for notices().map(|(at, notice)| note(dispatch, screen, at, notice)) }
            </li>
        }
    };
    let lines = read.lines.iter().enumerate().skip(*first).take(CHUNK);
    html! { <ol class="lines" start={(first + 1).to_string()}>{ for lines.map(line) }</ol> }
}

/// What is to be known about a line, below it.
fn note(dispatch: &DeskDispatch, screen: &PreviewScreen, at: usize, notice: &NoticeRow) -> Html {
    let lang = screen.lang;
    let words = html! {
        <>
            <span class="visually-hidden">{ lang.fill(DeskMsg::ToNotice, &[("n", &(at + 1).to_string())]) }</span>
            if notice.warning {
                <b>{ lang.t(Msg::ToCheck) }</b>
            }
            { notice.message.clone() }
        </>
    };
    html! { <small>{ to(dispatch, Pointed::Notice(at), &notice_id(at), words) }</small> }
}
