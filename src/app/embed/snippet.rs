//! What is pasted into the other page.
//!
//! May live here: the tags of the other page and what must be escaped in them. May not: the dialog that
//! shows them.

use super::form::{EmbedForm, HEIGHTS, Tier};
use super::plain_address;
use crate::app::words::{Lang, Msg};

/// What stands in the place of the address until one is known.
pub const EXAMPLE: &str = "https://www.example.jp/kaigiroku.html";

/// What is pasted for these choices. The frame is called `title`, and reading begins at `fragment`.
///
/// Its words are Japanese: it becomes part of a page around Japanese minutes.
pub fn write(form: &EmbedForm, title: &str, fragment: &str) -> String {
    let page = address(form).unwrap_or_else(|| EXAMPLE.to_owned());
    let src = escape(&with_query(&page, &form.embedding().query(fragment)));
    let title = escape(title);
    let hash = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
    let link =
        format!("<a href=\"{}{}\">{}</a>", escape(&page), escape(&hash), Lang::Ja.t(Msg::EmbedElsewhere));
    let height = form.height;
    let frame = |id: &str| {
        format!(
            "<iframe{id} src=\"{src}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\"></iframe>\n<p>{link}</p>"
        )
    };
    match form.tier {
        Tier::Frame => frame(""),
        Tier::Script => format!("{}\n{}", script(), frame(&format!(" id=\"{FRAME}\""))),
        Tier::Element => {
            let script = escape(&beside(&page));
            let attributes = attributes(form, fragment);
            format!(
                "<script src=\"{script}\" defer></script>\n\
                 <{ELEMENT} src=\"{}\" title=\"{title}\"{attributes}>\n  <p>{link}</p>\n</{ELEMENT}>",
                escape(&page)
            )
        }
    }
}

/// The name of our element.
const ELEMENT: &str = "kaigiroku-minutes";

/// The id of the frame that the script makes higher.
const FRAME: &str = "kaigiroku";

/// The script around a frame. It stands before the frame, so that it misses no message of it.
fn script() -> String {
    let (lowest, highest) = (HEIGHTS.start(), HEIGHTS.end());
    format!(
        "<script>
addEventListener(\"message\", function (e) {{
  var frame = document.getElementById(\"{FRAME}\"), said = e.data;
  if (!frame || e.source !== frame.contentWindow || !said || said.kg !== 1) return;
  if (said.t === \"ready\") e.source.postMessage({{ kg: 1, t: \"hello\", caps: [\"size\"] }}, \"*\");
  if (said.t === \"size\" && said.h > 0) frame.height = Math.min({highest}, Math.max({lowest}, said.h));
}});
</script>"
    )
}

fn attributes(form: &EmbedForm, fragment: &str) -> String {
    let mut out = String::new();
    let mut add = |name: &str, value: &str| {
        out.push_str(&format!(" {name}=\"{}\"", escape(value)));
    };
    if !fragment.is_empty() {
        add(if fragment.contains('=') { "filter" } else { "start" }, fragment);
    }
    if !form.header {
        add("header", "0");
    }
    if let Some(accent) = form.accent {
        add("accent", &accent.hex());
    }
    if let Some(scheme) = form.scheme {
        add("scheme", scheme.key());
    }
    out
}

/// The address that was typed, as far as a page can be reached by it: on a server, or beside the other
/// page. Nothing for an empty one, and for one that leads into somebody's own machine or is a program.
pub fn address(form: &EmbedForm) -> Option<String> {
    let address = plain_address(form.address.trim());
    let scheme = address.split(['/', '?']).next().unwrap_or_default().split_once(':');
    let is_served = match scheme {
        Some((scheme, _)) => ["http", "https"].iter().any(|served| scheme.eq_ignore_ascii_case(served)),
        None => true,
    };
    let is_plain = !address.is_empty() && !address.contains(|c: char| c.is_control() || c == '\\');
    (is_served && is_plain).then_some(address)
}

/// An address with a query of ours, behind one that may be there already.
pub fn with_query(address: &str, query: &str) -> String {
    match query.strip_prefix('?') {
        Some(ours) if address.contains('?') => format!("{address}&{ours}"),
        _ => format!("{address}{query}"),
    }
}

/// The address of `embed.js` beside a page.
fn beside(page: &str) -> String {
    let path = page.split('?').next().unwrap_or_default();
    let folder = path.rfind('/').and_then(|at| path.get(..=at)).unwrap_or_default();
    format!("{folder}embed.js")
}

/// Text in double quotes or between tags.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
