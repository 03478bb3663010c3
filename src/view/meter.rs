//! A share as a bar.

use yew::prelude::*;

/// How much.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// In hundredths.
    pub share: u8,
}

/// A share as a bar. The number stands beside it in words, so that the bar itself says nothing.
#[component]
pub fn Meter(props: &Props) -> Html {
    html! {
        <svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect class="meter-ground" width="100" height="4" />
            <rect class="meter-share" width={props.share.min(100).to_string()} height="4" />
        </svg>
    }
}
