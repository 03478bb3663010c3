//! One binary for all integration tests: a module per feature, fixtures in `data/`.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod accessibility;
mod app;
mod arbitrary;
#[cfg(feature = "cli")]
mod bad_files;
mod bad_inputs;
mod bad_texts;
mod bundle;
#[cfg(feature = "cli")]
mod cli;
#[cfg(feature = "cli")]
mod cli_batch;
#[cfg(feature = "cli")]
mod cli_check;
#[cfg(feature = "cli")]
mod cli_export;
#[cfg(feature = "cli")]
mod cli_lines;
#[cfg(feature = "cli")]
mod cli_shelf;
#[cfg(feature = "cli")]
mod cli_site;
mod colour;
mod confidence;
mod conventions;
#[cfg(feature = "opens")]
mod desk;
#[cfg(feature = "opens")]
mod desk_apart;
#[cfg(feature = "opens")]
mod desk_view;
mod drawing;
mod embed;
mod engine;
mod engine_blocks;
#[cfg(feature = "viewer")]
mod english;
mod evidence;
mod exchange;
mod export;
mod export_csv;
mod export_docx;
mod export_formats;
mod export_markdown;
mod export_xml;
mod filter;
mod fold;
#[cfg(feature = "cli")]
mod found;
mod hand;
mod import;
mod insight;
mod insight_screen;
#[cfg(feature = "viewer")]
mod insight_view;
mod invariants;
#[cfg(feature = "cli")]
mod invariants_of_bytes;
mod lossless;
mod minutes;
#[cfg(feature = "cli")]
mod office;
mod order;
#[cfg(feature = "cli")]
mod pdf;
#[cfg(feature = "cli")]
mod pdf_file;
#[cfg(feature = "cli")]
mod pdf_paper;
#[cfg(feature = "cli")]
mod pdf_text;
mod permalink;
mod query;
mod quote;
#[cfg(feature = "cli")]
mod read;
#[cfg(feature = "cli")]
mod read_docx;
#[cfg(feature = "cli")]
mod read_hostile;
#[cfg(feature = "cli")]
mod read_html;
#[cfg(feature = "cli")]
mod read_kinds;
#[cfg(feature = "cli")]
mod read_seed;
mod reading;
#[cfg(feature = "viewer")]
mod sample;
mod sample_text;
mod screen;
mod search;
mod seed;
mod settings;
mod shards;
mod share;
mod shelf;
#[cfg(feature = "cli")]
mod shelf_file;
#[cfg(feature = "shelf")]
mod shelf_page;
mod shelf_sample;
mod shelf_threads;
#[cfg(feature = "shelf")]
mod shelf_view;
mod style;
mod syntax;
#[cfg(feature = "cli")]
mod targets;
mod tidy;
#[cfg(feature = "viewer")]
mod view;
mod words;
