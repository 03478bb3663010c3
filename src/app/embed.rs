//! The file inside another page: what the address asks for, and what the other page may say.
//!
//! 1. [`Embedding::parse`] reads the query of the address: `?embed=1&header=0&accent=0b6e4f&scheme=dark`.
//! 2. [`start`] finds where reading begins: the fragment, or where there is none `kg=…` of the query,
//!    which holds the same in percent-encoding.
//! 3. [`Message::parse`] reads a message of the page around; [`Message::action`] is what it makes happen.
//! 4. [`form`]: the dialog in which all this is put together; [`snippet`]: what it gives to be pasted.
//!
//! Whatever is unknown or malformed is ignored, alone. What is not offered: a message that reads the text,
//! changes it, saves or prints. The page around may be anybody's.
//!
//! May live here: the meaning of queries and messages. May not: frames and events (`browser`).

pub mod colour;
pub mod form;
pub mod snippet;

use super::document::Document;
use super::permalink;
use super::state::Action;
pub use colour::{Colour, Scheme};
use form::EmbedStep;

/// How the file stands inside another page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Embedding {
    /// Whether only the text and its search are shown, not what stands beside.
    pub embedded: bool,
    /// Whether the head of the page is shown.
    pub header: bool,
    /// The colour of links and buttons, as asked for.
    pub accent: Option<Colour>,
    /// Light or dark whatever the reader prefers.
    pub scheme: Option<Scheme>,
    /// Whether the page around makes the frame as high as the text, so that nothing scrolls inside.
    pub fits: bool,
}

impl Default for Embedding {
    fn default() -> Embedding {
        Embedding { embedded: false, header: true, accent: None, scheme: None, fits: false }
    }
}

/// The names in the query that are ours. Others may belong to the server and stay.
const KEYS: [&str; 5] = ["embed", "header", "accent", "scheme", "kg"];

/// Queries longer than this many bytes are ignored whole.
const MAX_QUERY_BYTES: usize = 4 * permalink::MAX_BYTES;

impl Embedding {
    /// What the query of the address asks for, with or without `?` in front. Without `embed=1` the page
    /// is an ordinary one, and only its colours can be asked for.
    pub fn parse(query: &str) -> Embedding {
        let embedded = value(query, "embed") == Some("1");
        Embedding {
            embedded,
            header: !(embedded && value(query, "header") == Some("0")),
            accent: value(query, "accent").and_then(Colour::parse),
            scheme: value(query, "scheme").and_then(Scheme::from_key),
            fits: false,
        }
    }

    /// The query, with `?` in front, that asks for this and begins at `fragment`.
    pub fn query(&self, fragment: &str) -> String {
        let mut parts = vec!["embed=1".to_owned()];
        if !self.header {
            parts.push("header=0".to_owned());
        }
        parts.extend(self.accent.map(|accent| format!("accent={}", accent.hex())));
        parts.extend(self.scheme.map(|scheme| format!("scheme={}", scheme.key())));
        if !fragment.is_empty() {
            // What a fragment is written in may stand in a query as it is, but for the sign of encoding.
            parts.push(format!("kg={}", fragment.replace('%', "%25")));
        }
        format!("?{}", parts.join("&"))
    }
}

/// The fragment at which reading begins. A fragment in the address wins, also an empty one behind a
/// bare `#`: that is a reader who has taken everything off.
pub fn start(query: &str, fragment: Option<&str>) -> String {
    match fragment {
        Some(fragment) => fragment.to_owned(),
        None => value(query, "kg").and_then(permalink::decode_form).unwrap_or_default(),
    }
}

/// An address without fragment and without what is only ours in its query, for sending it to somebody.
pub fn plain_address(address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default();
    let Some((path, query)) = address.split_once('?') else { return address.to_owned() };
    let is_ours = |part: &&str| KEYS.contains(&part.split('=').next().unwrap_or_default());
    let others: Vec<&str> = query.split('&').filter(|part| !part.is_empty() && !is_ours(part)).collect();
    if others.is_empty() { path.to_owned() } else { format!("{path}?{}", others.join("&")) }
}

/// The value of the first part of a query that has this name.
fn value<'a>(query: &'a str, key: &str) -> Option<&'a str> {
    let query = query.strip_prefix('?').unwrap_or(query);
    if query.len() > MAX_QUERY_BYTES {
        return None;
    }
    query.split('&').find_map(|part| part.split_once('=').filter(|(name, _)| *name == key)).map(|(_, of)| of)
}

/// The version of our messages: `kg` in each.
pub const VERSION: u8 = 1;

/// What this file can do, as it tells the page around.
pub const CAPS: [&str; 5] = ["size", "nav", "goto", "query", "theme"];

/// The most characters that any text of a message may have. Longer ones are not even copied.
pub const MAX_MESSAGE_CHARS: u32 = 2_000;

/// The most messages that are looked at in a second.
const MAX_PER_SECOND: u32 = 30;

/// What a message holds, read one by one: a page may send anything, of any size.
pub trait Fields {
    /// A number.
    fn number(&self, key: &str) -> Option<f64>;
    /// A text of at most [`MAX_MESSAGE_CHARS`].
    fn text(&self, key: &str) -> Option<String>;
    /// The texts in a list, of which only the first few are looked at.
    fn texts(&self, key: &str) -> Vec<String>;
}

/// What the page around says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// It is there, and wants to make the frame as high as the text or not.
    Hello {
        /// Whether it listens to `size`.
        fits: bool,
    },
    /// The same in the words of open-iframe-resizer.
    ResizerInit,
    /// open-iframe-resizer asks for the size once more.
    ResizerAsks,
    /// Point at a speech, a point or a topic.
    GoTo(String),
    /// Look for words.
    Query(String),
    /// Be light, dark, or as the reader prefers.
    Theme(Option<Scheme>),
}

impl Message {
    /// What a message means, if it is one of ours. It never fails.
    pub fn parse(fields: &impl Fields) -> Option<Message> {
        match fields.text("type").as_deref() {
            Some("iframe-child-init") => return Some(Message::ResizerInit),
            Some("iframe-get-child-dimensions") => return Some(Message::ResizerAsks),
            _ => {}
        }
        if fields.number("kg") != Some(f64::from(VERSION)) {
            return None;
        }
        match fields.text("t")?.as_str() {
            "hello" => Some(Message::Hello { fits: fields.texts("caps").iter().any(|cap| cap == "size") }),
            "goto" => fields.text("id").map(Message::GoTo),
            "query" => fields.text("q").map(Message::Query),
            "theme" => match fields.text("scheme")?.as_str() {
                "auto" => Some(Message::Theme(None)),
                key => Scheme::from_key(key).map(|scheme| Message::Theme(Some(scheme))),
            },
            _ => None,
        }
    }

    /// What the message makes happen.
    pub fn action(self, document: &Document) -> Option<Action> {
        match self {
            Message::Hello { fits: true } | Message::ResizerInit => Some(Action::Embed(EmbedStep::Fit)),
            Message::Hello { fits: false } | Message::ResizerAsks => None,
            Message::GoTo(id) => {
                let (speech, point) = permalink::place(document, &id);
                speech.map(|speech| match point {
                    Some(point) => Action::GoToPoint(speech, point),
                    None => Action::GoTo(speech),
                })
            }
            Message::Query(words) => Some(Action::Search(words)),
            Message::Theme(scheme) => Some(Action::Embed(EmbedStep::Scheme(scheme))),
        }
    }
}

/// Counts messages, so that a page which never stops talking is not listened to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Patience {
    second: u64,
    n: u32,
}

impl Patience {
    /// Whether one more message is looked at, `now` milliseconds after some beginning.
    pub fn hears(&mut self, now: f64) -> bool {
        // What is no time is taken as the beginning.
        let second = (now / 1000.0) as u64;
        if second != self.second {
            *self = Patience { second, n: 0 };
        }
        self.n = self.n.saturating_add(1);
        self.n <= MAX_PER_SECOND
    }
}
