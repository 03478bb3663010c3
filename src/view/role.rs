//! The class that gives a role its colour.

use crate::model::Role;

/// The class of a role, as the plain page names it too.
pub fn class(role: Role) -> String {
    format!("role-{}", role.key())
}
