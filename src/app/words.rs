//! The Japanese words of the screen that stand for things of the model, in one place.

use crate::model::Role;

/// The name of a role in the list of filters.
pub fn role_name(role: Role) -> &'static str {
    match role {
        Role::Chair => "議長・委員長",
        Role::Member => "委員・議員",
        Role::Secretariat => "事務局・説明者",
        Role::Guest => "参考人等",
        Role::Other => "その他",
    }
}

/// The one character of a role's badge.
pub fn role_badge(role: Role) -> &'static str {
    match role {
        Role::Chair => "長",
        Role::Member => "委",
        Role::Secretariat => "事",
        Role::Guest => "客",
        Role::Other => "他",
    }
}
