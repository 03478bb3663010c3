//! Gives any bytes to [`kaigiroku_fuzz::targets::html`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| kaigiroku_fuzz::targets::html(data));
