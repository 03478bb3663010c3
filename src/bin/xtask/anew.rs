//! `cargo xtask bench anew`: a thousand speeches listed anew, beside plain rows by Yew.
//!
//! The peer is `yewrows` of the harness `../shared/bench`, with `content-visibility`. It is compiled with the
//! libraries of our own `Cargo.lock`, so that it is bound by the same wasm-bindgen; without the harness, or where
//! it does not compile so, ours is measured alone. What browsers measure is in `tests/browser/bench/anew.rs`.

use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::bench::{Figures, Stage, remove, texts};
use crate::browser::on_path;
use crate::run::{Failure, Steps, run, write_whole};
use crate::viewer::TARGET;
use crate::{glue, viewer};

/// So many speeches are listed, and half of them.
const COUNTS: [usize; 2] = [1000, 500];

/// The peer as a workspace of its own, built for size as the harness builds it, which is how ours is built, too.
const WORKSPACE: &str = "\
[workspace]
resolver = \"2\"
members = [\"yewrows\"]

[profile.small]
inherits = \"release\"
opt-level = \"z\"
lto = true
codegen-units = 1
panic = \"abort\"
strip = \"debuginfo\"
";

/// As the harness has it.
const STYLE: &str = "body { font: 16px/1.7 'Noto Sans CJK JP', sans-serif; margin: 0 }
main { max-width: 48em; margin: auto }
article { border-bottom: 1px solid #ccc; padding: 8px; content-visibility: auto; contain-intrinsic-size: auto 110px }
p { margin: 0 }";

/// Measures ours, and the peer where it is to be had, in one run of one browser.
pub fn bench(stage: &Stage, steps: &mut Steps, figures: &mut Figures) -> Result<(), Failure> {
    let Some(node) = on_path("node") else {
        eprintln!("node がないので測りません / not measured: node is missing");
        return Ok(());
    };
    let folder = stage.folder.join("anew");
    remove(&folder)?;
    for n in COUNTS {
        // Two meetings of so many speeches: ours shows the one, the peer goes from one to the other.
        let texts_of = folder.join(n.to_string());
        texts(stage, &node, &texts_of, 2 * n, n)?;
        let page = folder.join(format!("{n}.html"));
        let mut command = Command::new(&stage.dist.cli);
        run(command.args(["bundle", "--quiet"]).arg(texts_of.join("m00000.txt")).arg("-o").arg(&page))?;
    }
    match peer(stage, steps) {
        Ok(Some((wasm, glue))) => {
            let rows = rows(&folder.join(COUNTS[0].to_string()))?;
            write_whole(&folder.join("peer.html"), page(&wasm, &glue, &rows).as_bytes())?;
        }
        Ok(None) => eprintln!(
            "../shared/bench がないので、自分だけを測ります / ../shared/bench is missing: ours is measured alone"
        ),
        Err(failure) => eprintln!(
            "Yew の比較対象を作れないので、自分だけを測ります / ours is measured alone, the peer by Yew cannot be built: {failure}"
        ),
    }
    stage.measure(steps, "anew", figures)
}

/// The peer's wasm and the script that binds it; nothing without the harness.
fn peer(stage: &Stage, steps: &mut Steps) -> Result<Option<(Vec<u8>, String)>, Failure> {
    let source = stage.project.root.join("../shared/bench/rust/yewrows");
    if !source.is_dir() {
        return Ok(None);
    }
    let folder = stage.folder.join("yewrows");
    for file in ["yewrows/Cargo.toml", "yewrows/src/main.rs"] {
        let from = source.join(file.trim_start_matches("yewrows/"));
        let bytes = std::fs::read(&from).map_err(|error| Failure::file(&from, error))?;
        write_whole(&folder.join(file), &bytes)?;
    }
    write_whole(&folder.join("Cargo.toml"), WORKSPACE.as_bytes())?;
    // Cargo takes of it what the peer needs, and leaves out the rest.
    write_whole(&folder.join("Cargo.lock"), stage.project.read("Cargo.lock")?.as_bytes())?;
    steps.take("Yew の比較対象をコンパイルする / compiling the peer by Yew", || {
        let mut command = stage.project.cargo(["build", "--profile", "small", "--target", TARGET]);
        command.arg("--target-dir").arg(folder.join("target")).current_dir(&folder);
        command.env("CARGO_ENCODED_RUSTFLAGS", viewer::flags(stage.project));
        run(&mut command)?;
        let compiled: PathBuf = folder.join("target").join(TARGET).join("small/yewrows.wasm");
        glue::bind(&compiled).map(Some).map_err(|error| Failure::file(&compiled, error))
    })
}

/// The speeches of all texts of a folder, `label TAB words` on a line each.
fn rows(folder: &Path) -> Result<String, Failure> {
    let mut rows = Vec::new();
    for name in ["m00000.txt", "m00001.txt"] {
        let path = folder.join(name);
        let text = std::fs::read_to_string(&path).map_err(|error| Failure::file(&path, error))?;
        rows.extend(text.lines().filter_map(|line| Some(line.strip_prefix('○')?.replacen('　', "\t", 1))));
    }
    Ok(rows.join("\n"))
}

/// The page of the peer: `start()` brings it up with all rows, of which it shows none; `wasm_bindgen.set_range`
/// shows some.
fn page(wasm: &[u8], glue: &str, rows: &str) -> String {
    // As text of JSON, and so that nothing in it ends the script.
    let rows = serde_json::Value::from(rows).to_string().replace('<', "\\u003c");
    let glue = glue.replace("</script", "<\\/script");
    let wasm = BASE64_STANDARD.encode(wasm);
    format!(
        "<!doctype html>\n<html lang=\"ja\"><meta charset=\"utf-8\"><title>peer</title>\n<style>{STYLE}</style>\n<body>
<script>{glue}</script>
<script>
const bytes = Uint8Array.from(atob(\"{wasm}\"), (c) => c.charCodeAt(0));
const start = async () => {{
  await wasm_bindgen({{ module_or_path: bytes }});
  wasm_bindgen.load_rows({rows});
}};
</script></body></html>\n"
    )
}
