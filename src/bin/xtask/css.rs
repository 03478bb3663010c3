//! One style sheet out of many, without what only their writers need.

use crate::run::{Failure, Project};

/// Reads `style/index.css` with each `@import "./x.css";` replaced by the sheet it names, and after it the
/// sheets that only one page has.
pub fn read(project: &Project, further: &[&str]) -> Result<String, Failure> {
    let index = project.read("style/index.css")?;
    let mut whole = String::new();
    for line in index.lines() {
        match imported(line) {
            Some(name) => whole.push_str(&sheet(project, name)?),
            None if line.trim_start().starts_with("@import") => {
                return Err(Failure::new(
                    format!("style/index.css の {line} は @import \"./名前.css\"; の形ではありません"),
                    format!("style/index.css: {line} is not of the form @import \"./name.css\";"),
                ));
            }
            None => whole.push_str(line),
        }
        whole.push('\n');
    }
    for name in further {
        whole.push_str(&sheet(project, name)?);
    }
    Ok(squeeze(&whole))
}

/// A sheet, which imports no other.
fn sheet(project: &Project, name: &str) -> Result<String, Failure> {
    let sheet = project.read(&format!("style/{name}"))?;
    if sheet.lines().any(|line| line.trim_start().starts_with("@import")) {
        return Err(Failure::new(
            format!("style/{name} に @import があります。style/index.css だけに書けます"),
            format!("@import in style/{name}: only style/index.css may import"),
        ));
    }
    Ok(sheet)
}

/// The sheet that a line of the index names.
fn imported(line: &str) -> Option<&str> {
    line.trim().strip_prefix("@import \"./")?.strip_suffix("\";")
}

/// Takes out comments and white space that mean nothing. Strings, `url(…)` and comments that
/// begin with `/*!`, which hold licences, stay as they are. White space that may mean something
/// (between selectors, around `+` in `calc`) becomes one space.
fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    // Whether the last token was one around which white space never means anything.
    let mut is_apart = true;
    while let Some(first) = rest.chars().next() {
        let taken = token_len(rest, first);
        let (token, after) = rest.split_at(taken);
        rest = after;
        let is_space = first.is_ascii_whitespace() || (token.starts_with("/*") && !token.starts_with("/*!"));
        if !is_space {
            if first == '}' {
                // The last declaration of a rule needs no semicolon.
                let kept = out.trim_end_matches([' ', ';']).len();
                // An escaped one is part of a name.
                if !out[..kept].ends_with('\\') {
                    out.truncate(kept);
                }
            } else if first == '{' && out.ends_with(' ') {
                out.pop();
            }
            out.push_str(token);
            if first == '}' {
                out.push('\n');
            }
            is_apart = matches!(token, "{" | "}" | ";" | "," | ":" | ">");
        } else if !is_apart {
            out.push(' ');
            is_apart = true;
        }
    }
    out
}

/// The length of the token that begins `rest`: white space, comment, string, `url(…)` or a character.
fn token_len(rest: &str, first: char) -> usize {
    if first.is_ascii_whitespace() {
        return rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_whitespace()).len();
    }
    if rest.starts_with("/*") {
        return rest.find("*/").map_or(rest.len(), |at| at + 2);
    }
    if rest.starts_with("url(") {
        return rest.find(')').map_or(rest.len(), |at| at + 1);
    }
    if first == '"' || first == '\'' {
        let mut escaped = false;
        let end = rest.char_indices().skip(1).find(|&(_, c)| {
            let ends = c == first && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        });
        return end.map_or(rest.len(), |(at, _)| at + 1);
    }
    if first == '\\' {
        return rest.chars().take(2).map(char::len_utf8).sum();
    }
    first.len_utf8()
}

#[cfg(test)]
mod tests {
    use super::squeeze;

    #[track_caller]
    fn check(css: &str, squeezed: &str) {
        assert_eq!(squeeze(css), squeezed);
        assert_eq!(squeeze(squeezed), squeezed);
    }

    #[test]
    fn comments_and_indentation_go() {
        check("/* a */\n.a {\n  color: red;\n  margin: 0;\n}\n\n.b { }\n", ".a{color:red;margin:0}\n.b{}\n");
        check("a/* x */b {}", "a b{}\n");
        check("@media print {\n  .a { top: 0; }\n}\n", "@media print{.a{top:0}\n}\n");
    }

    #[test]
    fn what_may_mean_something_stays() {
        check(".a :hover{}", ".a :hover{}\n");
        check("a{top:calc(1px  +  2px)}", "a{top:calc(1px + 2px)}\n");
        check("a::before{content:\"  /* \\\" ;  }\"}", "a::before{content:\"  /* \\\" ;  }\"}\n");
        check("a{b:url(data:image/*  ;x)}", "a{b:url(data:image/*  ;x)}\n");
        check("/*! MIT */a{}", "/*! MIT */a{}\n");
        check(".a\\;  .b{}", ".a\\; .b{}\n");
    }
}
