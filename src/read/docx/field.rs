//! Letters that stand in the code of a field and nowhere else.
//!
//! Before Word had readings and signs in circles of its own, it wrote both as equations, which print what their
//! code says: `EQ \o\ad(\s\up 11(こばやし),小林)` is 小林 with its reading above, `eq \o\ac(○,秘)` a 秘 in a
//! circle. Documents that grew over the years still hold them.
//!
//! May live here: that code. May not: other fields, which Word keeps the result of.

/// The letters that an equation prints one over another; `None` where the code is no such equation.
pub(super) fn letters(code: &str) -> Option<String> {
    let code = code.trim();
    let (name, rest) = code.split_at_checked(2)?;
    if !name.eq_ignore_ascii_case("EQ") {
        return None;
    }
    let at = rest.to_ascii_lowercase().find("\\o")?;
    let (_, inside) = rest.get(at..)?.split_once('(')?;
    let inside = inside.get(..inside.rfind(')')?)?;
    let (above, base) = parts(inside)?;
    match above.strip_suffix(')').and_then(|above| above.split_once('(')) {
        // Raised letters are a reading.
        Some((_, reading)) => Some(format!("{}（{}）", base.trim(), reading.trim())),
        // What stands on the base is its circle or square.
        None => Some(base.trim().to_owned()),
    }
}

/// The two arguments, which a comma or, by the settings of the system, a semicolon parts.
fn parts(inside: &str) -> Option<(&str, &str)> {
    let mut depth: usize = 0;
    for (at, c) in inside.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' | ';' if depth == 0 => return Some((inside.get(..at)?.trim(), inside.get(at + 1..)?)),
            _ => {}
        }
    }
    None
}
