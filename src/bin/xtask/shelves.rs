//! `cargo xtask bench shelf`: files of many meetings, opened from disk.
//!
//! Their texts are those of the search's benchmark, put into minutes (`tests/bench/shelf/texts.mjs`), and all texts of
//! `../shared/corpus` where it is. What browsers measure is in `tests/browser/bench/shelf.rs`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use kaigiroku::chars::grouped;

use crate::bench::{Figures, Stage, remove, texts};
use crate::browser::on_path;
use crate::run::{Failure, Steps, run};

/// How many speeches: each twice as many as the one before it. The last are 100 MB of text.
const SIZES: [usize; 4] = [50_000, 100_000, 131_000, 262_000];
/// So many of them make a meeting.
const OF_EACH: usize = 340;
/// The size that is held against its packed text.
const PACKED: usize = 100_000;

/// Makes the files and has them opened.
pub fn bench(stage: &Stage, steps: &mut Steps, figures: &mut Figures) -> Result<(), Failure> {
    let folder = stage.folder.join("shelf");
    remove(&folder)?;
    match on_path("node") {
        Some(node) => {
            for n in SIZES {
                let texts_of = folder.join(n.to_string());
                steps.take(&format!("会議録を作る / making minutes ({n})"), || {
                    texts(stage, &node, &texts_of, n, OF_EACH)
                })?;
                let bytes =
                    bundle(stage, steps, std::slice::from_ref(&texts_of), &folder.join(format!("{n}.html")))?;
                figures.put(&format!("shelf bytes of {n}"), Some(bytes));
                if n == PACKED {
                    figures.put("shelf bytes", packed(&texts_of)?.map(|packed| bytes / packed));
                }
                if let Some(half) = figures.get(&format!("shelf bytes of {}", n / 2)) {
                    let work = format!("{} speeches in one file: bytes", grouped(n));
                    figures.put_twice(&work, Some(bytes / half));
                }
                remove(&texts_of)?;
            }
        }
        None => eprintln!(
            "node がないので、合成した会議録は測りません / synthetic minutes are left out: node is missing"
        ),
    }
    let corpus = stage.project.root.join("../shared/corpus");
    match corpus.is_dir() {
        true => {
            bundle(stage, steps, &texts_below(&corpus)?, &folder.join("corpus.html"))?;
        }
        false => {
            eprintln!("../shared/corpus は測りません（ありません） / ../shared/corpus is left out: missing")
        }
    }
    stage.measure(steps, "shelf", figures)
}

/// Makes one file of texts; its bytes.
fn bundle(stage: &Stage, steps: &mut Steps, texts: &[PathBuf], file: &Path) -> Result<f64, Failure> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    steps.take(&format!("1つのファイルにする / making one file ({name})"), || {
        run(Command::new(&stage.dist.cli).args(["bundle", "--quiet", "-o"]).arg(file).args(texts))
    })?;
    let found = std::fs::metadata(file).map_err(|error| Failure::file(file, error))?;
    Ok(found.len() as f64)
}

/// Every text in the folder and those below it, by name.
fn texts_below(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let (mut folders, mut texts) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder).map_err(|error| Failure::file(&folder, error))?;
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "txt") {
                texts.push(path);
            }
        }
    }
    texts.sort();
    Ok(texts)
}

/// As many bytes as all texts of a folder, one after the other, take after `gzip -9` in base64; nothing where there is
/// no gzip.
fn packed(folder: &Path) -> Result<Option<f64>, Failure> {
    let Some(gzip) = on_path("gzip") else { return Ok(None) };
    let whole = folder.with_extension("all");
    let write = || -> std::io::Result<Vec<u8>> {
        let mut file = std::fs::File::create(&whole)?;
        for path in texts_below(folder).unwrap_or_default() {
            std::io::copy(&mut std::fs::File::open(path)?, &mut file)?;
        }
        let text = std::fs::File::open(&whole)?;
        Ok(Command::new(gzip).args(["-9", "-c"]).stdin(text).stderr(Stdio::inherit()).output()?.stdout)
    };
    let packed = write().map_err(|error| Failure::file(&whole, error))?;
    remove(&whole)?;
    Ok(Some(packed.len().div_ceil(3) as f64 * 4.0))
}
