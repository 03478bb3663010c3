//! Every sentence, name and button of the viewer, in each language.
//!
//! `{name}` is filled in. Where English has two forms, `one|many`, `{n}` chooses between them.
//!
//! May live here: the table, by the part of the page that shows the words. May not: how it is read
//! (the module above), the sentences of findings (`diagnostics`), words of the minutes themselves.

use super::messages;

messages! {
    // The head and the foot.
    Untitled: "会議録", "Minutes";
    SendsNothing: "このファイルは何も送信しません。", "This file sends nothing anywhere.";

    // Lengths and counts.
    NChars: "{n}字", "{n} character|{n} characters";
    AboutNChars: "約{n}字", "about {n} characters";
}
