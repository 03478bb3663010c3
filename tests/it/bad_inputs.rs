//! Forty bad inputs, and the tests that hold what becomes of each: no panic, no hang, nothing lost, and a
//! message that names what is wrong.

use crate::accessibility::is_a_test;

/// Each of the forty: what it is, and the tests, in `tests/it` or `tests/browser`, that give it to the program.
const BAD_INPUTS: [(u32, &str, &[&str]); 40] = [
    (1, "</script><script> in a speech", &["bad_texts::strings_that_have_broken_others_break_nothing"]),
    (
        2,
        "<!--<script> in a text",
        &["bundle::no_text_ends_its_block", "bad_texts::strings_that_have_broken_others_break_nothing"],
    ),
    (3, "U+2028, U+2029, U+0085", &["bundle::hostile_strings_come_back_as_they_were"]),
    (
        4,
        "tags with handlers, javascript: addresses",
        &["bad_texts::strings_that_have_broken_others_break_nothing", "view::hostile_text_stays_text"],
    ),
    (
        5,
        "the Big List of Naughty Strings as label, title, text and query",
        &["bad_texts::strings_that_have_broken_others_break_nothing"],
    ),
    (6, "payloads against sanitisers", &["bad_texts::strings_that_have_broken_others_break_nothing"]),
    (
        7,
        "speakers called __proto__ and constructor",
        &["bad_texts::names_of_the_language_are_names_of_speakers"],
    ),
    (
        8,
        "letters that turn the order of others round",
        &[
            "bad_texts::what_cannot_be_seen_is_kept_and_searched_through",
            "cli_check::what_would_act_on_a_terminal_is_shown_as_a_sign",
        ],
    ),
    (
        9,
        "letters without width inside a word",
        &["bad_texts::what_cannot_be_seen_is_kept_and_searched_through"],
    ),
    (
        10,
        "NUL and other control characters",
        &[
            "read::control_characters_become_signs_and_are_told",
            "cli_check::what_would_act_on_a_terminal_is_shown_as_a_sign",
        ],
    ),
    (11, "lone surrogates in JSON", &["bad_texts::half_a_letter_in_json_is_named_with_its_place"]),
    (12, "overlong UTF-8 and CESU-8", &["read::what_utf_8_forbids_is_not_read_and_its_line_is_named"]),
    (13, "UTF-8 that ends inside a letter", &["read::an_end_inside_a_letter_is_shown"]),
    (
        14,
        "Shift_JIS without a label",
        &[
            "read::shift_jis_reads_trail_bytes_of_ascii_and_the_additions_of_windows",
            "cli::every_encoding_reads_the_same_and_is_told",
        ],
    ),
    (
        15,
        "letters of NEC and IBM",
        &[
            "read::shift_jis_reads_trail_bytes_of_ascii_and_the_additions_of_windows",
            "search::half_width_katakana_with_its_marks_is_found",
        ],
    ),
    (
        16,
        "EUC-JP, ISO-2022-JP, UTF-16",
        &[
            "read::every_text_is_told_in_every_encoding",
            "read::utf_16_is_told_without_its_mark",
            "read::half_width_katakana_of_euc_jp_and_iso_2022_jp_are_read",
            "read::what_fits_two_encodings_is_asked_about",
        ],
    ),
    (
        17,
        "garbled text",
        &["read::mojibake_is_named_and_left_as_it_is", "read::no_good_text_is_called_garbled"],
    ),
    (
        18,
        "several encodings in one folder, and in one file",
        &[
            "bad_files::encodings_are_told_apart_file_by_file",
            "read::two_encodings_in_one_file_are_named_with_the_line",
        ],
    ),
    (19, "CR, LF, CRLF, VT and FF", &["bad_texts::a_line_ends_as_any_system_ends_it"]),
    (
        20,
        "radicals and compatibility ideographs",
        &[
            "search::radicals_and_variant_kanji_are_found",
            "fold::radicals_are_the_letters_that_they_look_like",
        ],
    ),
    (
        21,
        "variation selectors and letters beyond the first plane at the edge of a hit",
        &["bad_texts::no_hit_splits_a_letter"],
    ),
    (22, "forms of one kanji", &["fold::forms_of_one_kanji_are_one"]),
    (
        23,
        "years of changing eras, days that do not exist, wrong weekdays",
        &[
            "bad_texts::days_are_read_or_told_but_never_moved",
            "minutes::a_weekday_that_disagrees_is_shown_and_not_corrected",
        ],
    ),
    (
        24,
        "no speaker at all, or nothing but speakers",
        &["minutes::a_text_without_labels_is_shown_as_it_stands", "bad_texts::nothing_but_speakers_is_read"],
    ),
    (25, "a line of five megabytes", &["bad_texts::a_line_of_five_megabytes_is_read_found_and_written"]),
    (26, "a million lines, twenty thousand speeches", &["bad_texts::a_million_lines_are_read"]),
    (27, "nothing, a byte order mark, white space", &["cli::what_is_no_text_is_named"]),
    (28, "a file of one gigabyte", &["bad_files::a_file_too_large_is_refused_before_it_is_read"]),
    (
        29,
        "what is no file, or may not be read",
        &[
            "bad_files::what_is_no_file_is_passed_over_with_its_reason",
            "bad_files::what_may_not_be_read_is_passed_over_with_its_reason",
            "cli::what_may_never_end_is_not_opened",
        ],
    ),
    (30, "names of files that hold anything", &["bad_files::a_name_may_hold_anything"]),
    (
        31,
        "a document that unpacks to a gigabyte",
        &[
            "read_hostile::a_bomb_that_says_its_length_is_not_inflated",
            "read_hostile::a_bomb_that_lies_about_its_length_is_stopped_at_what_it_says",
        ],
    ),
    (
        32,
        "a document with a lying directory",
        &[
            "read_hostile::a_length_that_is_less_or_more_than_there_is_shows",
            "read_hostile::zip64_is_named",
            "read_hostile::an_encrypted_part_is_named",
            "read_hostile::two_parts_of_one_name_are_named",
            "read_hostile::names_that_lead_out_of_the_archive_lead_nowhere",
        ],
    ),
    (
        33,
        "a document nested deep, with deletions, text boxes, ruby",
        &[
            "read_hostile::what_is_nested_too_deep_is_named",
            "read_hostile::entities_of_a_document_type_are_not_expanded",
            "read_docx::what_was_deleted_is_left_out_and_what_was_added_stays",
            "read_docx::a_text_box_that_stands_twice_is_read_once",
            "read_docx::readings_stand_in_brackets_behind_their_words",
            "read_docx::numbers_that_word_puts_before_paragraphs_are_printed",
            "read_docx::a_row_of_a_table_is_a_line",
            "read_docx::notes_are_marked_where_they_are_called_and_stand_at_the_end",
        ],
    ),
    (
        34,
        "files of other kinds under a wrong name",
        &[
            "read_kinds::documents_of_older_programs_are_told_apart",
            "read_kinds::rich_text_and_pages_in_one_file_are_named",
            "read_kinds::archives_are_told_apart_by_the_files_in_them",
            "read_kinds::a_document_is_known_whatever_it_is_called",
            "cli::what_is_no_text_is_named",
        ],
    ),
    (
        35,
        "a PDF without letters",
        &[
            "pdf_text::a_page_of_pictures_is_no_text",
            "pdf_text::a_few_unknown_signs_are_shown_and_many_are_no_text",
        ],
    ),
    (
        36,
        "fragments of every kind",
        &[
            "permalink::no_fragment_does_harm",
            "permalink::what_cannot_be_read_is_left_out_alone",
            "permalink::a_fragment_too_long_is_ignored_whole",
            "address::ignores_what_it_cannot_read",
        ],
    ),
    (
        37,
        "messages from strangers",
        &[
            "embed::no_message_does_harm",
            "embed::a_page_that_never_stops_talking_is_not_listened_to",
            "portal::hears_nobody_but_the_page_around",
        ],
    ),
    (
        38,
        "pages without an origin, a store or a history",
        &[
            "breakage::without_a_store_everything_else_works",
            "embedding::opens_in_a_sandbox",
            "embedding::is_read_in_a_frame_without_an_address",
        ],
    ),
    (
        39,
        "files changed after they were written",
        &[
            "bundle::a_broken_block_is_an_error_and_never_a_panic",
            "bundle::damage_is_named",
            "breakage::with_damaged_data_the_text_stays",
            "breakage::with_a_damaged_viewer_the_text_stays",
            "portal::every_system_leaves_something_to_read",
            "opening::opens_after_its_line_ends_were_rewritten",
        ],
    ),
    (
        40,
        "surroundings in which no program runs",
        &[
            "breakage::without_script_everything_is_read_and_jumped_to",
            "breakage::without_webassembly_the_text_stays",
            "breakage::under_a_stricter_policy_the_text_stays",
            "breakage::after_a_panic_the_text_comes_back",
            "layout::never_scrolls_sideways",
            "access::no_state_has_barriers_in_forced_colours",
        ],
    ),
];

#[test]
fn each_of_the_forty_has_its_tests() {
    let numbers: Vec<u32> = BAD_INPUTS.iter().map(|(number, ..)| *number).collect();
    assert_eq!(numbers, (1..=40).collect::<Vec<_>>());
    for (number, what, tests) in BAD_INPUTS {
        assert!(!tests.is_empty(), "{number}: {what}");
        let missing: Vec<_> = tests.iter().filter(|test| !is_a_test(test)).collect();
        assert!(missing.is_empty(), "{number}: {missing:?}");
    }
}
