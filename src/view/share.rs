//! 共有・保存: links, quotes, files; and quotes that come back.

use std::rc::Rc;

use yew::prelude::*;

use super::around::Around;
use super::copied::{Copied, copier, use_copied};
use super::dispatch::Dispatch;
use super::files::{self, Made};
use super::jump::link;
use crate::app::permalink::speech_anchor;
use crate::app::screen::{Address, CheckPart, CheckView, Screen, ShareView};
use crate::app::share::{Handed, ShareStep};
use crate::app::state::Action;
use crate::app::words::{Lang, Msg, minutes_lang, page_lang};
use crate::browser;
use crate::export::Format;
use crate::model::Minutes;
use crate::quote::{Citation, Verdict};

/// The id of the dialog.
pub const SHARE_ID: &str = "kg-share";

/// The formats, those first that most people have a program for.
const FORMATS: [(Format, Msg); 9] = [
    (Format::Docx, Msg::FormatDocx),
    (Format::Csv, Msg::FormatCsv),
    (Format::Text, Msg::FormatText),
    (Format::Markdown, Msg::FormatMarkdown),
    (Format::Json, Msg::FormatJson),
    (Format::Diet, Msg::FormatDiet),
    (Format::Akn, Msg::FormatAkn),
    (Format::Tei, Msg::FormatTei),
    (Format::JsonLd, Msg::FormatJsonLd),
];

/// The dialog.
#[derive(Clone, Properties)]
pub struct ShareProps {
    /// The way to send an action.
    pub dispatch: Dispatch,
    /// The screen.
    pub screen: Rc<Screen>,
    /// What surrounds the viewer.
    pub around: Rc<Around>,
}

impl PartialEq for ShareProps {
    /// A screen is computed once and never changes: the same one is the same pointer.
    fn eq(&self, other: &ShareProps) -> bool {
        Rc::ptr_eq(&self.screen, &other.screen) && self.dispatch == other.dispatch
    }
}

/// The dialog. It always stands on the page, empty while it is closed.
#[component]
pub fn ShareDialog(props: &ShareProps) -> Html {
    let copied = use_copied();
    let quote = use_node_ref();
    let lang = props.screen.lang();
    let share = props.screen.share.as_ref();
    let is_check = share.is_some_and(|share| share.what == Handed::Check);
    use_effect_with(is_check, move |is_check| {
        if *is_check {
            // The button that led here is gone.
            browser::focus_first("#kg-share textarea");
        }
    });
    let part = Parts { props, lang, copied: &copied, quote: &quote };
    html! {
        <dialog id={SHARE_ID} class="help share" closedby="any" aria-labelledby={share.map(|_| "share-heading")}>
            { for share.map(|share| part.dialog(share)) }
        </dialog>
    }
}

/// What every part of the dialog is made from.
struct Parts<'a> {
    props: &'a ShareProps,
    lang: Lang,
    copied: &'a Copied,
    /// The field for a quote that comes back.
    quote: &'a NodeRef,
}

impl Parts<'_> {
    fn on(&self, step: ShareStep) -> Callback<MouseEvent> {
        self.props.dispatch.on(Action::Share(step))
    }

    fn button(&self, words: Msg, onclick: Callback<MouseEvent>) -> Html {
        html! { <button type="button" {onclick}>{ self.lang.t(words) }</button> }
    }

    fn heading(&self, words: Msg) -> Html {
        html! { <h3>{ self.lang.t(words) }</h3> }
    }

    fn dialog(&self, share: &ShareView) -> Html {
        html! {
            <>
                <div class="dialog-head">
                    <h2 id="share-heading">{ share.heading.clone() }</h2>
                    <button type="button" class="button" onclick={self.on(ShareStep::Close)}>
                        { self.lang.t(Msg::Close) }
                    </button>
                </div>
                { self.content(share) }
            </>
        }
    }

    fn content(&self, share: &ShareView) -> Html {
        if share.what == Handed::Check {
            return self.check(share);
        }
        let base = self.props.around.base.as_deref();
        let citation = share.cited(base);
        html! {
            <>
                { for citation.as_ref().map(|citation| self.quoted(citation)) }
                { self.link(share, &share.address(base), citation.as_ref()) }
                { for citation.as_ref().map(|citation| self.card(share, citation)) }
                { self.files(share) }
                if share.what == Handed::View {
                    { self.exports(share) }
                    { self.heading(Msg::CheckQuote) }
                    <p>{ self.lang.t(Msg::CheckQuoteHow) }</p>
                    <p>{ self.button(Msg::CheckQuote, self.on(ShareStep::Open(Handed::Check))) }</p>
                }
            </>
        }
    }

    /// The words, and the forms in which they can be copied.
    fn quoted(&self, citation: &Citation) -> Html {
        let (lang, copied) = (self.lang, self.copied);
        let form = |words: Msg, copy: fn(&Citation) -> bool| {
            let citation = citation.clone();
            copier(lang, copied, words, html! {}, move || copy(&citation))
        };
        let printed = minutes_lang(lang);
        html! {
            <>
                <div class="share-words" role="group" tabindex="0" aria-label={lang.t(Msg::QuoteWords)}>
                    <blockquote lang={printed}>
                        { for citation.paragraphs.iter().map(|words| html! { <p>{ words.clone() }</p> }) }
                    </blockquote>
                </div>
                <p class="quiet" lang={printed}>{ citation.source_line() }</p>
                { self.heading(Msg::QuoteForms) }
                <div class="share-buttons">
                    { form(Msg::QuotePlain, |citation| browser::copy_text(&citation.plain())) }
                    { form(Msg::QuoteHtml, |citation| browser::copy_html(&citation.html())) }
                    { form(Msg::QuoteMarkdown, |citation| browser::copy_text(&citation.markdown())) }
                </div>
                <p class="quiet">{ lang.t(Msg::QuoteCode) }</p>
            </>
        }
    }

    fn link(&self, share: &ShareView, address: &Address, citation: Option<&Citation>) -> Html {
        let lang = self.lang;
        let (address, warning) = match address {
            Address::None => (None, Some(Msg::LinkNoAddress)),
            Address::TooLong => (None, Some(Msg::LinkTooLong)),
            Address::Long(address) => (Some(address), Some(Msg::LinkLong)),
            Address::Good(address) => (Some(address), None),
        };
        let about = if share.alone.is_some() { Msg::LinkKeeps } else { Msg::LinkOfView };
        html! {
            <>
                { self.heading(Msg::ShareLink) }
                if let Some(address) = address {
                    { for share.alone.map(|alone| self.alone(alone)) }
                    <div class="share-field">
                        <input type="text" readonly=true value={address.clone()}
                            aria-label={lang.t(Msg::ShareLinkField)} />
                        { self.copy_link(address.clone()) }
                        { self.share_on(address, citation) }
                    </div>
                    <p class="quiet">{ lang.t(about) }</p>
                }
                { for warning.map(|warning| html! { <p>{ lang.t(warning) }</p> }) }
            </>
        }
    }

    fn copy_link(&self, address: String) -> Html {
        copier(self.lang, self.copied, Msg::CopyLink, html! {}, move || browser::copy_text(&address))
    }

    fn share_on(&self, address: &str, citation: Option<&Citation>) -> Html {
        if !self.props.around.can_share {
            return html! {};
        }
        let (title, address) = (self.props.screen.title.clone(), address.to_owned());
        let text = citation.map(|citation| citation.quoted()).unwrap_or_default();
        let onclick = Callback::from(move |_: MouseEvent| browser::share_text(&title, &text, &address));
        self.button(Msg::ShareOn, onclick)
    }

    /// Whether the link shows the speech alone.
    fn alone(&self, alone: bool) -> Html {
        let choice = |words: Msg, value: bool| {
            let onchange = self.props.dispatch.on(Action::Share(ShareStep::Alone(value)));
            html! {
                <label>
                    <input type="radio" name="share-alone" checked={alone == value} {onchange} />
                    { self.lang.t(words) }
                </label>
            }
        };
        html! {
            <fieldset>
                <legend class="visually-hidden">{ self.lang.t(Msg::ShareLink) }</legend>
                { choice(Msg::InContext, false) }
                { choice(Msg::Alone, true) }
            </fieldset>
        }
    }

    fn card(&self, share: &ShareView, citation: &Citation) -> Html {
        let Some(src) = share.card() else { return html! {} };
        let words = citation.paragraphs.join(" ");
        let values = [("words", &words[..]), ("source", &citation.source_line())];
        let alt = self.lang.fill(Msg::QuoteCardAlt, &values);
        let onclick = {
            let (document, number) = (self.props.around.document.clone(), citation.number);
            let address = src.clone();
            Callback::from(move |_: MouseEvent| files::save_card(document.clone(), &address, number))
        };
        html! {
            <>
                { self.heading(Msg::QuoteCard) }
                <img class="share-card" {src} {alt} width="1200" height="630" />
                <div class="share-buttons">{ self.button(Msg::SaveCard, onclick) }</div>
            </>
        }
    }

    fn files(&self, share: &ShareView) -> Html {
        let lang = self.lang;
        let is_whole = share.what == Handed::View;
        let excerpt = share.excerpt.clone().map(|excerpt| {
            let n = if is_whole { share.n_part } else { 1 };
            self.file(lang.count(Msg::SaveExcerpt, n), Msg::SaveExcerptHow, Made::Copy(Some(excerpt)))
        });
        let viewer = Made::Viewer(share.fragment.clone());
        html! {
            <>
                { self.heading(Msg::SaveFiles) }
                <ul class="share-files">
                    if is_whole {
                        { self.file(lang.t(Msg::SaveViewer).to_owned(), Msg::SaveViewerHow, viewer) }
                        { self.file(lang.t(Msg::SaveCopy).to_owned(), Msg::SaveCopyHow, Made::Copy(None)) }
                    }
                    { for excerpt }
                </ul>
                { for self.props.around.base.as_ref().filter(|_| self.props.around.framed).map(|base| html! {
                    <p>
                        { lang.t(Msg::SaveInFrame) }
                        <a href={format!("{base}#{}", share.fragment)} target="_blank" rel="noopener">
                            { lang.t(Msg::OpenOwnWindow) }
                        </a>
                    </p>
                }) }
            </>
        }
    }

    /// Files for other programs.
    fn exports(&self, share: &ShareView) -> Html {
        let lang = self.lang;
        let button = |(format, words): &(Format, Msg)| {
            let (document, format) = (self.props.around.document.clone(), *format);
            let mut selection = share.selection.clone();
            selection.link = self.props.around.base.as_ref().map(|base| base.to_string());
            let made = Made::Export(format, selection);
            let label = lang.fill(Msg::SaveOf, &[("what", lang.t(*words))]);
            let onclick = Callback::from(move |_: MouseEvent| {
                files::save(&document.minutes, &made);
            });
            html! { <button type="button" aria-label={label} {onclick}>{ lang.t(*words) }</button> }
        };
        let part = share.part.map(|part| {
            let onchange = self.props.dispatch.on(Action::Share(ShareStep::Part(!part)));
            html! {
                <p>
                    <label>
                        <input type="checkbox" checked={part} {onchange} />
                        { lang.count(Msg::ExportPart, share.n_part) }
                    </label>
                </p>
            }
        });
        html! {
            <>
                { self.heading(Msg::Exports) }
                { for part }
                <div class="share-buttons share-formats">{ for FORMATS.iter().map(button) }</div>
            </>
        }
    }

    fn file(&self, name: String, how: Msg, made: Made) -> Html {
        let lang = self.lang;
        let button = |words: Msg, names: Msg, act: fn(&Minutes, &Made) -> bool| {
            let label = lang.fill(names, &[("what", &name)]);
            let (document, made) = (self.props.around.document.clone(), made.clone());
            let onclick = Callback::from(move |_: MouseEvent| {
                act(&document.minutes, &made);
            });
            html! { <button type="button" aria-label={label} {onclick}>{ lang.t(words) }</button> }
        };
        html! {
            <li>
                <b>{ name.clone() }</b>
                <span>{ lang.t(how) }</span>
                <div>
                    { button(Msg::Save, Msg::SaveOf, files::save) }
                    if self.props.around.can_share {
                        { button(Msg::ShareFile, Msg::ShareFileOf, files::share) }
                    }
                </div>
            </li>
        }
    }

    /// A quote that comes back.
    fn check(&self, share: &ShareView) -> Html {
        let lang = self.lang;
        let onclick = {
            let (dispatch, field) = (self.props.dispatch.clone(), self.quote.clone());
            Callback::from(move |_: MouseEvent| {
                let field = field.cast::<web_sys::HtmlTextAreaElement>();
                let pasted = field.map(|field| field.value()).unwrap_or_default();
                dispatch.send(Action::Share(ShareStep::Check(pasted)));
            })
        };
        html! {
            <>
                <p>{ lang.t(Msg::CheckQuoteHow) }</p>
                <label class="share-quote">
                    { lang.t(Msg::CheckField) }
                    <textarea ref={self.quote.clone()} rows="6" lang={page_lang(Lang::Ja)} />
                </label>
                <div class="share-buttons">
                    { self.button(Msg::CheckNow, onclick) }
                    { self.button(Msg::ShareAndSave, self.on(ShareStep::Open(Handed::View))) }
                </div>
                <div role="status">
                    { for share.check.as_ref().map(|check| self.checked(check)) }
                </div>
            </>
        }
    }

    fn checked(&self, check: &CheckView) -> Html {
        let lang = self.lang;
        let class = match check.verdict {
            Verdict::Same => "same",
            Verdict::Changed => "changed",
            Verdict::Missing | Verdict::TooShort => "missing",
        };
        let name = |words: Msg| html! { <span class="visually-hidden">{ lang.t(words) }{ " " }</span> };
        let part = |part: &CheckPart| match part {
            CheckPart::Same(words) => html! { <>{ words.clone() }</> },
            CheckPart::Quoted(words) => html! { <del>{ name(Msg::CheckOnlyQuoted) }{ words.clone() }</del> },
            CheckPart::Printed(words) => {
                html! { <ins>{ name(Msg::CheckOnlyPrinted) }{ words.clone() }</ins> }
            }
            CheckPart::LeftOut => html! { <>{ lang.t(Msg::CheckLeftOut) }</> },
        };
        let differs =
            check.parts.iter().any(|part| matches!(part, CheckPart::Quoted(_) | CheckPart::Printed(_)));
        let go = check.place.map(|(speech, range)| {
            let action = Action::GoToSentence(speech, range);
            link(
                &self.props.dispatch,
                speech_anchor(speech),
                action,
                "",
                None,
                html! { lang.t(Msg::CheckGoThere) },
            )
        });
        html! {
            <div class={classes!("verdict", class)}>
                <p><b>{ check.sentence.clone() }</b></p>
                { for check.notes.iter().map(|note| html! { <p>{ note.clone() }</p> }) }
                if differs || check.parts.contains(&CheckPart::LeftOut) {
                    <p lang={minutes_lang(lang)} class="difference">{ for check.parts.iter().map(part) }</p>
                    <p class="quiet" aria-hidden="true" hidden={!differs}>
                        <del>{ lang.t(Msg::CheckOnlyQuoted) }</del>{ " " }<ins>{ lang.t(Msg::CheckOnlyPrinted) }</ins>
                    </p>
                }
                <p>{ for go }</p>
            </div>
        }
    }
}
