//! Places in the page that are filled anew for every set of minutes.
//!
//! May live here: finding a place and filling it. May not: what is filled in.

use super::BundleError;

/// An element that stands once in the page and is known by how it opens.
pub(super) struct Slot {
    /// The opening tag up to where versions may differ.
    open: &'static str,
    /// The closing tag; what fills the slot never contains it.
    close: &'static str,
}

pub(super) const TITLE: Slot = Slot { open: "<title", close: "</title>" };
pub(super) const PLAIN: Slot = Slot { open: "<main id=\"kg-plain\"", close: "</main>" };
pub(super) const DATA: Slot =
    Slot { open: "<script type=\"application/json\" id=\"kg-doc\"", close: "</script>" };

pub(super) const VIEW: Slot =
    Slot { open: "<script type=\"application/json\" id=\"kg-view\"", close: "</script>" };

impl Slot {
    /// The page before, in and after the slot.
    pub(super) fn cut<'a>(&self, page: &'a str) -> Result<[&'a str; 3], BundleError> {
        let missing = BundleError::NoSlot { slot: self.open };
        let mut found = page.match_indices(self.open);
        let (at, _) = found.next().ok_or(missing.clone())?;
        if found.next().is_some() {
            return Err(BundleError::SlotTwice { slot: self.open });
        }
        let after_name = at + self.open.len();
        let rest = page.get(after_name..).unwrap_or_default();
        let start = after_name + rest.find('>').ok_or(missing.clone())? + 1;
        let (before, rest) = page.split_at_checked(start).ok_or(missing.clone())?;
        let end = rest.find(self.close).ok_or(missing)?;
        let (content, after) = rest.split_at(end);
        Ok([before, content, after])
    }

    /// What stands in the slot.
    pub(super) fn content<'a>(&self, page: &'a str) -> Result<&'a str, BundleError> {
        self.cut(page).map(|[_, content, _]| content)
    }

    /// The page with the slot filled.
    pub(super) fn fill(&self, page: &str, content: &str) -> Result<String, BundleError> {
        let [before, _, after] = self.cut(page)?;
        Ok([before, content, after].concat())
    }
}
