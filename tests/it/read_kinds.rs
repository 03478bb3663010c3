//! read_kinds.
