//! Where the empty pages come from that carry a program.

use std::borrow::Cow;

use super::Error;

/// The page that shows minutes.
pub(super) fn load() -> Result<Cow<'static, str>, Error> {
    #[cfg(feature = "embedded-shell")]
    return Ok(Cow::Borrowed(include_str!("../../dist/shell.html")));
    #[cfg(not(feature = "embedded-shell"))]
    from_dist("shell.html")
}

/// The page that finds words in all meetings of a site.
pub(super) fn load_finder() -> Result<Cow<'static, str>, Error> {
    #[cfg(feature = "embedded-shell")]
    return Ok(Cow::Borrowed(include_str!("../../dist/finder.html")));
    #[cfg(not(feature = "embedded-shell"))]
    from_dist("finder.html")
}

/// The page in `dist` of the current folder or of one above it.
#[cfg(not(feature = "embedded-shell"))]
fn from_dist(name: &str) -> Result<Cow<'static, str>, Error> {
    let here = std::env::current_dir().map_err(|_| Error::NoShell)?;
    let page = here.ancestors().map(|folder| folder.join("dist").join(name)).find(|page| page.is_file());
    let page = page.ok_or(Error::NoShell)?;
    std::fs::read_to_string(&page)
        .map(Cow::Owned)
        .map_err(|error| Error::ShellUnreadable { path: page, error })
}
