//! Gives any bytes to [`kaigiroku_fuzz::targets::bundle_read`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| kaigiroku_fuzz::targets::bundle_read(data));
