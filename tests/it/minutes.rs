//! What the minutes mean: read off texts as a reader would.

use kaigiroku::model::Minutes;

/// The texts of `seeds/` and `tests/it/data/`, and those of the shared corpus where it is present.
pub fn texts() -> Vec<(String, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = Vec::new();
    for folder in ["seeds", "tests/it/data", "../shared/corpus/synth", "../shared/corpus/real"] {
        let Ok(entries) = std::fs::read_dir(root.join(folder)) else {
            println!("{folder} is absent: its texts are skipped");
            continue;
        };
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            if path.extension().is_some_and(|extension| extension == "txt") {
                texts.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    texts.sort();
    texts
}
