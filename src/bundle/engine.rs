//! The search engine as blocks of a page: only pages that hold many meetings carry them.
//!
//! | Block | What it holds |
//! |---|---|
//! | `#kg-engine` | How the program is bound and what serves it, one classic script. It acts in the page only where no worker may start; a worker is made of its text. |
//! | `#kg-engine-simd` | The program for processors that compare eight letters at once, gzip in base64. |
//! | `#kg-engine-plain` | The same for all others. |
//!
//! May live here: these blocks, and what the policy of their page must allow. May not: what the engine
//! does (`search::engine`), how it is built (`bin/xtask`).

use super::{BundleError, escape};

const SERVICE: &str = include_str!("engine.js");

/// The name in the content policy for making a worker of the script.
pub const WORKER: &str = "kaigiroku-engine";

/// What a build of the engine gives.
#[derive(Clone, Debug)]
pub struct EngineParts {
    /// The JavaScript that binds the program, made for pages without modules.
    pub glue: String,
    /// The program that needs `simd128`, in gzip, in base64.
    pub simd: String,
    /// The program that needs nothing.
    pub plain: String,
}

/// The blocks, one after the other. `hash` gives the SHA-256 of a text in base64.
pub fn blocks(parts: &EngineParts, hash: impl Fn(&str) -> String) -> String {
    let EngineParts { glue, simd, plain } = parts;
    let script = format!(
        "\n{{\nconst bind = (document) => {{\n{}\nreturn wasm_bindgen;\n}};\n{}\n}}\n",
        glue.trim(),
        SERVICE.trim()
    );
    let script = escape::script(&script);
    let hash = hash(&script);
    format!(
        "<script id=\"kg-engine\" data-sha256=\"{hash}\">{script}</script>\n\
         <script type=\"text/plain\" id=\"kg-engine-simd\" data-enc=\"gzip;base64\">{simd}</script>\n\
         <script type=\"text/plain\" id=\"kg-engine-plain\" data-enc=\"gzip;base64\">{plain}</script>\n"
    )
}

/// The page with the blocks in it, and a policy that lets them act: one more script, known by its hash,
/// and a worker made of it.
///
/// # Errors
///
/// When `page` is no viewer page, or `blocks` are not those of an engine.
pub fn carry(page: &str, blocks: &str) -> Result<String, BundleError> {
    const HASH: &str = "<script id=\"kg-engine\" data-sha256=\"";
    const SCRIPTS: &str = "script-src ";
    const TYPES: &str = "trusted-types ";
    const NO_TYPES: &str = "trusted-types 'none'";
    const PROGRAM: &str = "<script type=\"text/plain\" id=\"kg-wasm\"";
    let missing = |slot: &'static str| BundleError::NoSlot { slot };
    let (_, rest) = blocks.split_once(HASH).ok_or(missing(HASH))?;
    let (hash, _) = rest.split_once('"').ok_or(missing(HASH))?;
    let (head, body) = page.split_once("<title").ok_or(missing("<title"))?;
    if !head.contains(SCRIPTS) {
        return Err(missing(SCRIPTS));
    }
    if !head.contains(TYPES) {
        return Err(missing(TYPES));
    }
    let types = format!("{TYPES}{WORKER}");
    let head = head.replacen(SCRIPTS, &format!("{SCRIPTS}'sha256-{hash}' "), 1);
    let head = match head.contains(NO_TYPES) {
        true => head.replacen(NO_TYPES, &types, 1),
        false => head.replacen(TYPES, &format!("{types} "), 1),
    };
    let (before, after) = body.split_once(PROGRAM).ok_or(missing(PROGRAM))?;
    Ok([&head, "<title", before, blocks, PROGRAM, after].concat())
}
