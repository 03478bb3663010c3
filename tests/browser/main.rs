//! Journeys through the built file, opened from `file://` in browsers as a reader would.
//!
//! Chromium takes all of them, Firefox and WebKit those that need no developer tools. At the end stand
//! the journeys that decide whether a browser is fit for the file, browser by browser (`acceptance`).
//! `cargo xtask test` builds the file, finds the browsers and runs these. Without them there is
//! nothing to open: a plain `cargo test` lists every journey as ignored and says so.
//!
//! May live here: what a reader does and sees. May not: anything that a test without a browser
//! can say. Nothing sleeps: every wait is for a condition and has an end.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod acceptance;
mod access;
mod address;
mod bench;
mod breakage;
mod configurator;
mod desk;
mod embedding;
mod engine;
mod filtering;
mod hosting;
mod insight;
mod kinds;
mod language;
mod layout;
mod letters;
mod many;
mod opening;
mod page;
mod portal;
mod process;
mod reading;
mod screens;
mod searching;
mod server;
mod sharing;
mod shelf;
#[path = "../it/shelf_sample.rs"]
mod shelf_sample;
mod site;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::time::Instant;

use acceptance::Outcome;
use engine::{Engine, Kind};
use page::Page;
use site::Site;

/// What a journey is given: a fresh browser, and the files to open in it.
type Journey = fn(&Site, &Page);

macro_rules! journeys {
    ($($module:ident: $($name:ident)*;)*) => {
        &[$($((concat!(stringify!($module), "::", stringify!($name)), $module::$name as Journey)),*),*]
    };
}

/// What every browser shows.
const EVERYWHERE: &[(&str, Journey)] = journeys! {
    opening:
        asks_for_nothing_and_reports_nothing
        puts_the_app_in_the_place_of_the_plain_text
        shows_the_form_the_roll_and_the_agenda
        opens_after_its_line_ends_were_rewritten
        names_no_other_address
        a_file_cannot_read_its_neighbour
        what_a_page_reports_is_heard;
    hosting:
        opens_over_plain_http_and_asks_for_nothing_more
        the_policy_of_the_page_around_does_not_reach_the_file
        under_the_policy_of_the_page_around_the_text_stays;
    many:
        a_meeting_of_a_site_becomes_the_viewer_and_saves_a_whole_file
        a_search_finds_in_all_meetings_and_leads_to_the_speech;
    searching:
        marks_and_counts_every_hit
        goes_round_the_hits_with_enter
        says_that_words_are_nowhere
        leads_from_words_to_a_permalink_without_a_pointer;
    filtering:
        lets_through_as_many_speeches_as_it_said
        comes_off_by_its_chip;
    insight:
        filters_to_an_item_of_the_agenda_and_to_a_person
        opens_at_a_point_without_script;
    address:
        holds_the_state_and_goes_back
        goes_back_from_a_search
        restores_the_state_after_a_reload
        is_left_alone_by_copying
        ignores_what_it_cannot_read;
    sharing:
        saves_itself_byte_for_byte
        saves_itself_after_its_line_ends_were_rewritten
        saves_the_view_and_opens_with_it
        carries_blocks_that_it_does_not_know
        saves_a_copy_without_program
        saves_an_excerpt_that_says_so
        draws_a_quote_as_a_picture
        tells_a_true_quote_from_an_altered_one
        hands_on_words_that_are_marked
        follows_an_old_link_into_a_corrected_file;
    desk:
        reads_several_files_and_a_bad_one_stops_none
        shows_a_finding_at_its_line_and_leads_there
        is_used_by_keyboard_alone
        an_encoding_is_overruled_by_hand
        saves_a_file_that_opens_by_itself
        saves_all_that_was_read
        a_shelf_and_a_file_become_one_shelf
        opens_the_minutes_and_goes_back
        takes_what_is_dropped_anywhere
        walks_through_folders_that_are_dropped
        a_text_is_pasted_changed_and_read_again
        refuses_a_gigabyte_by_its_size
        reads_a_page_of_others_that_stays_dead
        works_in_a_sandbox
        asks_for_nothing_and_says_how;
    shelf:
        lists_meetings_and_opens_one_and_goes_back
        goes_on_to_the_neighbours_of_a_meeting
        finds_words_in_every_meeting_and_leads_to_a_speech
        filters_by_year_council_and_speaker
        a_link_opens_a_meeting_at_a_speech
        a_broken_block_leaves_the_others_readable
        asks_for_nothing_and_reports_nothing
        without_script_the_newest_is_read_and_linked_to
        several_files_become_one_shelf;
    kinds:
        documents_pages_and_pdf_give_the_same_text_as_natively;
    letters:
        every_pair_of_bytes_is_read_alike
        every_encoding_is_recognised_and_read_alike
        what_is_no_letter_is_replaced_alike;
    breakage:
        without_script_everything_is_read_and_jumped_to
        without_webassembly_the_text_stays
        without_a_store_everything_else_works
        with_a_damaged_viewer_the_text_stays
        under_a_stricter_policy_the_text_stays
        with_damaged_data_the_text_stays
        after_a_panic_the_text_comes_back;
    embedding:
        opens_in_a_sandbox
        is_read_in_a_frame_without_an_address;
    portal:
        every_system_leaves_something_to_read
        begins_and_looks_as_the_address_says
        becomes_as_high_as_its_text
        makes_every_frame_of_a_page_as_high_as_its_text
        follows_its_text_when_it_shrinks
        speaks_with_open_iframe_resizer
        stands_in_an_element_of_its_own
        hears_nobody_but_the_page_around
        is_never_a_blank_frame
        has_no_barriers_in_a_frame
        opens_its_dialogs_where_the_reader_is;
    configurator:
        writes_what_is_pasted
        says_that_it_only_sketches;
    layout:
        never_scrolls_sideways
        never_scrolls_sideways_without_script
        holds_wider_text
        closes_a_sheet_with_escape;
    reading:
        keys_lead_from_speech_to_speech
        the_keys_are_explained_and_the_keyboard_comes_back
        what_is_folded_away_is_found
        the_text_is_read_aloud_sentence_by_sentence
        a_device_without_a_japanese_voice_says_so
        the_source_stands_beside_the_text;
    language:
        is_chosen_and_kept
        colours_and_keys_are_switched_off;
    access:
        the_desk_has_no_barriers
        the_dark_desk_has_no_barriers
        the_shelf_has_no_barriers
        the_dark_shelf_has_no_barriers
        the_plain_text_has_no_barriers
        the_dark_plain_text_has_no_barriers
        no_state_has_barriers
        no_state_has_barriers_in_the_dark;
};

/// What WebKit does not show: where a jump ends, since it does not keep its place while the text
/// above, laid out only when it comes near, changes its height; `?`, which its driver types as `/`; presses
/// in a narrow frame, some of which never arrive; colours of the reader's own.
const IN_CHROMIUM_AND_FIREFOX: &[(&str, Journey)] = journeys! {
    insight:
        goes_from_question_to_answer_through_a_filter
        leads_from_a_promise_to_its_sentence
        opens_at_a_point;
    address:
        opens_at_a_speech;
    shelf:
        is_used_by_keyboard_alone;
    layout:
        keeps_what_is_pointed_at_clear_of_the_bar;
    reading:
        the_topic_in_view_is_told_and_leads_to_its_heading
        keys_lead_from_hit_to_hit_but_never_while_typing
        the_speeches_are_listed_in_a_table;
    access:
        the_desk_has_no_barriers_on_a_narrow_screen
        the_shelf_has_no_barriers_on_a_narrow_screen
        no_state_has_barriers_on_a_narrow_screen
        no_state_has_barriers_in_forced_colours;
};

/// What only the developer tools of Chromium let us do or see: hands that drop, input methods and paper.
const IN_CHROMIUM: &[(&str, Journey)] = journeys! {
    desk:
        takes_what_a_hand_drops;
    searching:
        waits_for_the_input_method;
    layout:
        prints_every_speech
        paper_holds_what_the_screen_shows
        says_on_paper_what_was_left_out;
    reading:
        what_is_folded_away_is_printed;
    access:
        no_state_has_barriers_on_paper;
};

/// Everything that a browser takes.
fn journeys_in(kind: Kind) -> impl Iterator<Item = &'static (&'static str, Journey)> {
    let own: &[&[(&str, Journey)]] = match kind {
        Kind::Chromium => &[IN_CHROMIUM_AND_FIREFOX, IN_CHROMIUM],
        Kind::Firefox => &[IN_CHROMIUM_AND_FIREFOX],
        Kind::WebKit => &[],
    };
    EVERYWHERE.iter().chain(own.iter().copied().flatten())
}

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let site = match Site::from_environment() {
        Ok(site) => site,
        Err(missing) => return ignored(missing),
    };
    if let Some(folder) = std::env::var_os("KAIGIROKU_SCREENS") {
        screens::save(&site, folder.as_ref());
        return ExitCode::SUCCESS;
    }
    if let Some(folder) = std::env::var_os("KAIGIROKU_BENCH") {
        bench::run(&site, folder.as_ref(), &wanted);
        return ExitCode::SUCCESS;
    }
    for wanted in acceptance::journeys() {
        assert!(EVERYWHERE.iter().any(|(name, _)| *name == wanted), "every browser takes {wanted}");
    }
    let mut journeys = Vec::new();
    for engine in &site.engines {
        journeys.extend(
            journeys_in(engine.kind)
                .map(|(name, journey)| (format!("{}::{name}", engine.kind), engine, *name, *journey)),
        );
    }
    let n_all = journeys.len();
    journeys.retain(|(name, ..)| wanted.is_empty() || wanted.iter().any(|word| name.contains(word.as_str())));
    println!("\nrunning {} tests", journeys.len());
    if journeys.is_empty() {
        println!("no journey has such a name");
        return ExitCode::FAILURE;
    }
    let start = Instant::now();
    let outcomes: Vec<Outcome> = journeys
        .iter()
        .map(|(shown, engine, name, journey)| outcome(&site, engine, shown, name, *journey))
        .collect();
    let failed = outcomes.iter().filter(|outcome| !outcome.passed).count();
    print!("{}", acceptance::table(&outcomes));
    let result = if failed == 0 { "ok" } else { "FAILED" };
    println!(
        "\ntest result: {result}. {} passed; {failed} failed; 0 ignored; 0 measured; {} filtered out; finished in {:.2}s\n",
        journeys.len() - failed,
        n_all - journeys.len(),
        start.elapsed().as_secs_f64()
    );
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Lists the journeys that nobody set out to run.
fn ignored(missing: &str) -> ExitCode {
    let journeys = || journeys_in(Kind::Chromium);
    println!("\nrunning {} tests", journeys().count());
    for (name, _) in journeys() {
        println!("test {name} ... ignored");
    }
    println!("\nブラウザテストは cargo xtask test で行います / `cargo xtask test` runs the browser tests");
    println!("({missing} is not set)");
    let n_ignored = journeys().count();
    println!("\ntest result: ok. 0 passed; 0 failed; {n_ignored} ignored; 0 measured; 0 filtered out");
    // Whoever set one of the variables meant to run them.
    if Site::is_meant() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Takes a journey, and says how it went. One that fails is taken once more in a fresh browser: a driver
/// or a machine under load loses a press now and then, a fault of the page comes back. That it was
/// taken twice is told.
fn outcome(site: &Site, engine: &Engine, shown: &str, name: &'static str, journey: Journey) -> Outcome {
    let start = Instant::now();
    let take = || {
        let page = Page::new(engine);
        let passed = catch_unwind(AssertUnwindSafe(|| journey(site, &page))).is_ok();
        if !passed {
            for words in page.last_words() {
                eprintln!("  {shown}: {words}");
            }
        }
        (passed, page.version())
    };
    let (mut passed, mut version) = take();
    let mut how = if passed { "ok" } else { "FAILED" };
    if !passed {
        (passed, version) = take();
        how = if passed { "ok, at the second try" } else { "FAILED, twice" };
    }
    let took = start.elapsed();
    println!("test {shown} ... {how} ({:.1}s)", took.as_secs_f64());
    Outcome { kind: engine.kind, version, name, passed, took }
}
