//! What fuzzing has found stays found: every input in `data/found/` goes through its target again.

use std::path::Path;

use crate::targets::TARGETS;

/// The names in a folder of the project, in order; none where it is not there.
fn names(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let names = entries.into_iter().flatten().map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = names.map(|name| name.into_string().expect("a name")).collect();
    names.sort();
    names
}

#[test]
fn what_was_found_holds() {
    for (target, run) in TARGETS {
        let folder = format!("tests/it/data/found/{target}");
        for name in names(&folder) {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&folder).join(name);
            println!("{}", path.display());
            run(&std::fs::read(path).expect("an input"));
        }
    }
}

#[test]
fn every_target_is_built_and_every_folder_has_a_target() {
    let targets: Vec<String> = TARGETS.iter().map(|(target, _)| (*target).to_owned()).collect();
    let files: Vec<String> = targets.iter().map(|target| format!("{target}.rs")).collect();
    assert_eq!(names("tests/fuzz/fuzz_targets"), files);
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/Cargo.toml");
    let manifest = std::fs::read_to_string(manifest).expect("the manifest");
    for target in &targets {
        assert!(
            manifest.contains(&format!("name = \"{target}\"\npath = \"fuzz_targets/{target}.rs\"")),
            "{target}"
        );
    }
    assert!(names("tests/it/data/found").iter().all(|folder| targets.contains(folder)));
}
