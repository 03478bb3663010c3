//! A share as a bar.

use yew::prelude::*;

/// A share as a bar. The number stands beside it in words, so that the bar itself says nothing.
pub fn meter(share: u8) -> Html {
    html! {
        <svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect class="meter-ground" width="100" height="4" />
            <rect class="meter-share" width={share.min(100).to_string()} height="4" />
        </svg>
    }
}
