//! The blocks of a viewer page, and the page that they make.
//!
//! May live here: the order of the blocks, what stands between them. May not: how they are made
//! (`shell`), what minutes become (`plain`, `wire`).
//!
//! One function writes the page, for the build and for a file that saves itself: the same blocks
//! give the same bytes.

use super::{BundleError, escape, plain, slot};
use crate::model::Minutes;

/// Everything of a viewer page that is not its minutes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Blocks {
    /// The content policy.
    pub policy: String,
    /// The name and the version of the program.
    pub generator: String,
    /// The style sheet, as it stands in its element.
    pub css: String,
    /// The program, in gzip, in base64.
    pub wasm: String,
    /// Its length in bytes before packing, in digits.
    pub wasm_len: String,
    /// Its SHA-256 before packing, in hexadecimal digits.
    pub wasm_sha256: String,
    /// The script that starts it, as it stands in its element.
    pub boot: String,
    /// Blocks that this version does not know, whole elements.
    pub others: Vec<String>,
}

/// What a page holds of its own.
#[derive(Clone, Copy, Debug)]
pub struct Contents<'a> {
    /// The title.
    pub title: &'a str,
    /// The minutes of `data`.
    pub minutes: &'a Minutes,
    /// The data block as it stands in its element.
    pub data: &'a str,
    /// The fragment that leads to the view with which the file opens; empty for the start.
    pub view: &'a str,
}

/// The page from which every file is made.
const TEMPLATE: &str = include_str!("../../index.html");

const CHARSET: &str = "<meta charset=\"utf-8\">\n";
const GENERATOR: &str = "<meta name=\"generator\" content=\"kaigiroku\">";
const COPY_LINK: &str = "<link data-trunk rel=\"copy-dir\"";
const CSS_LINK: &str = "<link rel=\"stylesheet\"";
const RUST_LINK: &str = "<link data-trunk rel=\"rust\"";
const BODY_END: &str = "</body>";

/// The page without minutes that `template` and the blocks make.
///
/// # Errors
///
/// When `template` lacks a line that is to be replaced, or a block contains NUL.
pub(super) fn lay_out(template: &str, blocks: &Blocks) -> Result<String, BundleError> {
    let Blocks { policy, generator, css, wasm, wasm_len, wasm_sha256, boot, others } = blocks;
    if [css, boot].iter().any(|block| block.contains('\0')) {
        return Err(BundleError::Nul);
    }
    let page = template.replace("\r\n", "\n");
    let policy = policy.replace('"', "&quot;");
    let policy = format!("{CHARSET}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n");
    let page = replace(&page, CHARSET, CHARSET, &policy)?;
    let generator = format!("<meta name=\"generator\" content=\"{}\">", escape::Html(generator));
    let page = replace(&page, GENERATOR, GENERATOR, &generator)?;
    let page = replace(&page, RUST_LINK, "\n", "")?;
    let page = replace(&page, COPY_LINK, "\n", "")?;
    let page = replace(&page, CSS_LINK, ">", &format!("<style id=\"kg-css\">{css}</style>"))?;
    let others: String = others.iter().flat_map(|block| [block.as_str(), "\n"]).collect();
    let programs = format!(
        "{others}<script type=\"text/plain\" id=\"kg-wasm\" data-enc=\"gzip;base64\" data-len=\"{wasm_len}\" \
         data-sha256=\"{wasm_sha256}\">{wasm}</script>\n\
         <script id=\"kg-boot\">{boot}</script>\n{BODY_END}"
    );
    replace(&page, BODY_END, BODY_END, &programs)
}

/// The file that these blocks and contents make.
///
/// # Errors
///
/// When a block contains NUL.
pub fn save(blocks: &Blocks, contents: Contents<'_>) -> Result<String, BundleError> {
    let page = lay_out(TEMPLATE, blocks)?;
    let page = slot::TITLE.fill(&page, &escape::Html(contents.title.trim()).to_string())?;
    let page = slot::PLAIN.fill(&page, &plain::write(contents.minutes))?;
    let page = slot::DATA.fill(&page, contents.data)?;
    slot::VIEW.fill(&page, &view_block(contents.view))
}

/// The page without minutes that these blocks make.
///
/// # Errors
///
/// When a block contains NUL.
#[cfg(feature = "opens")]
pub fn empty(blocks: &Blocks) -> Result<String, BundleError> {
    lay_out(TEMPLATE, blocks)
}

/// The block of the view with which a file opens; empty for the start.
fn view_block(fragment: &str) -> String {
    if fragment.is_empty() {
        return String::new();
    }
    // What is percent-encoded needs no escape in a string of JSON.
    let plain: String =
        fragment.chars().filter(|&c| c > ' ' && c.is_ascii() && !"\"\\<>&".contains(c)).collect();
    format!("{{\"fragment\":\"{plain}\"}}")
}

/// The fragment in the block of the view, empty where there is none that can be read.
pub fn view_of(block: &str) -> String {
    let view: Option<serde_json::Value> = serde_json::from_str(block).ok();
    let fragment = view.as_ref().and_then(|view| view.get("fragment")?.as_str());
    fragment.unwrap_or_default().to_owned()
}

/// What a copy for reading holds of the body, where it is not all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// For each block of [`Minutes::body`], whether it is there.
    pub shown: Vec<bool>,
    /// What it is an excerpt of, in words.
    pub note: String,
}

/// A page that holds the minutes and no program: it reads, jumps and prints. `css` and `policy` are
/// those of a viewer page.
pub fn reading_copy(blocks: &Blocks, minutes: &Minutes, title: &str, excerpt: Option<&Excerpt>) -> String {
    let Blocks { policy, generator, css, .. } = blocks;
    let mut parts = policy.split(';').map(str::trim);
    let style = parts.find(|part| part.starts_with("style-src ")).unwrap_or("style-src 'none'");
    let style = style.replace('"', "&quot;");
    let text = plain::write_part(minutes, excerpt);
    let title = if excerpt.is_some() { format!("【抜粋】{title}") } else { title.to_owned() };
    let (title, generator) = (escape::Html(title.trim()), escape::Html(generator));
    format!(
        "<!doctype html>\n<html lang=\"ja\">\n<head>\n{CHARSET}\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; {style}; \
         img-src data:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"generator\" content=\"{generator}\">\n\
         <link rel=\"icon\" href=\"data:,\">\n<title>{title}</title>\n\
         <style id=\"kg-css\">{css}</style>\n</head>\n<body>\n\
         <main id=\"kg-plain\">{text}</main>\n</body>\n</html>\n"
    )
}

/// The blocks of a viewer page or a bundle that reading copies need.
///
/// # Errors
///
/// When the page has no style sheet or no policy.
pub fn blocks_of(page: &str) -> Result<Blocks, BundleError> {
    let between = |open: &'static str, close: &str| -> Result<String, BundleError> {
        let (_, after) = page.split_once(open).ok_or(BundleError::NoSlot { slot: open })?;
        let (content, _) = after.split_once(close).ok_or(BundleError::NoSlot { slot: open })?;
        Ok(content.to_owned())
    };
    Ok(Blocks {
        policy: between("<meta http-equiv=\"Content-Security-Policy\" content=\"", "\"")?,
        generator: between("<meta name=\"generator\" content=\"", "\"")?,
        css: between("<style id=\"kg-css\">", "</style>")?,
        ..Blocks::default()
    })
}

/// Replaces the stretch that begins with `open` and ends with the next `close`.
fn replace(page: &str, open: &'static str, close: &str, with: &str) -> Result<String, BundleError> {
    let missing = || BundleError::NoSlot { slot: open };
    let start = page.find(open).ok_or_else(missing)?;
    let (before, from) = page.split_at(start);
    // A `close` that is the `open` itself ends there.
    let skip = if open == close { 0 } else { open.len() };
    let (_, after_open) = from.split_at(skip);
    let end = after_open.find(close).ok_or_else(missing)? + close.len();
    Ok([before, with, after_open.get(end..).unwrap_or_default()].concat())
}
