//! The papers on the desk and what became of each.

use yew::prelude::*;

use super::DeskDispatch;
use super::hooks::row_id;
use crate::app::desk::{DeskAction, PaperId, Place};
use crate::app::screen::{DeskScreen, PaperRow, Remedy, Stage};
use crate::app::words::{DeskMsg, Lang};

/// The list; nothing where nothing was brought. What is done with all stands above it: there may be hundreds.
pub fn list(
    dispatch: &DeskDispatch,
    screen: &DeskScreen,
    on_save: &Callback<Vec<PaperId>>,
    on_save_shelf: &Callback<MouseEvent>,
) -> Html {
    let lang = screen.lang;
    if screen.rows.is_empty() {
        return html! {};
    }
    let save_all = {
        let ids = screen.to_save.clone();
        on_save.reform(move |_: MouseEvent| ids.clone())
    };
    let row = |row: &PaperRow| {
        html! {
            <Row key={row.id.0} row={row.clone()} {lang} dispatch={dispatch.clone()} on_save={on_save.clone()} />
        }
    };
    html! {
        <section class="papers" aria-labelledby="papers-heading">
            <h2 id="papers-heading">{ lang.t(DeskMsg::Papers) }</h2>
            if let Some(progress) = &screen.progress {
                <p class="papers-progress">
                    <progress max={progress.n_papers.to_string()} value={progress.n_done.to_string()}
                        aria-labelledby="papers-progress" />
                    <span id="papers-progress">{ progress.text.clone() }</span>
                </p>
            }
            <p class="papers-all">
                if screen.to_save.len() > 1 {
                    <button type="button" class="button primary shelve"
                        onclick={dispatch.on(DeskAction::Look(Place::Shelf))}>
                        { lang.count(DeskMsg::OpenShelf, screen.to_save.len()) }
                    </button>
                    <button type="button" class="button save-shelf" onclick={on_save_shelf.clone()}>
                        { lang.count(DeskMsg::SaveShelf, screen.to_save.len()) }
                    </button>
                    <button type="button" class="button" onclick={save_all}>
                        { lang.count(DeskMsg::SaveAll, screen.to_save.len()) }
                    </button>
                }
                <button type="button" onclick={dispatch.on(DeskAction::TakeAllOff)}>
                    { lang.t(DeskMsg::TakeAllOff) }
                </button>
            </p>
            <ul>{ for screen.rows.iter().map(row) }</ul>
        </section>
    }
}

/// What a paper in the list is given.
#[derive(Clone, PartialEq, Properties)]
pub struct RowProps {
    /// What is told of it.
    pub row: PaperRow,
    /// The language of the page.
    pub lang: Lang,
    /// The way to send what happens.
    pub dispatch: DeskDispatch,
    /// Saves minutes as files.
    pub on_save: Callback<Vec<PaperId>>,
}

/// A paper in the list. A folder may bring a thousand: while one is read, the others are not drawn anew.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowProps { row, lang, dispatch, on_save } = props;
    let (id, lang) = (row.id, *lang);
    let about = html! {
        <span class="visually-hidden">{ lang.fill(DeskMsg::PreviewOf, &[("name", &row.name)]) }</span>
    };
    let button = |words: DeskMsg, class: &'static str, action: DeskAction| {
        html! {
            <button type="button" {class} onclick={dispatch.on(action)}>{ about.clone() }{ lang.t(words) }</button>
        }
    };
    let look = DeskAction::Look(Place::Preview(id));
    html! {
        <li id={row_id(id)} class={stage_class(row.stage)} tabindex="-1">
            <div class="paper-what">
                <b class="paper-name">{ row.name.clone() }</b>
                <span class="paper-about">{ row.about.clone() }</span>
            </div>
            <p class="paper-state">
                <b>{ row.says.clone() }</b>
                if !row.to_check.is_empty() {
                    <span class="paper-check">{ row.to_check.clone() }</span>
                }
                if !row.why.is_empty() {
                    <span class="paper-why">{ row.why.clone() }</span>
                }
            </p>
            <div class="paper-actions">
                if row.stage == Stage::Read {
                    { button(DeskMsg::Preview, "primary", look) }
                    { button(DeskMsg::OpenShort, "", DeskAction::Look(Place::Minutes(id))) }
                    <button type="button" onclick={on_save.reform(move |_: MouseEvent| vec![id])}>
                        { about.clone() }{ lang.t(DeskMsg::SaveShort) }
                    </button>
                } else if let Some(remedy) = row.remedy {
                    { button(remedy_words(remedy), "primary", look) }
                }
                { button(DeskMsg::TakeOffPaper, "", DeskAction::TakeOff(id)) }
            </div>
        </li>
    }
}

fn remedy_words(remedy: Remedy) -> DeskMsg {
    match remedy {
        Remedy::Encoding => DeskMsg::ChooseEncoding,
        Remedy::Text => DeskMsg::MendText,
    }
}

fn stage_class(stage: Stage) -> &'static str {
    match stage {
        Stage::Waiting => "paper waiting",
        Stage::Reading => "paper reading",
        Stage::Read => "paper read",
        Stage::Refused => "paper refused",
    }
}
