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
    if let Some(directory) = browser::text_of(&format!("#{}", shelf::DIRECTORY)) {
        match shelf::read_directory(&directory) {
            Ok(read) => {
                let title = browser::text_of("title").unwrap_or_default();
                let shelf = shelf::SharedShelf::new(read);
                let props = ShelfProps { shelf, title: title.into(), ..ShelfProps::default() };
                yew::Renderer::<ShelfPage>::with_root_and_props(root, props).render();
            }
            Err(error) => browser::announce("kg:failed", &error.to_string()),
        }
        return;
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
