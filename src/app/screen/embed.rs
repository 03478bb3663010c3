//! The dialog 埋め込み: what is chosen in it and what comes of it.

use super::compose::Frame;
use super::{EmbedView, header};
use crate::app::embed::form::{EmbedForm, Start, Tier};
use crate::app::embed::{Scheme, snippet};
use crate::app::permalink;
use crate::app::words::{self, Lang, Msg};
use crate::model::SpeechId;

/// Words of which a title has one if it says what it is the title of.
const KINDS: [Msg; 2] = [Msg::Untitled, Msg::EmbedProceedings];

pub fn view(frame: &Frame, form: &EmbedForm) -> EmbedView {
    let lang = frame.lang;
    let written = permalink::write(frame.document, frame.state);
    let (_, present) = permalink::meeting(&written);
    let place = match form.start {
        Start::Whole => String::new(),
        Start::Speech(speech) => permalink::speech_anchor(speech),
        Start::Topic(topic) => permalink::topic_anchor(topic),
        Start::Present => present.to_owned(),
    };
    let fragment = permalink::in_meeting(&frame.document.name, &place);
    let query = form.embedding().query(&fragment);
    let title = header::title(frame.as_printed());
    let says_what = KINDS.iter().any(|&kind| title.contains(Lang::Ja.t(kind)));
    let title = if says_what { title } else { [&title, " ", Lang::Ja.t(Msg::Untitled)].concat() };
    let address_note = match (snippet::address(form), form.address.trim()) {
        (Some(_), _) => "",
        (None, "") => lang.t(Msg::EmbedAddressMissing),
        (None, _) => lang.t(Msg::EmbedAddressLocal),
    };
    let copied = match form.copied {
        None => "",
        Some(true) => lang.t(Msg::Copied),
        Some(false) => lang.t(Msg::EmbedNotCopied),
    };
    EmbedView {
        n_speeches: frame.minutes().speeches.len(),
        starts: starts(frame, !present.is_empty()),
        snippet: snippet::write(form, &title, &fragment),
        preview: form.own.as_deref().map(|own| snippet::with_query(own, &query)),
        address_note: address_note.to_owned(),
        accent_note: accent_note(lang, form),
        advice: advice(form.tier).iter().map(|&msg| lang.t(msg).to_owned()).collect(),
        copied: copied.to_owned(),
        form: form.clone(),
    }
}

fn starts(frame: &Frame, has_present: bool) -> Vec<(Start, String)> {
    let (lang, minutes) = (frame.lang, frame.minutes());
    let named = |start, words| (start, lang.t(words).to_owned());
    let mut starts = vec![named(Start::Whole, Msg::EmbedStartWhole)];
    if has_present {
        starts.push(named(Start::Present, Msg::EmbedStartPresent));
    }
    if !minutes.speeches.is_empty() {
        starts.push(named(Start::Speech(SpeechId(0)), Msg::EmbedStartSpeech));
    }
    starts.extend(minutes.topics.iter().map(|topic| {
        let words = [frame.printed(topic.num), words::one_line(&frame.text(&topic.heading))].join(" ");
        let value = words.trim();
        let name = lang.fill(Msg::FacetAndValue, &[("facet", lang.t(Msg::Topic)), ("value", value)]);
        (Start::Topic(topic.id), name)
    }));
    starts
}

/// Says what becomes of a colour in which words could not be read.
fn accent_note(lang: Lang, form: &EmbedForm) -> String {
    let Some(accent) = form.accent else { return String::new() };
    let [light, dark] = Scheme::ALL.map(|scheme| accent.readable(scheme));
    if light == accent && dark == accent {
        return String::new();
    }
    let named = |colour: crate::app::embed::Colour| format!("#{}", colour.hex());
    lang.fill(Msg::EmbedAccentChanged, &[("light", &named(light)), ("dark", &named(dark))])
}

/// What there is to tell those who keep the other page.
fn advice(tier: Tier) -> &'static [Msg] {
    match tier {
        Tier::Frame => &[Msg::EmbedAdviceSource, Msg::EmbedAdviceShirasagi, Msg::EmbedAdviceLinkOnly],
        Tier::Script => &[Msg::EmbedAdviceScript, Msg::EmbedAdviceJoruri, Msg::EmbedAdviceSandbox],
        Tier::Element => &[Msg::EmbedAdviceElement, Msg::EmbedAdviceJoruri, Msg::EmbedAdviceSandbox],
    }
}
