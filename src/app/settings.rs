//! How a reader likes the page: kept by the browser, for every file, never by a link.
//!
//! ```text
//! lang=en;colours=0;hits=1;keys=1     any part may be missing
//! ```
//!
//! May live here: the settings and how they are written. May not: where they are kept (`browser`).

use super::words::Lang;

/// How a reader likes the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The language of everything but the minutes.
    pub lang: Lang,
    /// Whether roles are told by colour, too.
    pub colours: bool,
    /// Whether a search leaves out what it did not find.
    pub hits_only: bool,
    /// Whether single keys do something.
    pub shortcuts: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { lang: Lang::Ja, colours: true, hits_only: true, shortcuts: true }
    }
}

impl Settings {
    /// The settings for somebody who has set nothing: the first language of the browser in which
    /// there are words. Who reads neither is likelier to read English.
    pub fn for_languages(languages: &[String]) -> Settings {
        let known = |tag: &String| Lang::from_key(&tag.split('-').next()?.to_ascii_lowercase());
        let otherwise = if languages.is_empty() { Lang::Ja } else { Lang::En };
        Settings { lang: languages.iter().find_map(known).unwrap_or(otherwise), ..Settings::default() }
    }

    /// The settings as they are kept.
    pub fn write(&self) -> String {
        let digit = |on: bool| if on { "1" } else { "0" };
        let Settings { lang, colours, hits_only, shortcuts } = *self;
        let (colours, hits, keys) = (digit(colours), digit(hits_only), digit(shortcuts));
        format!("lang={};colours={colours};hits={hits};keys={keys}", lang.key())
    }

    /// The settings that were kept. What is unknown or malformed changes nothing.
    pub fn parse(text: &str) -> Settings {
        let says = |part: &str| text.split(';').any(|said| said == part);
        Settings {
            lang: if says("lang=en") { Lang::En } else { Lang::Ja },
            colours: !says("colours=0"),
            hits_only: !says("hits=0"),
            shortcuts: !says("keys=0"),
        }
    }
}
