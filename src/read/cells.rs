//! A row of a table as lines of text.
//!
//! May live here: how cells stand side by side. May not: where they come from.

/// The row without its line end. A cell of one line is followed by a tab, so that a label and what belongs
/// to it share a line; after a cell of several lines the next begins a line, so that each is read as a whole.
/// Empty cells keep their place but at the end of the row.
pub(super) fn row(cells: &[String]) -> String {
    let mut out = String::new();
    let mut separator = "";
    for cell in cells {
        let cell = cell.trim_matches(['\n', ' ', '\t']);
        if !cell.is_empty() || separator != "\n" {
            out.push_str(separator);
            out.push_str(cell);
            separator = if cell.contains('\n') { "\n" } else { "\t" };
        }
    }
    out.truncate(out.trim_end_matches(['\t', '\n']).len());
    out
}
