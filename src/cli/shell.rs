//! Where the empty viewer page comes from.

use std::borrow::Cow;

use super::Error;

/// The page that a release build carries.
#[cfg(feature = "embedded-shell")]
pub(super) fn load() -> Result<Cow<'static, str>, Error> {
    Ok(Cow::Borrowed(include_str!("../../dist/shell.html")))
}

/// The page in `dist` of the current folder or of one above it.
#[cfg(not(feature = "embedded-shell"))]
pub(super) fn load() -> Result<Cow<'static, str>, Error> {
    let here = std::env::current_dir().map_err(|_| Error::NoShell)?;
    let page = here.ancestors().map(|folder| folder.join("dist/shell.html")).find(|page| page.is_file());
    let page = page.ok_or(Error::NoShell)?;
    std::fs::read_to_string(&page)
        .map(Cow::Owned)
        .map_err(|error| Error::ShellUnreadable { path: page, error })
}
