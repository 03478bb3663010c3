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
    let frame = || {
        format!(
            "<iframe src=\"{src}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\"></iframe>\n<p>{link}</p>"
        )
    };
    match form.tier {
        Tier::Frame => frame(),
        Tier::Script => format!("{}\n{}", script(), frame()),
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

/// The script around frames. It stands before them, so that it misses no message.
///
/// A page may hold several minutes, and the script once for each of them: it knows a frame by who has
/// spoken, not by a name, and doing anything twice changes nothing.
fn script() -> String {
    let (lowest, highest) = (HEIGHTS.start(), HEIGHTS.end());
    format!(
        "<script>
addEventListener(\"message\", function (e) {{
  var said = e.data;
  if (!said || said.kg !== 1) return;
  document.querySelectorAll(\"iframe\").forEach(function (frame) {{
    if (e.source !== frame.contentWindow) return;
    if (said.t === \"ready\") e.source.postMessage({{ kg: 1, t: \"hello\", caps: [\"size\", \"nav\"] }}, \"*\");
    if (said.t === \"size\" && said.h > 0) frame.height = Math.min({highest}, Math.max({lowest}, said.h));
    if (said.t === \"nav\" && said.y >= 0) {{
      var box = frame.getBoundingClientRect(), at = box.top + Math.min(said.y, box.height);
      if (at < 0 || at > innerHeight - 120) scrollBy({{ top: at - 80, behavior: \"instant\" }});
    }}
  }});
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

/// The address of `embed.js` beside a page. The slashes before the name of a server end no folder.
fn beside(page: &str) -> String {
    let path = page.split('?').next().unwrap_or_default();
    let (server, rest) = match path.split_once("//") {
        Some((scheme, rest)) if scheme.is_empty() || scheme.ends_with(':') => (format!("{scheme}//"), rest),
        _ => (String::new(), path),
    };
    let folder = match rest.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/"),
        None if server.is_empty() => String::new(),
        None => format!("{rest}/"),
    };
    format!("{server}{folder}embed.js")
}

/// Text in double quotes or between tags.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
