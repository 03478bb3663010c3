//! The wasm entry: read the minutes that this page carries, show them.
#![allow(missing_docs)]

use kaigiroku::app::SharedDocument;
#[cfg(feature = "shelf")]
use kaigiroku::app::shelf;
use kaigiroku::browser;
use kaigiroku::view::{App, AppProps, Empty};
#[cfg(feature = "shelf")]
use kaigiroku::view::{ShelfPage, ShelfProps};

fn main() {
    // A panic ends the viewer. The page's own script hears of it and shows the plain text again.
    // It is set by way of Yew, which would put its own in the place of any other.
    yew::set_custom_panic_hook(Box::new(|info| browser::announce("kg:failed", &info.to_string())));
    let Some(root) = browser::root() else {
        return browser::announce("kg:failed", "the page has no place for the viewer");
    };
    #[cfg(feature = "shelf")]
    {
        let directory = format!("#{}", shelf::DIRECTORY);
        if let Some(text) = browser::text_of(&directory) {
            return match browser::attribute_of(&directory, "data-len") {
                None => show(root, shelf::shelf_of(Some(text.as_bytes()))),
                Some(_) => browser::unpack_block(shelf::PRIME, shelf::DIRECTORY, shelf::MAX_LEN, |bytes| {
                    show(root, shelf::shelf_of(bytes.as_deref()));
                }),
            };
        }
    }
    let data = browser::data_text().unwrap_or_default();
    if data.trim().is_empty() {
        yew::Renderer::<Empty>::with_root(root).render();
        return;
    }
    match kaigiroku::bundle::decode(&data) {
        Ok(minutes) => {
            let props = AppProps { document: SharedDocument::new(minutes), start: None };
            yew::Renderer::<App>::with_root_and_props(root, props).render();
        }
        Err(error) => browser::announce("kg:failed", &error.to_string()),
    }
}

/// Shows a shelf.
#[cfg(feature = "shelf")]
fn show(root: web_sys::Element, read: Result<shelf::SharedShelf, String>) {
    match read {
        Ok(shelf) => {
            let title = browser::text_of("title").unwrap_or_default().into();
            let props = ShelfProps { shelf, title, ..ShelfProps::default() };
            yew::Renderer::<ShelfPage>::with_root_and_props(root, props).render();
        }
        Err(words) => browser::announce("kg:failed", &words),
    }
}
