//! Minutes for other programs: one file per format, each a function from minutes to text.
//!
//! May live here: wire formats that are a public contract. May not: the bundle's own data.

pub mod json;
