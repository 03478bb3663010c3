//! What makes a browser fit for the file, item by item, and which journey shows it.

use std::fmt::Write as _;
use std::time::Duration;

use crate::engine::Kind;

/// How a journey went.
pub struct Outcome {
    pub kind: Kind,
    /// Of the browser, where it has told it.
    pub version: Option<String>,
    pub name: &'static str,
    pub passed: bool,
    pub took: Duration,
}

/// The items, each with its journey.
const ITEMS: &[(&str, &str)] = &[
    ("opened from disk, nothing fetched, nothing reported", "opening::asks_for_nothing_and_reports_nothing"),
    ("plain http by IP, one request", "hosting::opens_over_plain_http_and_asks_for_nothing_more"),
    ("frame with sandbox=\"allow-scripts\"", "embedding::opens_in_a_sandbox"),
    ("frame with srcdoc", "embedding::is_read_in_a_frame_without_an_address"),
    (
        "frame with src, page around forbids all",
        "hosting::the_policy_of_the_page_around_does_not_reach_the_file",
    ),
    (
        "srcdoc, page around forbids wasm, or all",
        "hosting::under_the_policy_of_the_page_around_the_text_stays",
    ),
    ("WebAssembly deleted", "breakage::without_webassembly_the_text_stays"),
    ("wasm forbidden by the file's own policy", "breakage::under_a_stricter_policy_the_text_stays"),
    ("JavaScript off", "breakage::without_script_everything_is_read_and_jumped_to"),
    ("localStorage throws", "breakage::without_a_store_everything_else_works"),
    ("one base64 character changed", "breakage::with_a_damaged_viewer_the_text_stays"),
    ("data cut off", "breakage::with_damaged_data_the_text_stays"),
    ("line ends rewritten to CRLF", "opening::opens_after_its_line_ends_were_rewritten"),
    ("saving gives the same bytes", "sharing::saves_itself_byte_for_byte"),
    ("and after CRLF those of before", "sharing::saves_itself_after_its_line_ends_were_rewritten"),
    ("a saved copy without <script", "sharing::saves_a_copy_without_program"),
    ("the empty viewer reads a file and saves it", "desk::saves_a_file_that_opens_by_itself"),
    ("its letters are those of the command line", "letters::every_pair_of_bytes_is_read_alike"),
    ("a page of others is read and stays dead", "desk::reads_a_page_of_others_that_stays_dead"),
    ("frame as high as 1, 20, 2,000 speeches", "portal::becomes_as_high_as_its_text"),
    ("fragments #%, #;, 1 MB and the like", "address::ignores_what_it_cannot_read"),
];

/// One line an item, one column a browser, for the items that were looked at; below, how long all
/// journeys took in each browser.
pub fn table(outcomes: &[Outcome]) -> String {
    let mut kinds: Vec<(Kind, &str)> = Vec::new();
    for outcome in outcomes {
        match kinds.iter_mut().find(|(kind, _)| *kind == outcome.kind) {
            None => kinds.push((outcome.kind, outcome.version.as_deref().unwrap_or_default())),
            Some((_, version)) if version.is_empty() => {
                *version = outcome.version.as_deref().unwrap_or_default()
            }
            Some(_) => {}
        }
    }
    let line = |title: &str, cell: &dyn Fn(Kind) -> String| {
        let cells: String = kinds.iter().map(|(kind, _)| format!("  {:<15}", cell(*kind))).collect();
        format!("{title:<52}{}\n", cells.trim_end())
    };
    let mut table = String::from("\n");
    table += &line("", &|kind| kind.to_string());
    table += &line("", &|kind| {
        let of_kind = kinds.iter().find(|(other, _)| *other == kind);
        of_kind.map(|(_, version)| version.chars().take(15).collect()).unwrap_or_default()
    });
    for (item, journey) in ITEMS {
        let among = |kind: Kind| outcomes.iter().find(|one| one.kind == kind && one.name == *journey);
        if kinds.iter().any(|(kind, _)| among(*kind).is_some()) {
            table += &line(item, &|kind| {
                let word = among(kind).map(|one| if one.passed { "ok" } else { "FAILED" });
                word.unwrap_or("-").to_owned()
            });
        }
    }
    for (kind, _) in &kinds {
        let of_kind: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.kind == *kind).collect();
        let took: Duration = of_kind.iter().map(|outcome| outcome.took).sum();
        let _ = writeln!(table, "{kind}: {} journeys, {:.1} s", of_kind.len(), took.as_secs_f64());
    }
    table
}

/// The journeys of the items.
pub fn journeys() -> impl Iterator<Item = &'static str> {
    ITEMS.iter().map(|(_, journey)| *journey)
}
