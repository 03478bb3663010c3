//! 埋め込み: how the file is put into another page, chosen in a dialog and seen at once.
//!
//! Every control is one of three kinds, each made in one place: a list, a field, a switch. What it changes
//! is a plain function, so that ten controls weigh little more than one.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::parent::EMBED_ID;
use crate::app::embed::form::{EmbedForm, EmbedStep, HEIGHTS, SCHEMES, Start, Tier};
use crate::app::embed::{Colour, plain_address, snippet};
use crate::app::screen::{EmbedView, Screen};
use crate::app::state::Action;
use crate::app::words::{Lang, Msg};
use crate::browser;
use crate::model::{SpeechId, TopicId};

/// The most of a frame that the dialog has room for.
const MAX_PREVIEW: u32 = 400;

/// The button that opens the dialog.
pub fn opener(dispatch: &Dispatch, lang: Lang) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let own = browser::link_base().filter(|_| browser::can_show_itself());
        dispatch.send(Action::Embed(EmbedStep::Open(own.as_deref().map(plain_address))));
    });
    html! {
        <button type="button" class="tool-embed" aria-haspopup="dialog" {onclick}>{ lang.t(Msg::Embed) }</button>
    }
}

/// The dialog. Like that of the keys it always stands on the page, empty.
pub fn embed(dispatch: &Dispatch, screen: &Rc<Screen>, _: Option<TopicId>) -> Html {
    let form = screen.embed.as_ref().map(|view| Form { dispatch, lang: screen.lang(), screen, view });
    let heading = form.is_some().then_some("embed-heading");
    html! {
        <dialog id={EMBED_ID} class="help embed" closedby="any" aria-labelledby={heading}>
            { for form.as_ref().map(dialog) }
        </dialog>
    }
}

/// What every part of the dialog is made from.
struct Form<'a> {
    dispatch: &'a Dispatch,
    lang: Lang,
    screen: &'a Rc<Screen>,
    view: &'a EmbedView,
}

/// What the event of a control changes.
type Change = fn(&mut EmbedForm, &EmbedView, &Event);

impl Form<'_> {
    fn on(&self, change: Change) -> Callback<Event> {
        let (dispatch, screen) = (self.dispatch.clone(), Rc::clone(self.screen));
        Callback::from(move |event: Event| {
            if let Some(view) = &screen.embed {
                let mut form = view.form.clone();
                change(&mut form, view, &event);
                dispatch.send(Action::Embed(EmbedStep::Choose(Box::new(form))));
            }
        })
    }

    fn list(&self, words: Msg, options: Vec<(AttrValue, bool)>, change: Change) -> Html {
        let option = |(text, selected): (AttrValue, bool)| html! { <option {selected}>{ text }</option> };
        html! {
            <label>
                { self.lang.t(words) }
                <select onchange={self.on(change)}>{ for options.into_iter().map(option) }</select>
            </label>
        }
    }

    fn field(
        &self,
        words: Msg,
        kind: &'static str,
        value: String,
        max: Option<String>,
        change: Change,
    ) -> Html {
        let on = self.on(change);
        // An address is taken over as it is typed; half a number is none.
        let oninput = (kind == "url").then(|| on.reform(|event: InputEvent| event.into()));
        let placeholder = oninput.as_ref().map(|_| snippet::EXAMPLE);
        html! {
            <label>
                { self.lang.t(words) }
                <input type={kind} {value} {placeholder} min={max.as_ref().map(|_| "1")} {max}
                    {oninput} onchange={on} />
            </label>
        }
    }

    fn switch(&self, words: Msg, checked: bool, change: Change) -> Html {
        html! {
            <label class="embed-switch">
                <input type="checkbox" {checked} onchange={self.on(change)} />
                { self.lang.t(words) }
            </label>
        }
    }
}

fn dialog(form: &Form) -> Html {
    let (lang, view) = (form.lang, form.view);
    let copy = {
        let (dispatch, snippet) = (form.dispatch.clone(), view.snippet.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.send(Action::Embed(EmbedStep::Copied(browser::copy_text(&snippet))));
        })
    };
    html! {
        <>
            <div class="dialog-head">
                <h2 id="embed-heading">{ lang.t(Msg::EmbedTitle) }</h2>
                <button type="button" class="button" onclick={form.dispatch.on(Action::Embed(EmbedStep::Close))}>
                    { lang.t(Msg::Close) }
                </button>
            </div>
            <div class="embed-columns">
                <div>{ controls(form) }</div>
                <div>
                    { preview(form) }
                    <label>
                        { lang.t(Msg::EmbedSnippet) }
                        <textarea readonly=true rows="7" spellcheck="false" value={view.snippet.clone()} />
                    </label>
                    <p class="embed-copy">
                        <button type="button" class="button" onclick={copy}>{ lang.t(Msg::EmbedCopy) }</button>
                        <span role="status">{ view.copied.clone() }</span>
                    </p>
                </div>
            </div>
            <h3>{ lang.t(Msg::EmbedAdvice) }</h3>
            <ul>{ for view.advice.iter().map(|line| html! { <li>{ line.clone() }</li> }) }</ul>
        </>
    }
}

fn controls(form: &Form) -> Html {
    let (lang, view) = (form.lang, form.view);
    let EmbedForm { tier, start, height, header, accent, scheme, .. } = view.form;
    let tiers = Tier::ALL.map(|of| (lang.t(of.name()).into(), of == tier));
    let starts = view.starts.iter().map(|(of, text)| (text.clone().into(), of.is_like(start))).collect();
    let schemes = SCHEMES.map(|(of, words)| (lang.t(words).into(), of == scheme));
    html! {
        <>
            { form.list(Msg::EmbedTier, tiers.to_vec(), |form, _, event| {
                form.tier = pick(event, &Tier::ALL).unwrap_or(form.tier);
            }) }
            <p class="quiet">{ lang.t(tier.means()) }</p>
            { form.field(Msg::EmbedAddress, "url", view.form.address.clone(), None, |form, _, event| {
                form.address = typed(event);
            }) }
            <p class="quiet" role="status">{ view.address_note.clone() }</p>
            { form.list(Msg::EmbedStart, starts, |form, view, event| {
                form.start = pick(event, &view.starts).map_or(form.start, |(start, _)| start);
            }) }
            if let Start::Speech(speech) = start {
                { form.field(Msg::EmbedSpeechNumber, "number", (speech.idx() + 1).to_string(),
                    Some(view.n_speeches.to_string()), |form, _, event| {
                        let at = number(event).and_then(|number| number.checked_sub(1));
                        form.start = at.map_or(form.start, |at| Start::Speech(SpeechId(at)));
                    }) }
            }
            { form.field(Msg::EmbedHeight, "number", height.to_string(), Some(HEIGHTS.end().to_string()),
                |form, _, event| form.height = number(event).unwrap_or(form.height)) }
            { form.list(Msg::EmbedScheme, schemes.to_vec(), |form, _, event| {
                form.scheme = pick(event, &SCHEMES).map_or(form.scheme, |(scheme, _)| scheme);
            }) }
            { form.switch(Msg::EmbedHeader, header, |form, _, _| form.header = !form.header) }
            { form.switch(Msg::EmbedAccent, accent.is_some(), |form, _, _| {
                form.accent = if form.accent.is_some() { None } else { Some(Colour::OF_LINKS) };
            }) }
            if let Some(accent) = accent {
                { form.field(Msg::EmbedAccentColour, "color", format!("#{}", accent.hex()), None,
                    |form, _, event| {
                        form.accent = Colour::parse(typed(event).trim_start_matches('#')).or(form.accent);
                    }) }
            }
            <p class="quiet" role="status">{ view.accent_note.clone() }</p>
        </>
    }
}

/// The page itself in a frame, where it is on a server; elsewhere a drawing that says that it is one.
fn preview(form: &Form) -> Html {
    let (lang, view) = (form.lang, form.view);
    if let Some(address) = &view.preview {
        let height = view.form.height.min(MAX_PREVIEW).to_string();
        // A new frame for a new address: a frame that goes on to another one adds a step to Back.
        return html! {
            <iframe key={address.clone()} src={address.clone()} title={lang.t(Msg::EmbedPreview)} {height} />
        };
    }
    let head = view.form.header.then_some("M12 16h150M12 30h296");
    html! {
        <figure>
            <svg viewBox="0 0 320 170" aria-hidden="true">
                <path d="M1 1h318v168H1z" class="sketch-paper" />
                <path d={head} class="sketch-line" />
                <path d="M12 46h200v18H12z" class="sketch-paper" />
                <path d="M24 84h270M24 98h270M24 112h150M24 138h270M24 152h200" class="sketch-line" />
                <path d="M14 78v40M14 132v30" class="sketch-bar" />
            </svg>
            <figcaption class="quiet">{ lang.t(Msg::EmbedPreviewSketch) }</figcaption>
        </figure>
    }
}

/// What stands in the field that has changed.
fn typed(event: &Event) -> String {
    event.target_dyn_into::<web_sys::HtmlInputElement>().map(|field| field.value()).unwrap_or_default()
}

fn number(event: &Event) -> Option<u32> {
    typed(event).parse().ok()
}

/// Which of these was chosen in a list.
fn pick<T: Clone>(event: &Event, from: &[T]) -> Option<T> {
    from.get(browser::chosen(event)?).cloned()
}
