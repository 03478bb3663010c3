//! A part of the page that scrolling need not draw again.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::screen::Screen;
use crate::model::TopicId;

/// How a part is drawn from the screen; the topic is the one in view.
pub type Draw = fn(&Dispatch, &Rc<Screen>, Option<TopicId>) -> Html;

/// A part of the page.
#[derive(Clone, Properties)]
pub struct PartProps {
    /// The way to send an action.
    pub dispatch: Dispatch,
    /// The whole screen.
    pub screen: Rc<Screen>,
    /// The topic in view, where the part shows it.
    #[prop_or_default]
    pub now: Option<TopicId>,
    /// How it is drawn. It never changes at one place of the page, so that it is not compared.
    pub draw: Draw,
    /// Whether two screens look the same in this part. A letter of a query changes little beside the text.
    #[prop_or(never as Alike)]
    pub alike: Alike,
}

/// Whether a part of two screens is the same.
pub type Alike = fn(&Screen, &Screen) -> bool;

/// For parts that nearly every change of the screen is about.
fn never(_: &Screen, _: &Screen) -> bool {
    false
}

impl PartialEq for PartProps {
    /// A screen is computed once and never changes: the same one is the same pointer.
    fn eq(&self, other: &PartProps) -> bool {
        let is_alike = Rc::ptr_eq(&self.screen, &other.screen)
            || (self.screen.lang() == other.screen.lang() && (self.alike)(&self.screen, &other.screen));
        is_alike && self.now == other.now && self.dispatch == other.dispatch
    }
}

/// A part of the page. One component for all of them, since each adds some kilobytes to every file.
#[component]
pub fn Part(props: &PartProps) -> Html {
    (props.draw)(&props.dispatch, &props.screen, props.now)
}

/// A value that is the same only as itself. It is kept while it is compared with: a bare address
/// could be that of another one that took its place.
pub struct Same<T>(pub Rc<T>);

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Same<T>) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
