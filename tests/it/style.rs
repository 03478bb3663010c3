//! The style sheets hold what the page uses, and nothing else.

use std::collections::BTreeSet;
use std::path::Path;

use crate::tidy::below;

/// Everything below a folder of the project whose name ends so, as one text.
fn all(folder: &str, end: &str) -> String {
    let paths = below(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), end);
    paths.iter().map(|path| std::fs::read_to_string(path).expect("text")).collect()
}

/// The sheets without their comments.
fn sheets() -> String {
    let css = all("style", ".css");
    css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest)).collect()
}

/// The name that begins `text`, as a style sheet writes names.
fn name(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
    text.split_at(end.unwrap_or(text.len())).0
}

/// The names that follow a mark.
fn after<'a>(text: &'a str, mark: &'a str) -> BTreeSet<&'a str> {
    let found = text.match_indices(mark).filter_map(|(at, _)| text.get(at + mark.len()..).map(name));
    found.filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-')).collect()
}

#[test]
fn every_custom_property_is_set_and_used() {
    let css = sheets();
    let names = css.match_indices("--").filter_map(|(at, _)| css.get(at..));
    let set = names.filter(|text| text[name(text).len()..].starts_with(':'));
    let set: BTreeSet<&str> = set.map(name).collect();
    assert!(set.len() > 40, "{set:?}");
    assert_eq!(set, after(&css, "var("));
}

#[test]
fn every_class_of_a_rule_is_worn_by_some_tag() {
    let css = sheets();
    let selectors: String =
        css.split_inclusive('{').filter_map(|part| part.rsplit(['}', ';', '{']).nth(1)).collect();
    let tags = [all("src/view", ".rs"), all("src/bundle", ".rs"), all("src/browser", ".rs")].concat();
    let is_worn = |class: &&str| {
        // The last part of these comes from the minutes.
        let fixed = ["role-", "depth-"].into_iter().find(|start| class.starts_with(start)).unwrap_or(class);
        tags.match_indices(fixed)
            .any(|(at, _)| !tags[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-'))
    };
    let classes = after(&selectors, ".");
    assert!(classes.len() > 40, "{classes:?}");
    let idle: Vec<&&str> = classes.iter().filter(|class| !is_worn(class)).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

/// A frame as high as its text follows what is in it: what is measured by the height of the window would
/// grow with itself.
#[test]
fn nothing_in_a_fitted_frame_is_measured_by_the_height_of_the_window() {
    let css = sheets();
    let rules = css.split('}').filter_map(|rule| rule.rsplit_once('{'));
    let is_measured = |body: &str| {
        let mut words = body.split(|c: char| !c.is_ascii_alphanumeric() && c != '.');
        words.any(|word| word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with("vh"))
    };
    let rules = rules.filter(|(_, body)| is_measured(body));
    let found: BTreeSet<&str> =
        rules.filter_map(|(before, _)| before.rsplit(['{', ';', ',']).next()).map(str::trim).collect();
    // The sides are not drawn in a frame, greeting and preview are of viewers without minutes, the start of a
    // shelf follows no height, and dialogs are measured anew.
    let known = [".beside", ".greeting", ".help", ".preview", ".sides"];
    assert_eq!(found, BTreeSet::from(known));
    assert!(css.contains("[data-embed=\"fit\"] .help {\n  max-height: "));
}
