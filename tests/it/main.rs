//! Everything that needs more than one room, a module a feature.

mod tidy;
