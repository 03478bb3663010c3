//! A file of minutes that is opened in an empty viewer.

use yew::prelude::*;

use crate::app::SharedDocument;
use crate::app::words::{Lang, Msg};
use crate::browser;

/// What has become of the file that was chosen, and the way to choose one.
pub struct Opened {
    read: Option<Result<SharedDocument, String>>,
    onchange: Callback<Event>,
}

impl Opened {
    /// The minutes, once they are read.
    pub fn document(&self) -> Option<SharedDocument> {
        self.read.clone()?.ok()
    }
}

/// No file, and then the one that is chosen.
#[hook]
pub fn use_opened(lang: Lang) -> Opened {
    let read = use_state(|| None);
    let onchange = {
        let read = read.clone();
        Callback::from(move |event: Event| {
            let read = read.clone();
            browser::read_chosen(&event, move |text| read.set(Some(SharedDocument::read(&text, lang))));
        })
    };
    Opened { read: (*read).clone(), onchange }
}

/// The field by which a file is chosen, and what is wrong with one that could not be read.
pub fn field(lang: Lang, opened: &Opened) -> Html {
    let refused = match &opened.read {
        Some(Err(message)) => message.clone(),
        _ => String::new(),
    };
    html! {
        <>
            <p>
                <label>
                    { lang.t(Msg::GreetingOpen) }{ " " }
                    <input type="file" onchange={opened.onchange.clone()} />
                </label>
            </p>
            <p role="alert">{ refused }</p>
            <p>{ lang.t(Msg::GreetingOpens) }</p>
        </>
    }
}
