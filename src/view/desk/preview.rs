//! A paper beside what was understood of it.

use std::rc::Rc;

use yew::prelude::*;

use super::hooks::{line_id, notice_id};
use super::source::source;
use super::{DeskDispatch, back};
use crate::app::desk::{DeskAction, Paper, PaperId, Place, Pointed, Side};
use crate::app::screen::{
    BlockKind, BlockRow, EncodingView, NoticeRow, Outcome, PreviewScreen, ReadView, RollGroupView,
    compose_preview,
};
use crate::app::words::{DeskMsg, Lang, Msg, minutes_lang, page_lang};
use crate::browser;
use crate::view::facts::facts;
use crate::view::header::summary;
use crate::view::notices::{heading, said};
use crate::view::printed::printed;
use crate::view::role;

/// What the preview is given.
#[derive(Clone, PartialEq, Properties)]
pub struct PreviewProps {
    /// The paper.
    pub paper: Paper,
    /// The language of the page.
    pub lang: Lang,
    /// The side that a narrow screen shows.
    pub side: Side,
    /// What is pointed at.
    pub pointed: Option<Pointed>,
    /// Whether the pasted text is being changed.
    pub editing: bool,
    /// What is announced.
    pub status: String,
    /// The way to send what happens.
    pub dispatch: DeskDispatch,
    /// Saves minutes as files.
    pub on_save: Callback<Vec<PaperId>>,
}

/// The preview. What is long in it is made once per paper.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let key = (props.paper.clone(), props.lang);
    let screen = use_memo(key, |(paper, lang)| compose_preview(paper, *lang));
    let field = use_node_ref();
    preview(props, &screen, &field)
}

/// A preview as a page; `field` is that for a text that is changed.
pub fn preview(props: &PreviewProps, screen: &Rc<PreviewScreen>, field: &NodeRef) -> Html {
    let lang = screen.lang;
    let dispatch = &props.dispatch;
    let side = match props.side {
        Side::Source => "source",
        Side::Understood => "understood",
    };
    let is_editing =
        screen.pasted.is_some() && (props.editing || matches!(screen.outcome, Outcome::Refused(_)));
    html! {
        <div class="page desk preview" lang={page_lang(lang)} data-side={side}>
            { head(props, screen) }
            <main class="wrap preview-sides">
                if let Outcome::Read(_) = &screen.outcome {
                    { sides(dispatch, lang, props.side) }
                }
                <section class="pane pane-source" aria-labelledby="source-heading" tabindex="0">
                    <div class="pane-head">
                        <h2 id="source-heading">{ lang.t(DeskMsg::SourceText) }</h2>
                        if screen.pasted.is_some() && !is_editing {
                            <button type="button" onclick={dispatch.on(DeskAction::Edit(true))}>
                                { lang.t(DeskMsg::EditText) }
                            </button>
                        }
                    </div>
                    { for screen.encoding.as_ref().map(|of| encoding(dispatch, lang, screen.id, of)) }
                    if is_editing {
                        { edit(dispatch, screen, field) }
                    } else if let Outcome::Read(read) = &screen.outcome {
                        { source(dispatch, screen, read, props.pointed) }
                        if !read.cut_short.is_empty() {
                            <p class="quiet">{ read.cut_short.clone() }</p>
                        }
                    }
                </section>
                <section class="pane pane-understood" aria-labelledby="understood-heading" tabindex="0">
                    <div class="pane-head">
                        <h2 id="understood-heading">{ lang.t(DeskMsg::Understood) }</h2>
                    </div>
                    { outcome(dispatch, screen, props.pointed) }
                </section>
            </main>
        </div>
    }
}

/// What it is, and what can be done with it.
fn head(props: &PreviewProps, screen: &PreviewScreen) -> Html {
    let lang = screen.lang;
    let id = screen.id;
    let dispatch = &props.dispatch;
    let is_read = matches!(screen.outcome, Outcome::Read(_));
    html! {
        <header class="top">
            <div class="wrap preview-head">
                <div class="preview-what">
                    { back(dispatch, lang) }
                    <h1 tabindex="-1">{ screen.name.clone() }</h1>
                    <p class="paper-about">{ screen.about.clone() }</p>
                    <p class="desk-status" role="status">{ props.status.clone() }</p>
                </div>
                if is_read {
                    <div class="preview-ways">
                        <button type="button" class="button primary"
                            onclick={dispatch.on(DeskAction::Look(Place::Minutes(id)))}>
                            { lang.t(DeskMsg::OpenMinutes) }
                        </button>
                        <button type="button" class="button"
                            onclick={props.on_save.reform(move |_: MouseEvent| vec![id])}>
                            { lang.t(DeskMsg::SaveMinutes) }
                        </button>
                    </div>
                }
            </div>
        </header>
    }
}

/// The choice of an encoding.
fn encoding(dispatch: &DeskDispatch, lang: Lang, id: PaperId, view: &EncodingView) -> Html {
    let onchange = {
        let (dispatch, choices) = (dispatch.clone(), view.choices.clone());
        Callback::from(move |event: Event| {
            if let Some((encoding, _)) = browser::chosen(&event).and_then(|at| choices.get(at)) {
                dispatch.send(DeskAction::Overrule(id, *encoding));
            }
        })
    };
    let option = |(encoding, name): &(Option<_>, String)| {
        html! { <option selected={*encoding == view.chosen}>{ name.clone() }</option> }
    };
    html! {
        <p class="preview-encoding">
            <label>
                { lang.t(DeskMsg::EncodingField) }
                <select {onchange} aria-describedby="kg-encoding-how">
                    { for view.choices.iter().map(option) }
                </select>
            </label>
            <span id="kg-encoding-how" class="quiet">{ lang.t(DeskMsg::EncodingHow) }</span>
        </p>
    }
}

/// On a narrow screen, which side is shown.
fn sides(dispatch: &DeskDispatch, lang: Lang, side: Side) -> Html {
    let button = |(words, of): (DeskMsg, Side)| {
        html! {
            <button type="button" aria-pressed={(side == of).to_string()}
                onclick={dispatch.on(DeskAction::Turn(of))}>{ lang.t(words) }</button>
        }
    };
    let both = [(DeskMsg::SourceText, Side::Source), (DeskMsg::Understood, Side::Understood)];
    html! {
        <div class="side-choice" role="group" aria-label={lang.t(DeskMsg::Sides)}>
            { for both.into_iter().map(button) }
        </div>
    }
}

/// The pasted text, to be changed and read again.
fn edit(dispatch: &DeskDispatch, screen: &PreviewScreen, field: &NodeRef) -> Html {
    let lang = screen.lang;
    let id = screen.id;
    let again = {
        let (dispatch, field) = (dispatch.clone(), field.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = field.cast::<web_sys::HtmlTextAreaElement>() {
                dispatch.send(DeskAction::Repaste(id, field.value()));
            }
        })
    };
    let is_read = matches!(screen.outcome, Outcome::Read(_));
    html! {
        <div class="edit">
            <label class="visually-hidden" for="kg-edit">{ lang.t(DeskMsg::PasteField) }</label>
            <textarea ref={field.clone()} id="kg-edit" autocomplete="off" spellcheck="false"
                lang={minutes_lang(lang)} defaultvalue={screen.pasted.clone()} />
            <p>
                <button type="button" class="button primary" onclick={again}>{ lang.t(DeskMsg::ReadAgain) }</button>
                if is_read {
                    <button type="button" onclick={dispatch.on(DeskAction::Edit(false))}>
                        { lang.t(DeskMsg::EditEnds) }
                    </button>
                }
            </p>
        </div>
    }
}

fn outcome(dispatch: &DeskDispatch, screen: &PreviewScreen, pointed: Option<Pointed>) -> Html {
    let lang = screen.lang;
    match &screen.outcome {
        Outcome::Pending(words) => html! { <p class="quiet">{ words.clone() }</p> },
        Outcome::Refused(why) => html! {
            <div class="refused">
                <h3>{ lang.t(DeskMsg::NothingRead) }</h3>
                <p>{ why.clone() }</p>
            </div>
        },
        Outcome::Read(read) => understood(dispatch, lang, read, pointed),
    }
}

fn understood(dispatch: &DeskDispatch, lang: Lang, read: &ReadView, pointed: Option<Pointed>) -> Html {
    html! {
        <>
            { printed(lang, "p", "preview-title", html! { read.title.clone() }) }
            { summary(lang, &read.summary) }
            { notices(dispatch, lang, read, pointed) }
            { facts(lang, &read.facts) }
            { agenda(lang, &read.agenda) }
            { roll(lang, &read.roll) }
            { blocks(dispatch, lang, read) }
        </>
    }
}

/// A link to something on the other side.
pub fn to(dispatch: &DeskDispatch, pointed: Pointed, id: &str, words: Html) -> Html {
    let onclick = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            dispatch.send(DeskAction::Point(pointed));
        })
    };
    html! { <a href={format!("#{id}")} {onclick}>{ words }</a> }
}

/// The way to a line, where it is shown.
fn to_line(dispatch: &DeskDispatch, lang: Lang, read: &ReadView, line: usize) -> Html {
    let words = html! { lang.count(DeskMsg::ToLine, line) };
    if line > read.lines.len() {
        return html! { <span>{ words }</span> };
    }
    to(dispatch, Pointed::Line(line), &line_id(line), words)
}

fn notices(dispatch: &DeskDispatch, lang: Lang, read: &ReadView, pointed: Option<Pointed>) -> Html {
    let notice = |(at, notice): (usize, &NoticeRow)| {
        let is_now = pointed == Some(Pointed::Notice(at));
        let class = classes!(notice.warning.then_some("warning"), is_now.then_some("now"));
        let place = match notice.line {
            Some(line) => to_line(dispatch, lang, read, line),
            None => html! { <span>{ lang.t(DeskMsg::WholeOfText) }</span> },
        };
        html! {
            <li id={notice_id(at)} {class} tabindex={is_now.then_some("-1")}>
                { said(lang, notice.warning, &notice.message, place, &notice.words) }
            </li>
        }
    };
    let n_notices = read.notices.len() + read.n_more_notices;
    html! {
        <section class="block" aria-labelledby="notices-heading">
            { heading(lang, n_notices) }
            if n_notices == 0 {
                <p class="quiet">{ lang.t(DeskMsg::NoNotices) }</p>
            } else {
                <ul class="notices">{ for read.notices.iter().enumerate().map(notice) }</ul>
            }
            { more(lang, read.n_more_notices) }
        </section>
    }
}

fn more(lang: Lang, n_more: usize) -> Html {
    html! {
        if n_more > 0 {
            <p class="quiet">{ lang.count(DeskMsg::NMore, n_more) }</p>
        }
    }
}

fn agenda(lang: Lang, items: &[(usize, String)]) -> Html {
    if items.is_empty() {
        return html! {};
    }
    let item = |(depth, words): &(usize, String)| {
        let class = ["depth-0", "depth-1", "depth-2"].get(*depth).copied().unwrap_or("depth-3");
        html! { <li {class} lang={minutes_lang(lang)}>{ words.clone() }</li> }
    };
    html! {
        <section class="block" aria-labelledby="agenda-heading">
            <h2 id="agenda-heading">{ lang.t(Msg::Agenda) }<small>{ lang.count(Msg::N, items.len()) }</small></h2>
            <ul class="preview-agenda">{ for items.iter().map(item) }</ul>
        </section>
    }
}

fn roll(lang: Lang, groups: &[RollGroupView]) -> Html {
    if groups.is_empty() {
        return html! {};
    }
    let group = |group: &RollGroupView| {
        let names: Vec<&str> = group.people.iter().map(|person| person.name.as_str()).collect();
        let names: Vec<&str> = names.into_iter().chain(group.unread.iter().map(String::as_str)).collect();
        html! {
            <div>
                <dt>
                    { printed(lang, "span", "", html! { group.name.clone() }) }
                    <small>{ group.count.clone() }</small>
                </dt>
                { printed(lang, "dd", "", html! { names.join(lang.t(Msg::BetweenMembers)) }) }
            </div>
        }
    };
    html! {
        <section class="block" aria-labelledby="roll-heading">
            <h2 id="roll-heading">{ lang.t(Msg::Roll) }</h2>
            <dl class="preview-roll">{ for groups.iter().map(group) }</dl>
        </section>
    }
}

fn blocks(dispatch: &DeskDispatch, lang: Lang, read: &ReadView) -> Html {
    let n_speeches =
        read.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Speech { .. })).count();
    html! {
        <section class="block" aria-labelledby="speeches-heading">
            <h2 id="speeches-heading">{ lang.t(DeskMsg::Speeches) }</h2>
            if n_speeches == 0 {
                <p class="quiet">{ lang.t(DeskMsg::NoSpeeches) }</p>
            }
            <ul class="preview-blocks">{ for read.blocks.iter().map(|of| block(dispatch, lang, read, of)) }</ul>
            { more(lang, read.n_more_blocks) }
        </section>
    }
}

fn block(dispatch: &DeskDispatch, lang: Lang, read: &ReadView, block: &BlockRow) -> Html {
    let words = || printed(lang, "span", "", html! { block.text.clone() });
    let (class, content) = match &block.kind {
        BlockKind::Topic => (classes!("a-topic"), words()),
        BlockKind::Speech { number, label, note, role: of } => (
            classes!("a-speech", role::class(*of)),
            html! {
                <>
                    <p>
                        { printed(lang, "b", "label", html! { label.clone() }) }
                        <small>{ note.clone() }</small>
                        <span class="num">{ number.to_string() }</span>
                    </p>
                    { words() }
                </>
            },
        ),
        BlockKind::Narrative => {
            (classes!("a-narrative"), html! { <><small>{ lang.t(DeskMsg::Narrative) }</small>{ words() }</> })
        }
        BlockKind::Plain => {
            (classes!("a-plain"), html! { <><small>{ lang.t(DeskMsg::NotUnderstood) }</small>{ words() }</> })
        }
    };
    html! { <li {class}>{ content }{ to_line(dispatch, lang, read, block.line) }</li> }
}
