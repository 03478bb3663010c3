//! The text: topics, speeches, narratives, plain lines.

use yew::prelude::*;

use super::dispatch::use_dispatch;
use super::runs::runs;
use super::speech::SpeechCard;
use super::topic::Topic;
use crate::app::screen::BlockView;
use crate::app::state::Action;

/// The text.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// In printed order.
    pub blocks: Vec<BlockView>,
    /// The title of the minutes, for quoting.
    pub title: AttrValue,
    /// The address without fragment, where a link to it can be sent.
    #[prop_or_default]
    pub base: Option<AttrValue>,
    /// Whether filters are active: an empty text is explained by them.
    #[prop_or_default]
    pub filtered: bool,
}

/// The text in printed order.
#[component]
pub fn Body(props: &Props) -> Html {
    let dispatch = use_dispatch();
    let is_empty = !props.blocks.iter().any(|block| matches!(block, BlockView::Speech(_)));
    let blocks = props.blocks.iter().enumerate().map(|(at, block)| match block {
        BlockView::Topic(topic) => html! { <Topic key={topic.anchor.clone()} topic={topic.clone()} /> },
        BlockView::Speech(speech) => html! {
            <SpeechCard key={speech.anchor.clone()} speech={speech.clone()} title={props.title.clone()}
                base={props.base.clone()} />
        },
        BlockView::Narrative { runs: words } => {
            html! { <p key={format!("n{at}")} class="narrative">{ runs(words) }</p> }
        }
        BlockView::Plain { line, lines } => html! {
            <div key={format!("p{line}")} class="plain">
                { for lines.iter().map(|line| html! { <p>{ runs(line) }</p> }) }
            </div>
        },
    });
    html! {
        <>
            { for blocks }
            if is_empty && props.filtered {
                <div class="empty" key="empty">
                    <p>{ "この条件に合う発言はありません。" }</p>
                    <button type="button" class="button" onclick={dispatch.on(Action::ClearAll)}>
                        { "条件をすべて外す" }
                    </button>
                </div>
            }
        </>
    }
}
