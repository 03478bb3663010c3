//! The letters of JSON, written into one string.
//!
//! May live here: quoting and commas. May not: any format. Derived writers would be several times as
//! large in every file, since each type of a list is compiled anew.

/// JSON that is being written. Whoever opens a bracket closes it.
#[derive(Default)]
pub(crate) struct Json {
    out: String,
}

impl Json {
    pub fn into_string(self) -> String {
        self.out
    }

    /// Opens `{` or `[`.
    pub fn open(&mut self, bracket: char) {
        self.comma();
        self.out.push(bracket);
    }

    /// Closes `}` or `]`.
    pub fn close(&mut self, bracket: char) {
        self.out.push(bracket);
    }

    /// The key of what is written next.
    pub fn key(&mut self, key: &str) {
        self.text(key);
        self.out.push(':');
    }

    /// A key and the bracket that its value opens with.
    pub fn key_open(&mut self, key: &str, bracket: char) {
        self.key(key);
        self.open(bracket);
    }

    /// A key with a text.
    pub fn pair(&mut self, key: &str, text: &str) {
        self.key(key);
        self.text(text);
    }

    /// A key with a text, or with `null`.
    pub fn pair_opt(&mut self, key: &str, text: Option<&str>) {
        self.key(key);
        match text {
            Some(text) => self.text(text),
            None => self.null(),
        }
    }

    /// A key with a text, or nothing at all.
    pub fn pair_if(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.pair(key, text);
        }
    }

    /// A key with a number.
    pub fn pair_number(&mut self, key: &str, number: usize) {
        self.key(key);
        self.number(number);
    }

    pub fn number(&mut self, number: usize) {
        self.comma();
        self.out.push_str(&number.to_string());
    }

    pub fn null(&mut self) {
        self.comma();
        self.out.push_str("null");
    }

    pub fn text(&mut self, text: &str) {
        self.comma();
        self.out.push('"');
        for c in text.chars() {
            match c {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                c if (c as usize) < 0x20 => {
                    self.out.push_str(if (c as usize) < 0x10 { "\\u000" } else { "\\u001" });
                    self.out.push(char::from_digit(c as u32 % 16, 16).unwrap_or('0'));
                }
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }

    /// A text ends in its quote, so that a bracket or a colon at the end is one of JSON's own.
    fn comma(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with(['{', '[', ':']) {
            self.out.push(',');
        }
    }
}
