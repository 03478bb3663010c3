//! read_seed.
