//! A PDF as a store of objects (ISO 32000-1, 7.5).
//!
//! May live here: finding an object by its number, following references, unpacking streams. May not: how
//! the list of objects is read (`xref`), what an object means.
//!
//! Nothing here calls itself: an object that holds others is never looked up in another one.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::crypt::Lock;
use super::object::{Dict, Lexer, Object, Stream, is_space};
use super::{Budget, PdfError, filter, xref};

/// Where an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// At a place of the file, as used for the nth time.
    At(usize, u16),
    /// In another object.
    In(u32),
}

/// The objects of a file.
pub(super) struct File<'a> {
    bytes: &'a [u8],
    pub entries: BTreeMap<u32, Entry>,
    pub trailer: Dict,
    pub budget: Budget,
    lock: Option<Lock>,
    /// The objects that hold others, once they are unpacked.
    holders: RefCell<BTreeMap<u32, Option<Rc<Holder>>>>,
    /// How many bytes may still be read as objects.
    unread: Cell<usize>,
}

/// An object that holds others.
struct Holder {
    bytes: Vec<u8>,
    places: BTreeMap<u32, usize>,
}

/// References that lead to references; no document has more than one.
const MAX_HOPS: usize = 8;

impl<'a> File<'a> {
    /// # Errors
    ///
    /// When no page can be found in it, or it asks for a password.
    pub(super) fn open(bytes: &'a [u8]) -> Result<File<'a>, PdfError> {
        let mut file = File {
            bytes,
            entries: BTreeMap::new(),
            trailer: Dict::new(),
            budget: Budget::of(bytes),
            lock: None,
            holders: RefCell::default(),
            // Only a trap has the same bytes read over and over.
            unread: Cell::new(bytes.len().saturating_mul(16).saturating_add(24 << 20)),
        };
        xref::follow(&mut file);
        let is_scanned = !file.is_sound();
        if is_scanned {
            xref::scan(&mut file)?;
        }
        file.lock = Lock::of(&file)?;
        if is_scanned {
            xref::unfold(&mut file)?;
        }
        if file.pages().is_none() && !is_scanned {
            xref::scan(&mut file)?;
            file.lock = Lock::of(&file)?;
            xref::unfold(&mut file)?;
        }
        if file.pages().is_none() {
            return Err(if file.budget.is_spent.get() { PdfError::TooLarge } else { PdfError::Broken });
        }
        Ok(file)
    }

    pub(super) fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The root of the pages.
    pub(super) fn pages(&self) -> Option<Object> {
        let root = self.resolve(self.trailer.get(b"Root".as_slice())?);
        let pages = root.dict()?.get(b"Pages".as_slice())?;
        self.resolve(pages).dict()?;
        Some(pages.clone())
    }

    /// Whether every object stands where the list says.
    fn is_sound(&self) -> bool {
        let stands = |(number, entry): (&u32, &Entry)| match entry {
            Entry::At(at, _) => xref::heading(self.bytes, *at).is_some_and(|(read, _, _)| read == *number),
            Entry::In(_) => true,
        };
        !self.entries.is_empty()
            && self.trailer.contains_key(b"Root".as_slice())
            && self.entries.iter().all(stands)
    }

    /// What an object is or refers to.
    pub(super) fn resolve(&self, object: &Object) -> Object {
        let mut object = object.clone();
        for _ in 0..MAX_HOPS {
            let Object::Ref(number) = object else { return object };
            object = self.load(number);
        }
        Object::Null
    }

    /// What a dictionary holds under a name.
    pub(super) fn get(&self, dict: &Dict, name: &str) -> Object {
        dict.get(name.as_bytes()).map_or(Object::Null, |object| self.resolve(object))
    }

    /// The dictionary that a dictionary holds under a name; empty where there is none.
    pub(super) fn get_dict(&self, dict: &Dict, name: &str) -> Dict {
        match self.get(dict, name) {
            Object::Dict(dict) => dict,
            Object::Stream(stream) => stream.dict,
            _ => Dict::new(),
        }
    }

    fn load(&self, number: u32) -> Object {
        match self.entries.get(&number) {
            Some(Entry::At(at, _)) => self.load_at(*at, true).unwrap_or(Object::Null),
            Some(Entry::In(holder)) => self.load_in(*holder, number).unwrap_or(Object::Null),
            None => Object::Null,
        }
    }

    /// As `resolve`, but only for what stands in the file itself and is no stream.
    fn resolve_plain(&self, object: &Object) -> Object {
        match object {
            Object::Ref(number) => match self.entries.get(number) {
                Some(Entry::At(at, _)) => self.load_at(*at, false).unwrap_or(Object::Null),
                _ => Object::Null,
            },
            object => object.clone(),
        }
    }

    /// The object at a place of the file. Without `streams`, of a stream only its dictionary.
    pub(super) fn load_at(&self, at: usize, streams: bool) -> Option<Object> {
        if self.budget.is_spent.get() {
            return None;
        }
        let (number, generation, start) = xref::heading(self.bytes, at)?;
        let mut lexer = Lexer::new(self.bytes, start);
        let value = lexer.value();
        self.take_read(lexer.at - start)?;
        let dict = match value? {
            Object::Dict(dict) => dict,
            other => return Some(other),
        };
        lexer.skip_space();
        let rest = self.bytes.get(lexer.at..).unwrap_or_default();
        let Some(after) = rest.strip_prefix(b"stream") else { return Some(Object::Dict(dict)) };
        if !streams {
            return Some(Object::Dict(dict));
        }
        let after = match after {
            [b'\r', b'\n', rest @ ..] => rest,
            [b'\n' | b'\r', rest @ ..] => rest,
            rest => rest,
        };
        let start = self.bytes.len() - after.len();
        let told = dict.get(b"Length".as_slice()).and_then(|length| self.resolve_plain(length).count());
        let len = match told.filter(|&len| ends_stream(after, len)) {
            Some(len) => len,
            None => {
                let len = find(after, b"endstream").or_else(|| find(after, b"endobj")).unwrap_or(after.len());
                self.take_read(len)?;
                len
            }
        };
        Some(Object::Stream(Box::new(Stream { dict, start, len, id: (number, generation) })))
    }

    /// The value at a place of the file, without a heading.
    pub(super) fn value_at(&self, at: usize) -> Option<Object> {
        if self.budget.is_spent.get() {
            return None;
        }
        let mut lexer = Lexer::new(self.bytes, at);
        let value = lexer.value();
        self.take_read(lexer.at.saturating_sub(at))?;
        value
    }

    fn load_in(&self, holder: u32, number: u32) -> Option<Object> {
        if self.budget.is_spent.get() {
            return None;
        }
        let known = self.holders.borrow().get(&holder).cloned();
        let found = known.unwrap_or_else(|| {
            let found = self.unpack_holder(holder).map(Rc::new);
            self.holders.borrow_mut().insert(holder, found.clone());
            found
        })?;
        let start = *found.places.get(&number)?;
        let mut lexer = Lexer::new(&found.bytes, start);
        let value = lexer.value();
        self.budget.take_steps((lexer.at.saturating_sub(start) / 8) as u64).ok()?;
        value
    }

    fn unpack_holder(&self, number: u32) -> Option<Holder> {
        let Some(Entry::At(at, _)) = self.entries.get(&number) else { return None };
        let Object::Stream(stream) = self.load_at(*at, true)? else { return None };
        let bytes = self.unpack_with(&stream, &|object| self.resolve_plain(object)).ok()?;
        let count = |name: &str| self.resolve_plain(stream.dict.get(name.as_bytes())?).count();
        let (n, first) = (count("N")?, count("First")?);
        let mut lexer = Lexer::new(&bytes, 0);
        let mut places = BTreeMap::new();
        for _ in 0..n {
            let (Some(number), Some(offset)) = (
                lexer.next().and_then(|number| number.count()),
                lexer.next().and_then(|place| place.count()),
            ) else {
                break;
            };
            if let Ok(number) = u32::try_from(number) {
                places.insert(number, first.saturating_add(offset));
            }
        }
        Some(Holder { bytes, places })
    }

    /// The numbers of the objects that an object holds.
    pub(super) fn held(&self, holder: u32) -> Vec<u32> {
        let _ = self.load_in(holder, u32::MAX);
        let holders = self.holders.borrow();
        let found = holders.get(&holder).and_then(Option::as_ref);
        found.map(|found| found.places.keys().copied().collect()).unwrap_or_default()
    }

    /// The bytes of a stream, unpacked.
    ///
    /// # Errors
    ///
    /// When there are more than a document may have.
    pub(super) fn unpack(&self, stream: &Stream) -> Result<Vec<u8>, PdfError> {
        self.unpack_with(stream, &|object| self.resolve(object))
    }

    /// As `unpack`, without looking into other objects: for streams that hold objects.
    pub(super) fn unpack_plain(&self, stream: &Stream) -> Result<Vec<u8>, PdfError> {
        self.unpack_with(stream, &|object| self.resolve_plain(object))
    }

    fn unpack_with(&self, stream: &Stream, resolve: &dyn Fn(&Object) -> Object) -> Result<Vec<u8>, PdfError> {
        let raw = self.bytes.get(stream.start..).unwrap_or_default();
        let raw = raw.get(..stream.len).unwrap_or(raw);
        let get = |long: &str, short: &str| {
            let found = stream.dict.get(long.as_bytes()).or_else(|| stream.dict.get(short.as_bytes()));
            found.map_or(Object::Null, resolve)
        };
        let many = |object: Object| match object {
            Object::Array(items) => items,
            Object::Null => Vec::new(),
            single => vec![single],
        };
        let parameters = many(get("DecodeParms", "DP"));
        let names = many(get("Filter", "F"));
        let mut parts = Vec::new();
        // Nobody packs the same bytes more often.
        for (at, name) in names.iter().enumerate().take(8) {
            let Object::Name(name) = resolve(name) else { continue };
            let parameters = match parameters.get(at).map(resolve) {
                Some(Object::Dict(dict)) => dict,
                _ => Dict::new(),
            };
            parts.push((name, parameters));
        }
        let is_list = stream.dict.get(b"Type".as_slice()).and_then(Object::name) == Some(b"XRef");
        match self.lock.as_ref().filter(|_| !is_list) {
            Some(lock) => filter::unpack(&lock.open(raw, stream.id), &parts, &self.budget),
            None => filter::unpack(raw, &parts, &self.budget),
        }
    }

    /// None when so much was read that the file must be a trap.
    fn take_read(&self, n_bytes: usize) -> Option<()> {
        match self.unread.get().checked_sub(n_bytes) {
            Some(left) => self.unread.set(left),
            None => {
                self.budget.spent();
                return None;
            }
        }
        Some(())
    }
}

/// Whether a stream ends after so many bytes.
fn ends_stream(bytes: &[u8], len: usize) -> bool {
    let Some(rest) = bytes.get(len..) else { return false };
    let n_spaces = rest.iter().take(3).take_while(|&&byte| is_space(byte)).count();
    rest.get(n_spaces..).is_some_and(|rest| rest.starts_with(b"endstream"))
}

/// Where bytes are first found in others.
pub(super) fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
