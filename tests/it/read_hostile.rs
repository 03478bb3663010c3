//! read_hostile.
