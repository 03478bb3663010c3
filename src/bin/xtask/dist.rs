//! `cargo xtask dist`: the empty viewer, the command line that carries it, the default bundle.

use std::path::PathBuf;
use std::process::Command;

use crate::glue;
use crate::run::{Failure, Project, Steps, run, write_whole};
use crate::viewer;

/// The finished files.
pub struct Dist {
    /// `dist/kaigiroku.html`: the bundle of `seeds/`.
    pub bundle: PathBuf,
    /// The command line.
    pub cli: PathBuf,
}

/// Builds and says what to do next.
pub fn command(project: &Project, steps: &mut Steps) -> Result<(), Failure> {
    let dist = build(project, steps)?;
    let cli = dist.cli.strip_prefix(&project.root).unwrap_or(&dist.cli).display();
    println!(
        "\n次にすること / next:\n  \
         1. dist/kaigiroku.html をブラウザで開く / open dist/kaigiroku.html in a browser\n  \
         2. 手元の会議録から作る / make one of your own:\n       \
         {cli} bundle 会議録.txt -o 会議録.html"
    );
    Ok(())
}

/// Builds everything and prints its sizes.
pub fn build(project: &Project, steps: &mut Steps) -> Result<Dist, Failure> {
    let [sizes, shelf, opener, finder] = viewer::build(project, steps)?;
    steps.take("コマンドをコンパイルする / compiling the command line", || {
        run(project
            .cargo(["build", "--release", "--no-default-features", "--features", "cli,embedded-shell"])
            .args(["--bin", "kaigiroku"]))
    })?;
    let cli = project.target.join("release").join(format!("kaigiroku{}", std::env::consts::EXE_SUFFIX));
    let bundle = project.root.join("dist/kaigiroku.html");
    steps.take("会議録をファイルにする / bundling seeds/", || {
        run(Command::new(&cli).args(["bundle", "seeds", "-o"]).arg(&bundle).current_dir(&project.root))
    })?;
    let whole = std::fs::metadata(&bundle).map_err(|error| Failure::file(&bundle, error))?.len() as usize;
    let element = project.root.join("dist/embed.js");
    let script = glue::squeeze(&project.read("src/bundle/embed.js")?);
    write_whole(&element, script.as_bytes())?;
    println!(
        "\ndist/shell.html      {:>8}  会議録のない閲覧画面 / the viewer without minutes",
        kb(sizes.whole)
    );
    println!(
        "  wasm               {:>8}  gzip + base64（展開後 / unpacked {}）",
        kb(sizes.packed_wasm),
        kb(sizes.wasm)
    );
    println!("  script             {:>8}  wasm-bindgen", kb(sizes.glue));
    println!("  style              {:>8}", kb(sizes.css));
    println!(
        "dist/shelf-shell.html {:>7}  会議録のない一覧の画面 / the viewer of several meetings, without them",
        kb(shelf.whole)
    );
    println!("dist/kaigiroku.html  {:>8}  seeds/ の会議録 / the minutes of seeds/", kb(whole));
    println!("  text and data      {:>8}", kb(whole.saturating_sub(sizes.whole)));
    println!(
        "dist/viewer.html     {:>8}  会議録のファイルを開く閲覧画面 / the viewer that opens files",
        kb(opener.whole)
    );
    println!("dist/finder.html     {:>8}  サイトの検索画面 / the search page of a site", kb(finder.whole));
    println!(
        "dist/embed.js        {:>8}  ほかのページのための専用タグ / the element for other pages",
        kb(script.len())
    );
    Ok(Dist { bundle, cli })
}

/// 1 KB is 1000 bytes, as file managers count.
fn kb(bytes: usize) -> String {
    format!("{:.1} KB", bytes as f64 / 1000.0)
}
