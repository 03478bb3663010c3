//! Bringing elements into view, and knowing which are.
//!
//! Nothing is animated: a jump is a jump, so there is no motion that could be too much.
//!
//! May live here: places on the screen. May not: which of them a reader should see (`app::screen`).

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gloo_utils::window;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::page::root;

/// Text far away is laid out only when it comes near, so that the first jump may land a little
/// beside; those after layout do not.
const SETTLE_MS: [u32; 2] = [60, 240];

thread_local! {
    /// The jumps that follow a jump. A later jump, or a hand on the page, ends them.
    static SETTLING: RefCell<Vec<Timeout>> = RefCell::default();
    /// What hears the hand on the page, once there was a jump.
    static HANDS: OnceCell<[EventListener; 4]> = const { OnceCell::new() };
}

/// Jumps, and again once the text is laid out.
fn settle(jump: impl Fn() + Clone + 'static) {
    jump();
    let again = SETTLE_MS.map(|wait| Timeout::new(wait, jump.clone()));
    SETTLING.with(|settling| settling.replace(again.into()));
    HANDS.with(|hands| {
        hands.get_or_init(|| {
            ["pointerdown", "wheel", "touchmove", "keydown"].map(|hand| {
                EventListener::new(&window(), hand, |_| drop(SETTLING.with(|settling| settling.take())))
            })
        });
    });
}

/// What lies behind the search above and the tabs of a phone below is not in view.
const BESIDE_BARS: &str = "-96px 0px -56px 0px";

/// How far below the search a jump ends.
const BELOW_BAR: f64 = 16.0;

/// Brings the element with this id to the top of the view.
pub fn show(id: &str) {
    let selector = format!("[id=\"{id}\"]");
    settle(move || jump(&selector, ScrollLogicalPosition::Start));
}

/// Brings the first element that fits to the middle of the view, unless it can be seen already.
pub fn show_if_hidden(selector: &'static str) {
    if !find(selector).is_some_and(|element| is_seen(&element)) {
        settle(move || jump(selector, ScrollLogicalPosition::Center));
    }
}

/// Brings the element with this id to the middle of whatever scrolls around it.
pub fn show_amid(id: &str) {
    let selector = format!("[id=\"{id}\"]");
    settle(move || jump(&selector, ScrollLogicalPosition::Center));
}

/// Goes to the top of the page.
pub fn show_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Whether something of the element with this id can be seen.
pub fn is_in_view(id: &str) -> bool {
    let rect = find(&format!("[id=\"{id}\"]")).map(|element| element.get_bounding_client_rect());
    let (top, bottom) = edges();
    rect.is_some_and(|rect| rect.height() > 0.0 && rect.bottom() > top && rect.top() < bottom)
}

fn find(selector: &str) -> Option<Element> {
    root()?.query_selector(selector).ok().flatten()
}

fn jump(selector: &str, block: ScrollLogicalPosition) {
    if let Some(element) = find(selector) {
        if find("[data-embed=\"scroll\"]").is_some() {
            return jump_inside(&element, block);
        }
        let options = ScrollIntoViewOptions::new();
        options.set_behavior(ScrollBehavior::Instant);
        options.set_block(block);
        options.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls this frame alone: the page around it, too, would be moved to where it did not ask to be.
fn jump_inside(element: &Element, block: ScrollLogicalPosition) {
    let rect = element.get_bounding_client_rect();
    let height = |selector| find(selector).map_or(0.0, |bar| bar.get_bounding_client_rect().height());
    // The search stands over the text only once the head is scrolled away.
    let (top, bottom) = (height(".stays"), edges().1);
    let by = match block {
        ScrollLogicalPosition::Start => rect.top() - top - BELOW_BAR,
        _ => (rect.top() + rect.bottom() - top - bottom) / 2.0,
    };
    window().scroll_by_with_x_and_y(0.0, by);
}

/// How far below the upper edge of the page the first element that fits begins.
pub fn top_of(selector: &str) -> Option<f64> {
    let page = root()?.get_bounding_client_rect();
    find(selector).map(|element| element.get_bounding_client_rect().top() - page.top())
}

fn is_seen(element: &Element) -> bool {
    let rect = element.get_bounding_client_rect();
    let (top, bottom) = edges();
    rect.height() > 0.0 && rect.top() >= top && rect.bottom() <= bottom
}

/// Where the text begins and ends on the screen: below the search, above the tabs of a phone and
/// what is told of reading aloud.
fn edges() -> (f64, f64) {
    let rect = |selector| find(selector).map(|element| element.get_bounding_client_rect());
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
    let top = rect(".stays").map_or(0.0, |bar| bar.bottom().max(0.0));
    let lower = [".tabs", ".reader"].into_iter().filter_map(rect).filter(|rect| rect.height() > 0.0);
    (top, lower.map(|rect| rect.top()).fold(height, f64::min))
}

/// Watches which elements are in view; dropping it ends that.
pub struct Sight {
    observer: IntersectionObserver,
    _callback: Closure<dyn FnMut(Array)>,
}

impl Drop for Sight {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// How many elements fit.
pub fn count(selector: &str) -> u32 {
    let found = root().and_then(|root| root.query_selector_all(selector).ok());
    found.map_or(0, |elements| elements.length())
}

/// Watches the elements that fit and reports the ids of those in view, in order of id.
pub fn watch(selector: &str, report: impl Fn(Vec<String>) + 'static) -> Option<Sight> {
    let elements = root()?.query_selector_all(selector).ok()?;
    let seen: Rc<RefCell<Vec<String>>> = Rc::default();
    let callback = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        let ids = {
            let mut seen = seen.borrow_mut();
            for entry in entries.iter().filter_map(|e| e.dyn_into::<IntersectionObserverEntry>().ok()) {
                let id = entry.target().id();
                let at = seen.partition_point(|other| *other < id);
                let is_seen = seen.get(at) == Some(&id);
                if entry.is_intersecting() && !is_seen {
                    seen.insert(at, id);
                } else if !entry.is_intersecting() && is_seen {
                    seen.remove(at);
                }
            }
            seen.clone()
        };
        report(ids);
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(BESIDE_BARS);
    let callback_ref = callback.as_ref().unchecked_ref();
    let observer = IntersectionObserver::new_with_options(callback_ref, &options).ok()?;
    for at in 0..elements.length() {
        if let Some(element) = elements.get(at).and_then(|node| node.dyn_into::<Element>().ok()) {
            observer.observe(&element);
        }
    }
    Some(Sight { observer, _callback: callback })
}
