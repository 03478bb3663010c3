//! The letters of XML, written into one string.
//!
//! May live here: tags, attributes, escaping. May not: any format.
//!
//! Characters that XML 1.0 forbids even as references, such as most control characters, are shown
//! as U+FFFD: a reader sees that something stood there, and no program refuses the file.

/// XML that is being written. Whoever opens a tag closes it.
pub(super) struct Xml {
    out: String,
}

/// The attributes of a tag.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// A document that begins with its declaration.
    pub fn new() -> Xml {
        Xml { out: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned() }
    }

    pub fn into_string(self) -> String {
        self.out
    }

    pub fn open(&mut self, tag: &str, attributes: Attributes) {
        self.start(tag, attributes);
        self.out.push('>');
    }

    pub fn close(&mut self, tag: &str) {
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
    }

    pub fn empty(&mut self, tag: &str, attributes: Attributes) {
        self.start(tag, attributes);
        self.out.push_str("/>");
    }

    /// A tag that holds text alone.
    pub fn leaf(&mut self, tag: &str, attributes: Attributes, text: &str) {
        self.open(tag, attributes);
        self.text(text);
        self.close(tag);
    }

    /// A line end between tags, for people who look at the file.
    pub fn line(&mut self) {
        self.out.push('\n');
    }

    /// Text between tags.
    pub fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\n' | '\t' => self.out.push(c),
                c => self.character(c),
            }
        }
    }

    /// XML as it stands.
    pub fn raw(&mut self, xml: &str) {
        self.out.push_str(xml);
    }

    fn start(&mut self, tag: &str, attributes: Attributes) {
        self.out.push('<');
        self.out.push_str(tag);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            // Readers turn line ends and tabs in attributes into spaces; it is done before them.
            value.chars().for_each(|c| self.character(if matches!(c, '\n' | '\t') { ' ' } else { c }));
            self.out.push('"');
        }
    }

    fn character(&mut self, c: char) {
        match c {
            '&' => self.out.push_str("&amp;"),
            '<' => self.out.push_str("&lt;"),
            '>' => self.out.push_str("&gt;"),
            '"' => self.out.push_str("&quot;"),
            '\r' => self.out.push('\n'),
            c => self.out.push(visible(c)),
        }
    }
}

/// The character, or U+FFFD in the place of one that XML 1.0 forbids.
fn visible(c: char) -> char {
    match c {
        '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => '\u{FFFD}',
        c => c,
    }
}
