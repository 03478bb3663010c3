//! Gives any bytes to [`kaigiroku_fuzz::targets::dates`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| kaigiroku_fuzz::targets::dates(data));
