//! The fuzz targets, as the tests have them: `tests/it/targets.rs` makes an input of any bytes, `invariants` and
//! `invariants_of_bytes` beside it say what has to hold then.

#[path = "../../it/hand.rs"]
#[allow(missing_docs)]
pub mod hand;
#[path = "../../it/invariants.rs"]
pub mod invariants;
#[path = "../../it/invariants_of_bytes.rs"]
pub mod invariants_of_bytes;
#[path = "../../it/targets.rs"]
pub mod targets;
