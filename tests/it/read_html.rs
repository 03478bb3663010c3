//! read_html.
