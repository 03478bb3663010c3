//! read_docx.
