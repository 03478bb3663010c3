//! Where the empty pages come from that carry a program.

use std::borrow::Cow;

use super::Error;

/// What a page shows.
#[derive(Clone, Copy)]
pub(super) enum Shell {
    /// One meeting.
    Meeting,
    /// Several, one at a time.
    Shelf,
    /// What is found in all meetings of a site.
    Finder,
}

/// The page that a release build carries.
///
/// # Errors
///
/// None.
#[cfg(feature = "embedded-shell")]
pub(super) fn load(shell: Shell) -> Result<Cow<'static, str>, Error> {
    Ok(Cow::Borrowed(match shell {
        Shell::Meeting => include_str!("../../dist/shell.html"),
        Shell::Shelf => include_str!("../../dist/shelf-shell.html"),
        Shell::Finder => include_str!("../../dist/finder.html"),
    }))
}

/// The page in `dist` of the current folder or of one above it.
///
/// # Errors
///
/// When there is none, or it cannot be read.
#[cfg(not(feature = "embedded-shell"))]
pub(super) fn load(shell: Shell) -> Result<Cow<'static, str>, Error> {
    let file = match shell {
        Shell::Meeting => "dist/shell.html",
        Shell::Shelf => "dist/shelf-shell.html",
        Shell::Finder => "dist/finder.html",
    };
    let here = std::env::current_dir().map_err(|_| Error::NoShell { file })?;
    let page = here.ancestors().map(|folder| folder.join(file)).find(|page| page.is_file());
    let page = page.ok_or(Error::NoShell { file })?;
    std::fs::read_to_string(&page)
        .map(Cow::Owned)
        .map_err(|error| Error::ShellUnreadable { path: page, error })
}
