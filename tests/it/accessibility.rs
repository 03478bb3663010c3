//! `docs/accessibility.md` leaves out no criterion and names no test that is not there.

use std::path::Path;

/// The text of a file of the project.
fn read(path: &str) -> Option<String> {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).ok()
}

#[test]
fn every_criterion_is_answered_once() {
    let page = read("docs/accessibility.md").expect("the page");
    let is_row =
        |line: &&str| line.starts_with("| ") && (line.contains(" | A | ") || line.contains(" | AA | "));
    let mut numbers: Vec<&str> =
        page.lines().filter(is_row).filter_map(|line| line.split_whitespace().nth(1)).collect();
    assert_eq!(numbers.len(), 55, "WCAG 2.2 has 31 criteria at level A and 24 at AA");
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 55, "each stands once");
}

#[test]
fn every_test_that_is_named_exists() {
    let page = read("docs/accessibility.md").expect("the page");
    let named: Vec<&str> = page.split('`').skip(1).step_by(2).filter(|word| word.contains("::")).collect();
    assert!(named.len() > 40, "{named:?}");
    for name in named {
        assert!(is_a_test(name), "{name}");
    }
}

/// Whether there is a test of that name, `module::name`, with or without a browser.
pub fn is_a_test(name: &str) -> bool {
    let (module, test) = name.split_once("::").expect("a module and a name");
    ["tests/browser", "tests/it"].iter().any(|folder| {
        let file = read(&format!("{folder}/{module}.rs"));
        file.is_some_and(|file| file.contains(&format!("fn {test}(")))
    })
}
