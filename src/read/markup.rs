//! A web page as whoever parsed it hands it over: elements and letters in printed order.
//!
//! The page asks the browser, the command line a library; both build the same simple thing, so that
//! what is text in it is decided once.
//!
//! May live here: the data and its builder. May not: what an element means (`html`).

/// A parsed web page, as a walk through its tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup {
    /// The steps of the walk. Every `Open` has its `Close`.
    pub steps: Vec<Step>,
}

/// One step of the walk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// An element begins; its content follows.
    Open {
        /// Its name in small letters.
        name: String,
        /// Those of its attributes that [`Markup::ATTRIBUTES`] lists.
        attributes: Vec<(String, String)>,
    },
    /// Letters, entities resolved.
    Text(String),
    /// The element that was opened last and is not closed yet ends.
    Close,
}

impl Markup {
    /// The attributes that are wanted; others need not be handed over.
    pub const ATTRIBUTES: [&'static str; 9] =
        ["hidden", "aria-hidden", "role", "style", "class", "id", "start", "type", "value"];

    /// Begins an element.
    pub fn open(&mut self, name: &str) {
        self.steps.push(Step::Open { name: name.to_ascii_lowercase(), attributes: Vec::new() });
    }

    /// Gives an attribute to the element that was just begun.
    pub fn attribute(&mut self, name: &str, value: &str) {
        if let Some(Step::Open { attributes, .. }) = self.steps.last_mut() {
            attributes.push((name.to_owned(), value.to_owned()));
        }
    }

    /// Adds letters.
    pub fn text(&mut self, text: &str) {
        self.steps.push(Step::Text(text.to_owned()));
    }

    /// Ends the element that was opened last.
    pub fn close(&mut self) {
        self.steps.push(Step::Close);
    }
}
