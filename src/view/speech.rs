//! A speech.

use std::rc::Rc;

use yew::prelude::*;

use super::around::Around;
use super::copied::{Copied, copier, use_copied};
use super::dispatch::Dispatch;
use super::jump::{jump, link};
use super::printed::printed;
use super::role;
use super::runs::speech_runs;
use crate::app::aloud::AloudStep;
use crate::app::permalink::{point_anchor, speech_anchor};
use crate::app::screen::{Run, SpeechView, SubjectTag};
use crate::app::share::{Handed, ShareStep};
use crate::app::state::Action;
use crate::app::words::{Lang, Msg, minutes_lang, page_lang};
use crate::browser;
use crate::model::SpeechId;

/// A speech.
#[derive(Clone, PartialEq, Properties)]
pub struct SpeechProps {
    /// The way to send an action.
    pub dispatch: Dispatch,
    /// The language of all words that are not the minutes'.
    pub lang: Lang,
    /// What it shows.
    pub speech: Rc<SpeechView>,
    /// What surrounds the viewer.
    pub around: Rc<Around>,
}

/// A speech: who, what, and what can be done with it. A component of its own, so that only the
/// speeches that change are drawn again.
#[component]
pub fn SpeechCard(props: &SpeechProps) -> Html {
    let copied = use_copied();
    let opening = subjects(props, |tag| tag.paragraph == 0);
    let card = card(props, &copied);
    html! { <>{ opening }{ card }</> }
}

fn card(props: &SpeechProps, copied: &Copied) -> Html {
    let (speech, lang) = (&props.speech, props.lang);
    let label_id = format!("{}-label", speech.anchor);
    let paragraph = |(at, paragraph): (usize, &Vec<Run>)| {
        html! {
            <>
                { subjects(props, |tag| at > 0 && tag.paragraph == at) }
                <p>{ speech_runs(&props.dispatch, lang, speech, paragraph) }</p>
            </>
        }
    };
    let class = classes!(
        "speech",
        role::class(speech.role),
        speech.current.then_some("current"),
        speech.beside.then_some("beside"),
        speech.stands_out.then_some("stands-out"),
        speech.steps_back.then_some("steps-back"),
        speech.original.is_some().then_some("as-printed"),
    );
    // A list of its own each: what comes and goes leaves its neighbours, and the keyboard on them, alone.
    let grounds: Html =
        speech.grounds.iter().map(|ground| html! { <p class="ground">{ ground.clone() }</p> }).collect();
    let unsettled_points: Html = speech.unsettled.iter().map(|&point| unsettled(props, point)).collect();
    html! {
        <article id={speech.anchor.clone()} tabindex="-1" aria-labelledby={label_id.clone()}
            aria-current={speech.current.then_some("true")} {class}>
            { head(props, label_id) }
            { grounds }
            <div class="text" lang={minutes_lang(lang)}>
                { for speech.paragraphs.iter().enumerate().map(paragraph) }
            </div>
            if let Some(lines) = &speech.original {
                <div class="original" role="group" aria-label={lang.t(Msg::OriginalLines)}>
                    { for lines.iter().map(|line| printed(lang, "p", "", html! { line.clone() })) }
                </div>
            }
            { unsettled_points }
            { actions(props, copied) }
        </article>
    }
}

/// The subjects that begin where they are asked for, each with what shows it.
fn subjects(props: &SpeechProps, is_here: impl Fn(&SubjectTag) -> bool) -> Html {
    let lang = props.lang;
    let tag = |tag: &SubjectTag| {
        html! {
            <p class="subject" lang={page_lang(lang)}>
                <b lang={minutes_lang(lang)}>{ tag.name.clone() }</b>
                <small>{ tag.because.clone() }</small>
            </p>
        }
    };
    props.speech.subjects.iter().filter(|tag| is_here(tag)).map(tag).collect()
}

/// Who spoke, what the speech does, and what belongs to it.
fn head(props: &SpeechProps, label_id: String) -> Html {
    let (speech, lang) = (&props.speech, props.lang);
    let number = speech.number.to_string();
    let link_name = Some(lang.fill(Msg::LinkToSpeech, &[("n", &number)]));
    let pair = |kind: &str, to: SpeechId| {
        let number = (to.0 + 1).to_string();
        let words = lang.fill(Msg::KindAndNumber, &[("kind", kind), ("n", &number)]);
        link(&props.dispatch, speech_anchor(to), Action::GoToBeside(to), "pair", None, html! { words })
    };
    html! {
        <header>
            <h3 id={label_id} lang={minutes_lang(lang)}>{ speech.label.clone() }</h3>
            if !speech.kind.is_empty() {
                <span class="kind" title={speech.kind_note.clone()}>{ speech.kind.clone() }</span>
            }
            if !speech.note.is_empty() {
                <span class="note">{ speech.note.clone() }</span>
            }
            { for speech.answers.map(|question| pair(&speech.answers_to, question)) }
            { for speech.answered.iter().map(|&answer| pair(lang.t(Msg::KindAnswer), answer)) }
            if speech.beside {
                <span class="note">{ lang.t(Msg::ShownBeside) }</span>
            }
            { jump(&props.dispatch, speech.speech, "number", link_name, html! { number }) }
        </header>
    }
}

/// 要確認 2点目の語句は…: for people to look at, not a fact.
fn unsettled(props: &SpeechProps, point: usize) -> Html {
    let (speech, lang) = (props.speech.speech, props.lang);
    let anchor = point_anchor(speech, point);
    let words = html! { lang.count(Msg::Point, point) };
    html! {
        <p class="unsettled">
            <b>{ lang.t(Msg::ToCheck) }</b>
            { link(&props.dispatch, anchor, Action::GoToPoint(speech, point), "", None, words) }
            { lang.t(Msg::UnsettledPoint) }
        </p>
    }
}

/// 引用, 共有, 読み上げ, 原文. The last is always seen, so that it stands beside the number.
fn actions(props: &SpeechProps, copied: &Copied) -> Html {
    let (speech, lang) = (&props.speech, props.lang);
    let about = html! { <span class="visually-hidden">{ lang.count(Msg::OfSpeech, speech.number) }</span> };
    // What is copied is put together when it is asked for: a search draws many speeches.
    let quote = {
        let (around, speech) = (Rc::clone(&props.around), speech.speech);
        move || browser::copy_text(&around.cite(speech, None).plain())
    };
    let share = Action::Share(ShareStep::Open(Handed::Speech(speech.speech)));
    html! {
        <div class={classes!("actions", speech.repaired.then_some("has-original"))}>
            { copier(lang, copied, Msg::Quote, about.clone(), quote) }
            <button type="button" aria-haspopup="dialog" onclick={props.dispatch.on(share)}>
                { about.clone() }{ lang.t(Msg::Share) }
            </button>
            <button type="button" onclick={props.dispatch.on(Action::Aloud(AloudStep::Start(speech.speech)))}>
                { about.clone() }{ lang.t(Msg::ReadAloud) }
            </button>
            if speech.repaired {
                <button type="button" aria-pressed={speech.original.is_some().to_string()}
                    onclick={props.dispatch.on(Action::ToggleOriginal(speech.speech))}>
                    { about.clone() }{ lang.t(Msg::Original) }
                </button>
            }
        </div>
    }
}
