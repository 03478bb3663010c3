//! Gives any bytes to [`kaigiroku_fuzz::targets::fold`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| kaigiroku_fuzz::targets::fold(data));
