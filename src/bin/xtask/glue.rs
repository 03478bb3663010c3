//! The script that binds the program to the browser, and the program, with short names for each
//! other.
//!
//! wasm-bindgen names what the two share so that no two of them are alike anywhere, hashes
//! included, and prepares for ways of loading that a file without a server has no use for. Both
//! would travel inside every file. Whatever does not look as expected stops the build.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

/// The wasm and the script that starts it. Names and producers are for debuggers only.
pub fn bind(compiled: &Path) -> Result<(Vec<u8>, String), String> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).typescript(false).omit_default_module_path(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.no_modules(true).map_err(|error| format!("{error:#}"))?;
    let mut output = bindgen.generate_output().map_err(|error| format!("{error:#}"))?;
    let n_snippets = output.snippets().values().map(Vec::len).sum::<usize>();
    if n_snippets + output.local_modules().len() > 0 {
        return Err(
            "a dependency brings JavaScript files of its own, which the bundle cannot hold".to_owned()
        );
    }
    let script = squeeze(&own_loader(output.js())?);
    let wasm = output.wasm_mut();
    let shared = wasm.imports.iter().map(|import| import.name.clone());
    let shared = shared.chain(wasm.exports.iter().map(|export| export.name.clone()));
    // Names that begin so mean nothing else in the script; `memory` might.
    let shared = shared.filter(|name| name.starts_with("__") || name.starts_with("wasm_bindgen__"));
    let names = short_names(&script, shared.chain(declared(&script)).collect());
    let new = |name: &String| names.get(name).unwrap_or(name).clone();
    for import in wasm.imports.iter_mut() {
        import.name = new(&import.name);
    }
    for export in wasm.exports.iter_mut() {
        export.name = new(&export.name);
    }
    Ok((wasm.emit_wasm(), rename(&script, &names)))
}

/// The script with a loader that takes the program as bytes and nothing else.
fn own_loader(script: &str) -> Result<String, String> {
    const FROM: &str = "function __wbg_finalize_init(";
    const TO: &str = "return Object.assign(__wbg_init, { initSync }, exports);";
    const LOADER: &str = "\
async function start({ module_or_path }) {
const { instance } = await WebAssembly.instantiate(module_or_path, __wbg_get_imports());
wasm = instance.exports;
wasm.__wbindgen_start();
}
return Object.assign(start, exports);";
    let parts = script
        .split_once(FROM)
        .and_then(|(before, rest)| Some((before.trim_end(), rest.split_once(TO)?.1)))
        // The memory is new when the program starts, so that nothing of an older one is held.
        .filter(|(before, _)| before.ends_with("let wasmModule, wasmInstance, wasm;"));
    let (before, after) = parts.ok_or("the loader of wasm-bindgen is not where it was expected")?;
    Ok(format!("{before}\n{LOADER}{after}"))
}

/// The script without indentation, empty lines, lines that are comments, and words that say
/// nothing. Line ends stay, since they may end statements. A text over several lines would be
/// changed, so then nothing is.
pub fn squeeze(script: &str) -> String {
    if script.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return script.to_owned();
    }
    let mut kept: Vec<String> = Vec::new();
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            let value = kept.last().and_then(|last| last.strip_prefix("const ret = "));
            match value.filter(|value| line == "return ret;" && value.ends_with(';')) {
                Some(value) => {
                    let returned = format!("return {value}");
                    kept.pop();
                    kept.push(returned);
                }
                None => kept.push(as_method(line)),
            }
        }
        in_comment &= !line.ends_with("*/");
    }
    kept.join("\n") + "\n"
}

/// `name: function(arg0) {` as `name(arg0) {`.
fn as_method(line: &str) -> String {
    match line.split_once(": function(") {
        Some((name, rest)) if name.bytes().all(is_part_of_name) => format!("{name}({rest}"),
        _ => line.to_owned(),
    }
}

/// What the script itself declares for all of it, and the names of what it is given. `wasm_bindgen`
/// is what it is known by; what others may call keeps its name.
fn declared(script: &str) -> impl Iterator<Item = String> {
    let name = |line: &str| {
        let line = line.strip_prefix("async ").unwrap_or(line);
        let rest = ["function ", "let ", "const "].iter().find_map(|word| line.strip_prefix(word))?;
        let end = rest.bytes().position(|byte| !is_part_of_name(byte))?;
        // Shorter ones may be anything, and gain little.
        let is_ours = |name: &&str| *name != "wasm_bindgen" && !script.contains(&format!("exports.{name} "));
        rest.get(..end).filter(|name| name.len() > 8).filter(is_ours).map(str::to_owned)
    };
    let names: Vec<String> = script.lines().filter_map(name).collect();
    names.into_iter().chain((0..10).map(|at| format!("arg{at}")))
}

/// A short name for each that the script uses, the shortest for those used most.
fn short_names(script: &str, long: BTreeSet<String>) -> BTreeMap<String, String> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words(script) {
        *uses.entry(word).or_default() += 1;
    }
    let n_uses = |name: &String| uses.get(name.as_str()).copied().unwrap_or_default();
    let mut long: Vec<String> = long.into_iter().collect();
    long.sort_by_key(|name| std::cmp::Reverse(n_uses(name)));
    let short = (0_u32..).map(spell).filter(|name| !uses.contains_key(name.as_str()));
    long.into_iter().zip(short).collect()
}

/// `$0` … `$z`, `$10` ….
fn spell(mut number: u32) -> String {
    let mut digits = Vec::new();
    loop {
        digits.extend(char::from_digit(number % 36, 36));
        number /= 36;
        if number == 0 {
            break;
        }
    }
    std::iter::once('$').chain(digits.into_iter().rev()).collect()
}

fn rename(script: &str, names: &BTreeMap<String, String>) -> String {
    words(script).map(|word| names.get(word).map_or(word, String::as_str)).collect()
}

fn is_part_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') || !byte.is_ascii()
}

/// The script cut into names and what stands between them.
fn words(script: &str) -> impl Iterator<Item = &str> {
    let is_name = |word: &str| word.bytes().next().is_some_and(is_part_of_name);
    let mut rest = script;
    std::iter::from_fn(move || {
        let in_name = is_name(rest);
        let end = rest.bytes().position(|byte| is_part_of_name(byte) != in_name).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        (!word.is_empty()).then_some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(script: &str, squeezed: &str) {
        assert_eq!(squeeze(script), squeezed);
    }

    #[test]
    fn indentation_comments_and_empty_words_go() {
        check("/**\n * a\n */\nlet a;\n\n  // b\n  let b;\n", "let a;\nlet b;\n");
        check(
            "__wbg_a_1: function(arg0) {\n  const ret = arg0.a;\n  return ret;\n},\n",
            "__wbg_a_1(arg0) {\nreturn arg0.a;\n},\n",
        );
    }

    #[test]
    fn what_may_mean_something_stays() {
        check("const ret = a;\nb(ret);\nreturn ret;\n", "const ret = a;\nb(ret);\nreturn ret;\n");
        check("const ret = a ||\nb;\nreturn ret;\n", "const ret = a ||\nb;\nreturn ret;\n");
        check("a(\"b: function(\");\n", "a(\"b: function(\");\n");
        check("`\n  a\n`;\n", "`\n  a\n`;\n");
    }

    #[test]
    fn names_are_shortened_as_wholes() {
        let script = "const longNamed = `${arg0}`;\nx.longNamedToo(longNamed, $0);\n";
        let names = short_names(script, declared(script).collect());
        assert_eq!(rename(script, &names), "const $1 = `${$2}`;\nx.longNamedToo($1, $0);\n");
    }

    #[test]
    fn every_number_has_a_name_of_its_own() {
        let names: BTreeSet<String> = (0..5000).map(spell).collect();
        assert_eq!(names.len(), 5000);
    }
}
