//! The viewer page, put together from its parts.
//!
//! May live here: the content policy, what starts the program. May not: how the parts are built or
//! hashed (`bin/xtask`), in which order they stand (`blocks`), minutes.

use super::blocks::{Blocks, lay_out};
use super::{BundleError, escape};

/// What a build of the viewer gives.
#[derive(Clone, Debug)]
pub struct ShellParts<'a> {
    /// The whole style sheet, imports resolved.
    pub css: String,
    /// The JavaScript that binds the program to the browser, made for pages without modules. It
    /// declares `wasm_bindgen`.
    pub glue: String,
    /// The program, in gzip, in base64.
    pub wasm_gz_base64: String,
    /// The program's length in bytes before packing.
    pub wasm_len: usize,
    /// The SHA-256 of the program before packing, in hexadecimal digits. Browsers do not compute
    /// it outside of secure contexts; other readers of the file can.
    pub wasm_sha256: String,
    /// The version of this program.
    pub version: &'a str,
    /// What the page is for.
    pub purpose: Purpose,
}

/// What a page is for, and so what it may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// It shows minutes that it holds. It may show itself in a frame, which is how the dialog 埋め込み lets
    /// it be seen as it will be.
    Shows,
    /// It opens files. It has no frames at all; it may have the browser read a page of others, which
    /// becomes a document in no window.
    Opens,
    /// It finds words in all meetings of a site.
    Finds,
}

/// What the policy says of a page that shows minutes, and of one that opens files.
const FRAMES: [&str; 2] = ["frame-src 'self'", "frame-src 'none'"];
const TYPES: [&str; 2] = ["trusted-types 'none'", "trusted-types kaigiroku-inert"];

const BOOT: &str = include_str!("boot.js");
const FIND: &str = include_str!("finder.js");

/// Makes the finished empty viewer page out of `page`, which is `index.html`.
///
/// `hash` gives the SHA-256 of the UTF-8 bytes of a text in base64. The policy in the page names
/// by such hashes the one style sheet and the one script that may act; nothing else may, and
/// nothing may be fetched or sent.
///
/// # Errors
///
/// When `page` lacks a line that is to be replaced, or a part contains NUL.
pub fn assemble(
    page: &str,
    parts: &ShellParts<'_>,
    hash: impl Fn(&str) -> String,
) -> Result<String, BundleError> {
    let css = format!("\n{}\n", escape::style(&parts.css).trim());
    let script = if parts.purpose == Purpose::Finds { FIND } else { BOOT };
    let boot = escape::script(&boot(&parts.glue, script));
    let blocks = Blocks {
        policy: policy(&hash(&boot), &hash(&css), parts.purpose),
        generator: format!("kaigiroku {}", parts.version),
        css,
        wasm: parts.wasm_gz_base64.clone(),
        wasm_len: parts.wasm_len.to_string(),
        wasm_sha256: parts.wasm_sha256.clone(),
        boot,
        others: Vec::new(),
    };
    lay_out(page, &blocks)
}

/// What the page may do: run one script and one program, wear one style sheet, and what its purpose asks.
fn policy(script: &str, style: &str, purpose: Purpose) -> String {
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{script}' 'wasm-unsafe-eval'; style-src 'sha256-{style}'; \
         img-src data:; font-src data:; worker-src blob:; frame-src 'self'; connect-src 'none'; base-uri \
         'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    );
    match purpose {
        Purpose::Shows | Purpose::Finds => policy,
        Purpose::Opens => {
            let [[shows, opens], [no_types, types]] = [FRAMES, TYPES];
            policy.replace(shows, opens).replace(no_types, types)
        }
    }
}

/// The policy of a page that opens files, as it is for one that shows what was opened.
pub fn policy_of_minutes(policy: &str) -> String {
    let [[shows, opens], [no_types, types]] = [FRAMES, TYPES];
    policy.replace(opens, shows).replace(types, no_types)
}

/// The whole script: how the program is bound to the browser, and what starts it.
///
/// The bindings ask `document` where their script was loaded from. In a page given as text inside
/// another there is no such place, and asking throws: they get an empty `document` of their own.
/// They are a function, so that nothing of them runs before the browser is known to be able.
fn boot(glue: &str, script: &str) -> String {
    format!(
        "\n{{\nconst bind = (document) => {{\n{}\nreturn wasm_bindgen;\n}};\n{}\n}}\n",
        glue.trim(),
        script.trim()
    )
}
