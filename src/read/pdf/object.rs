//! What a PDF is written in: tokens and objects (ISO 32000-1, 7.2 and 7.3).
//!
//! May live here: the grammar that files, contents and maps of letters share. May not: where an object
//! is found, what it means.
//!
//! What is broken is read as far as it goes. Nesting is kept on a list and not on the stack.

use std::collections::BTreeMap;

/// Names and what they stand for.
pub(super) type Dict = BTreeMap<Vec<u8>, Object>;

/// One object.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Object {
    /// Nothing, and whatever cannot be had.
    Null,
    /// `true`
    Bool(bool),
    /// `-12.5`
    Number(f64),
    /// `/Name`
    Name(Vec<u8>),
    /// `(text)`, `<74657874>`
    Text(Vec<u8>),
    /// `[1 2]`
    Array(Vec<Object>),
    /// `<< /Key 1 >>`
    Dict(Dict),
    /// `12 0 R`, by its number.
    Ref(u32),
    /// `stream`, with where its bytes are in the file.
    Stream(Box<Stream>),
    /// `BT`, `endobj`: a word that is no value.
    Word(Vec<u8>),
}

/// A stream that has not been unpacked.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stream {
    pub dict: Dict,
    /// Where its bytes begin in the file, and how many there are.
    pub start: usize,
    pub len: usize,
    /// The number of its object and how often that was used, from which its key is made.
    pub id: (u32, u16),
}

impl Object {
    pub(super) fn number(&self) -> Option<f64> {
        if let Object::Number(number) = self { Some(*number) } else { None }
    }

    /// A whole number that is not negative.
    pub(super) fn count(&self) -> Option<usize> {
        let number = self.number()?;
        (0.0..=9e15).contains(&number).then_some(number as usize)
    }

    pub(super) fn name(&self) -> Option<&[u8]> {
        if let Object::Name(name) = self { Some(name) } else { None }
    }

    pub(super) fn text(&self) -> Option<&[u8]> {
        if let Object::Text(text) = self { Some(text) } else { None }
    }

    pub(super) fn array(&self) -> Option<&[Object]> {
        if let Object::Array(items) = self { Some(items) } else { None }
    }

    /// A dictionary, that of a stream too.
    pub(super) fn dict(&self) -> Option<&Dict> {
        match self {
            Object::Dict(dict) => Some(dict),
            Object::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }

    pub(super) fn is_word(&self, word: &[u8]) -> bool {
        matches!(self, Object::Word(read) if read == word)
    }
}

/// Deeper nesting is no document.
const MAX_DEPTH: usize = 64;

/// More parts than any array or dictionary has. A part takes more memory than bytes of the file.
const MAX_PARTS: usize = 1 << 20;

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// Reads objects one after another.
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    /// The next byte to be read.
    pub at: usize,
}

enum Token {
    Value(Object),
    Open(bool),
    Close,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Lexer<'a> {
        Lexer { bytes, at }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The next object or word. None at the end, and where brackets go deeper than any document.
    pub(super) fn next(&mut self) -> Option<Object> {
        let mut open: Vec<(bool, Vec<Object>)> = Vec::new();
        let mut n_parts = 0;
        loop {
            let object = match self.token() {
                Some(Token::Value(object)) => object,
                Some(Token::Open(_)) if open.len() >= MAX_DEPTH => return None,
                Some(Token::Open(is_dict)) => {
                    open.push((is_dict, Vec::new()));
                    continue;
                }
                Some(Token::Close) => match open.pop() {
                    Some((is_dict, parts)) => closed(is_dict, parts),
                    None => continue,
                },
                // What the end of the file cut off is closed there.
                None => {
                    let (is_dict, parts) = open.pop()?;
                    closed(is_dict, parts)
                }
            };
            let Some((_, parts)) = open.last_mut() else { return Some(object) };
            n_parts += 1;
            if n_parts > MAX_PARTS {
                return None;
            }
            match object {
                Object::Word(word) => match word.as_slice() {
                    b"R" => reference(parts),
                    // The object was never closed. Reading on would read the rest of the file again
                    // for each that is broken.
                    b"obj" | b"endobj" | b"stream" | b"endstream" => return None,
                    _ => {}
                },
                object => parts.push(object),
            }
        }
    }

    /// The value of an object of the file, where `12 0 R` may stand outside any brackets.
    pub(super) fn value(&mut self) -> Option<Object> {
        let first = self.next()?;
        let Some(number) = first.count() else { return Some(first) };
        let after = self.at;
        let is_count = self.next().is_some_and(|second| second.count().is_some());
        if is_count && self.next().is_some_and(|third| third.is_word(b"R")) {
            return Some(u32::try_from(number).map_or(Object::Null, Object::Ref));
        }
        self.at = after;
        Some(first)
    }

    pub(super) fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b'%' => {
                    let rest = self.bytes.get(self.at..).unwrap_or_default();
                    self.at += rest.iter().position(|byte| matches!(byte, 10 | 13)).unwrap_or(rest.len());
                }
                byte if is_space(byte) => self.at += 1,
                _ => break,
            }
        }
    }

    fn token(&mut self) -> Option<Token> {
        self.skip_space();
        let byte = self.peek()?;
        let is_double = self.bytes.get(self.at + 1) == Some(&byte);
        self.at += 1;
        Some(match byte {
            b'(' => Token::Value(Object::Text(self.literal())),
            b'<' if is_double => {
                self.at += 1;
                Token::Open(true)
            }
            b'<' => Token::Value(Object::Text(self.hexadecimal())),
            b'[' | b'{' => Token::Open(false),
            b'>' if is_double => {
                self.at += 1;
                Token::Close
            }
            b']' | b'}' => Token::Close,
            b'>' | b')' => Token::Value(Object::Null),
            b'/' => Token::Value(Object::Name(self.name())),
            _ => {
                self.at -= 1;
                Token::Value(value_of(self.regular()))
            }
        })
    }

    /// A run of letters that are neither spaces nor brackets.
    fn regular(&mut self) -> &'a [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let len = rest.iter().position(|&b| is_space(b) || is_delimiter(b)).unwrap_or(rest.len());
        self.at += len;
        rest.get(..len).unwrap_or_default()
    }

    fn name(&mut self) -> Vec<u8> {
        let raw = self.regular();
        let mut name = Vec::with_capacity(raw.len());
        let mut rest = raw;
        while let Some((&byte, after)) = rest.split_first() {
            rest = after;
            let code = match (byte, after) {
                (b'#', [high, low, ..]) => hex(*high).zip(hex(*low)),
                _ => None,
            };
            if let Some((high, low)) = code {
                rest = after.get(2..).unwrap_or_default();
                name.push(high << 4 | low);
            } else {
                name.push(byte);
            }
        }
        name
    }

    fn literal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut depth = 0_usize;
        while let Some(byte) = self.bump() {
            match byte {
                b'(' => depth += 1,
                b')' if depth == 0 => break,
                b')' => depth -= 1,
                b'\\' => {
                    text.extend(self.escaped());
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        text
    }

    fn escaped(&mut self) -> Option<u8> {
        Some(match self.bump()? {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
                return None;
            }
            b'\n' => return None,
            first @ b'0'..=b'7' => {
                let mut code = u32::from(first - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    self.at += 1;
                    code = code * 8 + u32::from(digit - b'0');
                }
                code as u8
            }
            other => other,
        })
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut half = None;
        while let Some(byte) = self.bump() {
            if byte == b'>' {
                break;
            }
            match (hex(byte), half.take()) {
                (None, kept) => half = kept,
                (Some(high), None) => half = Some(high),
                (Some(low), Some(high)) => text.push(high << 4 | low),
            }
        }
        text.extend(half.map(|high: u8| high << 4));
        text
    }

    fn bump(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }
}

/// The value of a hexadecimal digit.
pub(super) fn hex(byte: u8) -> Option<u8> {
    (byte as char).to_digit(16).map(|digit| digit as u8)
}

fn closed(is_dict: bool, parts: Vec<Object>) -> Object {
    if !is_dict {
        return Object::Array(parts);
    }
    let mut dict = Dict::new();
    let mut parts = parts.into_iter();
    while let Some(key) = parts.next() {
        // What is no name is skipped until one comes, so that one slip does not shift all that follows.
        if let Object::Name(key) = key
            && let Some(value) = parts.next()
        {
            dict.insert(key, value);
        }
    }
    Object::Dict(dict)
}

fn reference(parts: &mut Vec<Object>) {
    let _ = parts.pop();
    let number = parts.pop().and_then(|number| u32::try_from(number.count()?).ok());
    parts.push(number.map_or(Object::Null, Object::Ref));
}

fn value_of(word: &[u8]) -> Object {
    match word {
        b"true" => Object::Bool(true),
        b"false" => Object::Bool(false),
        b"null" => Object::Null,
        _ => number(word).map_or_else(|| Object::Word(word.to_vec()), Object::Number),
    }
}

/// A number as other readers take it: `--5` is −5, `1.2.3` is 1.2, `5-3` is 5.
fn number(word: &[u8]) -> Option<f64> {
    let mut value = 0.0;
    let mut unit = None;
    let mut n_digits = 0;
    let signs = word.iter().take_while(|byte| matches!(byte, b'+' | b'-')).count();
    for &byte in word.get(signs..)? {
        match (byte, &mut unit) {
            (b'0'..=b'9', None) => value = value * 10.0 + f64::from(byte - b'0'),
            (b'0'..=b'9', Some(unit)) => {
                *unit /= 10.0;
                value += *unit * f64::from(byte - b'0');
            }
            (b'.', None) => {
                unit = Some(1.0);
                continue;
            }
            (b'.' | b'-', _) if n_digits > 0 => break,
            _ => return None,
        }
        n_digits += 1;
    }
    let is_number = n_digits > 0 || unit.is_some();
    is_number.then_some(if word.first() == Some(&b'-') { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(format!("{:?}", Lexer::new(text.as_bytes(), 0).value()), expected, "{text}");
    }

    #[test]
    fn values() {
        check("12 0 R", "Some(Ref(12))");
        check("12 0 obj", "Some(Number(12.0))");
        check("12 0", "Some(Number(12.0))");
        check("12", "Some(Number(12.0))");
        check("-.5", "Some(Number(-0.5))");
        check("--5", "Some(Number(-5.0))");
        check("1.25.3", "Some(Number(1.25))");
        check("(a\\(b(c)\\101\\\n)", "Some(Text([97, 40, 98, 40, 99, 41, 65]))");
        check("<4 1 5>", "Some(Text([65, 80]))");
        check("/A#42c", "Some(Name([65, 66, 99]))");
        check("[1 2 0 R true]", "Some(Array([Number(1.0), Ref(2), Bool(true)]))");
        check("<</A[1]/B 3 0 R>>", "Some(Dict({[65]: Array([Number(1.0)]), [66]: Ref(3)}))");
    }

    #[test]
    fn what_is_broken_is_read_as_far_as_it_goes() {
        check("[1 (2", "Some(Array([Number(1.0), Text([50])]))");
        check("<</A 1 2 /B 3>>", "Some(Dict({[65]: Number(1.0), [66]: Number(3.0)}))");
        check("[1 endobj", "None");
        check(&"[".repeat(100_000), "None");
        check(") 1", "Some(Null)");
    }
}
