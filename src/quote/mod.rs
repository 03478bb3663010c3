//! Words that leave the file and come back: links and quotes that find their place again.
//!
//! 1. [`Letters`]: what was said, letter by letter, without the white space that every program
//!    through which a text goes may change.
//! 2. [`Target`]: a speech or a passage, described so that it is found in a corrected text.
//! 3. [`locate()`]: where that is, and whether it still reads the same.
//! 4. [`Citation`]: the words with where they stand, as text, HTML and Markdown, and as a picture.
//! 5. [`verify()`]: whether words that somebody holds in hand stand in these minutes.
//!
//! May live here: what a quote is, how it is described, found and compared. May not: the fragment
//! of an address (`app::permalink`), what is shown of it (`app::screen`).

mod align;
mod card;
mod citation;
mod claim;
mod letters;
mod locate;
mod mark;
mod verify;

pub use align::{Change, diff};
pub use card::{CARD_SIZE, svg};
pub use citation::Citation;
pub use claim::Claim;
pub use letters::Letters;
pub use locate::{Found, Target, TextQuote, locate};
pub use mark::{Mark, edition};
pub use verify::{Check, Part, PutTogether, Verdict, verify};
