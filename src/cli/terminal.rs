//! What is known of the terminal: the language of its reader, and whether it shows colours.
//!
//! May live here: the environment. May not: what is printed.

use std::io::{self, IsTerminal};

use crate::diagnostics::Lang;

/// The language asked for; else that of the locale. Where the locale names none, Japanese.
pub(super) fn lang(asked: Option<Lang>) -> Lang {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| {
        let value = std::env::var(name).ok()?;
        (!value.is_empty()).then_some(value)
    });
    asked.unwrap_or_else(|| of_locale(&locale.unwrap_or_default()))
}

/// `ja_JP.UTF-8` is Japanese. `C` and its kin name no language; whoever has chosen one that is not Japanese
/// reads English more likely than Japanese.
fn of_locale(locale: &str) -> Lang {
    match locale.split(['_', '.', '@', '-']).next().unwrap_or_default() {
        "" | "C" | "POSIX" | "ja" => Lang::Ja,
        _ => Lang::En,
    }
}

/// Whether the standard output is a terminal that shows colours, to somebody who wants them
/// (<https://no-color.org>).
pub(super) fn has_colours() -> bool {
    io::stdout().is_terminal()
        && !anstyle_query::no_color()
        && anstyle_query::term_supports_ansi_color()
        && anstyle_query::windows::enable_ansi_colors().unwrap_or(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_a_language() {
        for (locale, lang) in [
            ("", Lang::Ja),
            ("C", Lang::Ja),
            ("C.UTF-8", Lang::Ja),
            ("POSIX", Lang::Ja),
            ("ja_JP.UTF-8", Lang::Ja),
            ("ja", Lang::Ja),
            ("en_US.UTF-8", Lang::En),
            ("de_DE@euro", Lang::En),
        ] {
            assert_eq!(of_locale(locale), lang, "{locale}");
        }
    }
}
