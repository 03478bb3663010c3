//! What a page shows: its letters with their places, and its straight lines (ISO 32000-1, 8 and 9).
//!
//! May live here: the operators that set or move text. May not: what is a line or a space (`layout`).
//!
//! Forms within forms are kept on a list and not on the stack.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::cmap;
use super::file::File;
use super::font::Font;
use super::object::{Dict, Lexer, Object, is_space};
use super::shape::{Glyph, Matrix, Page, Rule};
use super::{Decode, PdfError};

/// Forms within forms; no document goes deeper.
const MAX_FORMS: usize = 24;

/// States that are kept for later; no document keeps more.
const MAX_KEPT: usize = 512;

/// More letters than any page has.
const MAX_GLYPHS: usize = 400_000;

/// More lines than any table has; the rest of a drawing is left out.
const MAX_RULES: usize = 20_000;

/// The fonts of a file, read when they are first used, by the number of their object.
pub(super) type Fonts = BTreeMap<u32, Rc<RefCell<Font>>>;

#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Rc<RefCell<Font>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    scale: f64,
    leading: f64,
    rise: f64,
}

/// A content that is being read: the page's, or that of a form in it.
struct Frame {
    bytes: Rc<Vec<u8>>,
    at: usize,
    resources: Rc<Resources>,
    n_kept: usize,
}

#[derive(Default)]
struct Resources {
    fonts: Dict,
    forms: Dict,
    properties: Dict,
    /// Fonts that stand in the resources themselves.
    own: RefCell<BTreeMap<Vec<u8>, Rc<RefCell<Font>>>>,
}

impl Resources {
    fn of(file: &File, dict: &Dict) -> Resources {
        let get = |name| file.get_dict(dict, name);
        Resources {
            fonts: get("Font"),
            forms: get("XObject"),
            properties: get("Properties"),
            own: RefCell::default(),
        }
    }
}

/// What stands for the glyphs of a marked part, where the file says so.
struct Actual {
    text: Option<Rc<str>>,
    depth: usize,
}

struct Reader<'a, 'b> {
    file: &'a File<'b>,
    fonts: &'a mut Fonts,
    decode: Decode<'a>,
    page: Page,
    state: State,
    kept: Vec<State>,
    text: Matrix,
    line: Matrix,
    frames: Vec<Frame>,
    /// Marked parts that are open.
    n_marked: usize,
    actual: Option<Actual>,
    /// What was drawn and is not painted yet, as corners on the page.
    path: Vec<Vec<(f64, f64)>>,
    n_corners: usize,
}

/// Reads what a page shows. `turned` is the matrix that turns the page upright.
///
/// # Errors
///
/// When it holds more than a document may.
pub(super) fn read(
    file: &File,
    contents: Vec<u8>,
    resources: &Dict,
    turned: Matrix,
    fonts: &mut Fonts,
    decode: Decode,
) -> Result<Page, PdfError> {
    let state = State {
        matrix: turned,
        font: Rc::new(RefCell::new(Font::missing())),
        size: 0.0,
        letter_space: 0.0,
        word_space: 0.0,
        scale: 1.0,
        leading: 0.0,
        rise: 0.0,
    };
    let resources = Rc::new(Resources::of(file, resources));
    let mut reader = Reader {
        file,
        fonts,
        decode,
        page: Page::default(),
        state,
        kept: Vec::new(),
        text: Matrix::ONE,
        line: Matrix::ONE,
        frames: vec![Frame { bytes: Rc::new(contents), at: 0, resources, n_kept: 0 }],
        n_marked: 0,
        actual: None,
        path: Vec::new(),
        n_corners: 0,
    };
    reader.run()?;
    Ok(reader.page)
}

impl Reader<'_, '_> {
    fn run(&mut self) -> Result<(), PdfError> {
        let mut operands: Vec<Object> = Vec::new();
        while let Some(frame) = self.frames.last_mut() {
            let bytes = Rc::clone(&frame.bytes);
            let mut lexer = Lexer::new(&bytes, frame.at);
            let object = lexer.next();
            // A long text or list is one object, but as much work as its letters.
            self.file.budget.take_steps(1 + ((lexer.at - frame.at) / 64) as u64)?;
            frame.at = lexer.at;
            match object {
                None => {
                    if let Some(frame) = self.frames.pop() {
                        self.restore(frame.n_kept);
                    }
                    operands.clear();
                }
                Some(Object::Word(word)) => {
                    if word == b"BI" {
                        frame.at = after_picture(&bytes, frame.at);
                    } else {
                        self.operate(&word, &operands)?;
                    }
                    operands.clear();
                }
                Some(object) => {
                    if operands.len() >= 64 {
                        operands.clear();
                    }
                    operands.push(object);
                }
            }
        }
        Ok(())
    }

    fn restore(&mut self, n_kept: usize) {
        if self.kept.len() > n_kept {
            self.kept.truncate(n_kept + 1);
            if let Some(state) = self.kept.pop() {
                self.state = state;
            }
        }
    }

    fn operate(&mut self, word: &[u8], operands: &[Object]) -> Result<(), PdfError> {
        // No operator that is read here has more than six numbers.
        let mut numbers = [0.0; 6];
        for (to, operand) in numbers.iter_mut().zip(operands) {
            *to = operand.number().unwrap_or(0.0);
        }
        let [n0, n1, n2, n3, n4, n5] = numbers;
        let matrix = Matrix(numbers);
        match word {
            b"q" if self.kept.len() < MAX_KEPT => self.kept.push(self.state.clone()),
            b"Q" => {
                let n_kept = self.kept.len();
                if n_kept > self.frames.last().map_or(0, |frame| frame.n_kept) {
                    self.restore(n_kept - 1);
                }
            }
            b"cm" => self.state.matrix = matrix.then(&self.state.matrix),
            b"BT" => {
                self.text = Matrix::ONE;
                self.line = Matrix::ONE;
            }
            b"Tc" => self.state.letter_space = n0,
            b"Tw" => self.state.word_space = n0,
            b"Tz" => self.state.scale = n0 / 100.0,
            b"TL" => self.state.leading = n0,
            b"Ts" => self.state.rise = n0,
            b"Tf" => {
                self.state.size = n1;
                let name = operands.first().and_then(Object::name).unwrap_or_default();
                self.state.font = self.font(name)?;
            }
            b"Td" => self.move_line(n0, n1),
            b"TD" => {
                self.state.leading = -n1;
                self.move_line(n0, n1);
            }
            b"Tm" => {
                self.line = matrix;
                self.text = self.line;
            }
            b"T*" => self.move_line(0.0, -self.state.leading),
            b"Tj" => self.show(operands.first())?,
            b"'" => {
                self.move_line(0.0, -self.state.leading);
                self.show(operands.first())?;
            }
            b"\"" => {
                self.state.word_space = n0;
                self.state.letter_space = n1;
                self.move_line(0.0, -self.state.leading);
                self.show(operands.get(2))?;
            }
            b"TJ" => {
                for item in operands.first().and_then(Object::array).unwrap_or_default() {
                    match item {
                        Object::Number(back) => self.advance(-back / 1000.0 * self.state.size),
                        item => self.show(Some(item))?,
                    }
                }
            }
            b"Do" => self.form(operands)?,
            b"BMC" => self.n_marked += 1,
            b"BDC" => self.mark(operands)?,
            b"EMC" => {
                if self.actual.as_ref().is_some_and(|actual| actual.depth == self.n_marked) {
                    self.actual = None;
                }
                self.n_marked = self.n_marked.saturating_sub(1);
            }
            b"m" => self.corner(n0, n1, true),
            b"l" => self.corner(n0, n1, false),
            b"c" => self.corner(n4, n5, true),
            b"v" | b"y" => self.corner(n2, n3, true),
            b"h" => {
                if let Some(outline) = self.path.last_mut() {
                    outline.extend(outline.first().copied());
                }
            }
            b"re" => {
                let (x, y, width, height) = (n0, n1, n2, n3);
                self.corner(x, y, true);
                for (x, y) in [(x + width, y), (x + width, y + height), (x, y + height), (x, y)] {
                    self.corner(x, y, false);
                }
            }
            b"S" | b"s" | b"B" | b"B*" | b"b" | b"b*" => self.paint(Rule::drawn),
            b"f" | b"F" | b"f*" => self.paint(Rule::filled),
            b"n" => self.paint(|_| Vec::new()),
            _ => {}
        }
        Ok(())
    }

    fn font(&mut self, name: &[u8]) -> Result<Rc<RefCell<Font>>, PdfError> {
        let Some(frame) = self.frames.last() else { return Ok(Rc::clone(&self.state.font)) };
        let resources = Rc::clone(&frame.resources);
        let object = resources.fonts.get(name).unwrap_or(&Object::Null);
        let known = match object {
            Object::Ref(number) => self.fonts.get(number).cloned(),
            _ => resources.own.borrow().get(name).cloned(),
        };
        if let Some(known) = known {
            return Ok(known);
        }
        let font = match self.file.resolve(object) {
            Object::Dict(dict) => Font::load(self.file, &dict)?,
            _ => Font::missing(),
        };
        let font = Rc::new(RefCell::new(font));
        match object {
            Object::Ref(number) => drop(self.fonts.insert(*number, Rc::clone(&font))),
            _ => drop(resources.own.borrow_mut().insert(name.to_vec(), Rc::clone(&font))),
        }
        Ok(font)
    }

    fn move_line(&mut self, x: f64, y: f64) {
        self.line = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(&self.line);
        self.text = self.line;
    }

    /// Moves on along the line, in units of the text.
    fn advance(&mut self, by: f64) {
        let is_vertical = self.state.font.borrow().is_vertical;
        let (x, y) = if is_vertical { (0.0, by) } else { (by * self.state.scale, 0.0) };
        self.text = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(&self.text);
    }

    fn show(&mut self, text: Option<&Object>) -> Result<(), PdfError> {
        let Some(text) = text.and_then(Object::text) else { return Ok(()) };
        let font = Rc::clone(&self.state.font);
        let mut rest = text;
        loop {
            let next = font.borrow_mut().next(rest, self.decode);
            let Some((letter, len)) = next else { break };
            self.file.budget.take_steps(1)?;
            rest = rest.get(len..).unwrap_or_default();
            let is_vertical = font.borrow().is_vertical;
            let (size, scale) = (self.state.size, self.state.scale);
            let place = Matrix([size * scale, 0.0, 0.0, size, 0.0, self.state.rise]);
            let place = place.then(&self.text).then(&self.state.matrix);
            let (dx, dy) = if is_vertical { (0.0, -letter.width) } else { (letter.width, 0.0) };
            let text = match &mut self.actual {
                Some(actual) => actual.text.take().unwrap_or_default(),
                None if letter.text.is_empty() && letter.width != 0.0 => {
                    self.page.n_unknown += 1;
                    "\u{FFFD}".into()
                }
                None => {
                    self.page.n_radicals += usize::from(letter.is_radical);
                    letter.text
                }
            };
            if self.page.glyphs.len() >= MAX_GLYPHS {
                return Err(PdfError::TooLarge);
            }
            self.file.budget.take_bytes(text.len())?;
            self.page.glyphs.push(Glyph::new(text, &place, (dx, dy), is_vertical));
            let blank = if letter.is_blank { self.state.word_space } else { 0.0 };
            let space = self.state.letter_space + blank;
            self.advance(if is_vertical {
                -letter.width * size + space
            } else {
                letter.width * size + space
            });
        }
        Ok(())
    }

    fn form(&mut self, operands: &[Object]) -> Result<(), PdfError> {
        let Some(frame) = self.frames.last() else { return Ok(()) };
        let resources = Rc::clone(&frame.resources);
        let object = operands.first().and_then(Object::name).and_then(|name| resources.forms.get(name));
        let Some(object) = object.filter(|_| self.frames.len() < MAX_FORMS) else { return Ok(()) };
        let Object::Stream(stream) = self.file.resolve(object) else { return Ok(()) };
        if self.file.get(&stream.dict, "Subtype").name() != Some(b"Form") {
            return Ok(());
        }
        let bytes = Rc::new(self.file.unpack(&stream)?);
        let resources = match self.file.get(&stream.dict, "Resources") {
            Object::Dict(dict) => Rc::new(Resources::of(self.file, &dict)),
            _ => resources,
        };
        let n_kept = self.kept.len();
        self.kept.push(self.state.clone());
        if let Object::Array(numbers) = self.file.get(&stream.dict, "Matrix") {
            self.state.matrix = Matrix::of(&numbers).then(&self.state.matrix);
        }
        self.frames.push(Frame { bytes, at: 0, resources, n_kept });
        Ok(())
    }

    fn mark(&mut self, operands: &[Object]) -> Result<(), PdfError> {
        self.n_marked += 1;
        let resolved;
        let properties = match operands.get(1) {
            Some(Object::Dict(dict)) => dict,
            Some(Object::Name(name)) => {
                let Some(frame) = self.frames.last() else { return Ok(()) };
                resolved = frame.resources.properties.get(name).map(|object| self.file.resolve(object));
                let Some(dict) = resolved.as_ref().and_then(Object::dict) else { return Ok(()) };
                dict
            }
            _ => return Ok(()),
        };
        if let Some(Object::Text(text)) = properties.get(b"ActualText".as_slice())
            && self.actual.is_none()
        {
            let text = match text.strip_prefix(b"\xFE\xFF") {
                Some(utf16) => cmap::utf16(utf16),
                None => text.iter().map(|&byte| byte as char).collect(),
            };
            self.actual = Some(Actual { text: Some(text.into()), depth: self.n_marked });
        }
        Ok(())
    }

    fn corner(&mut self, x: f64, y: f64, is_first: bool) {
        self.n_corners += 1;
        if self.n_corners > MAX_RULES {
            return;
        }
        let corner = self.state.matrix.place(x, y);
        match self.path.last_mut().filter(|_| !is_first) {
            Some(outline) => outline.push(corner),
            None => self.path.push(vec![corner]),
        }
    }

    fn paint(&mut self, rules_of: fn(&[(f64, f64)]) -> Vec<Rule>) {
        self.n_corners = 0;
        for outline in self.path.drain(..) {
            if self.page.rules.len() < MAX_RULES {
                self.page.rules.extend(rules_of(&outline));
            }
        }
    }
}

/// Where a picture in the content ends: after an `EI` that stands alone.
fn after_picture(bytes: &[u8], at: usize) -> usize {
    let mut lexer = Lexer::new(bytes, at);
    while let Some(object) = lexer.next() {
        if object.is_word(b"ID") {
            break;
        }
    }
    let rest = bytes.get(lexer.at..).unwrap_or_default();
    let is_end = |window: &[u8]| match window {
        [before, b'E', b'I', after] => is_space(*before) && is_space(*after),
        _ => false,
    };
    rest.windows(4).position(is_end).map_or(bytes.len(), |place| lexer.at + place + 3)
}
