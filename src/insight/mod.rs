//! What the minutes hold though nobody printed it: which speech asks and which answers, what it is
//! about, what was promised, the figures and the dates.
//!
//! [`Insight::new`] derives it from [`Minutes`] alone. Nothing is guessed: what the words do not
//! show is `None`, and everything that is said bears the words that show it.
//!
//! May live here: what follows from the words of a speech and the order of speeches, each with its
//! evidence. May not: likelihood, and words for readers (`app`).

mod commitments;
#[rustfmt::skip] // Lists of words, many a line.
mod cues;
mod dates;
mod exchanges;
mod figures;
mod kinds;
mod points;
mod subjects;
mod terms;
mod text;

pub use commitments::{Commitment, CommitmentKind};
pub use dates::DateMention;
pub use exchanges::{Exchange, Unsettled};
pub use figures::Figure;
pub use kinds::{Evidence, Kind, SpeechKind};
pub use points::Point;
pub use subjects::{Because, Subject, Thread, is_generic};

use crate::model::{Block, Minutes, SpeechId, ids};

ids! {
    /// A subject, counted in order of first appearance from 0.
    SubjectId
    /// An exchange, counted in printed order from 0.
    ExchangeId
}

/// Everything that is derived from one set of minutes.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Insight {
    /// What each speech does; `SpeechId` is the index.
    pub kinds: Vec<Option<SpeechKind>>,
    /// What is spoken about; `SubjectId` is the index.
    pub subjects: Vec<Subject>,
    /// The subjects that each speech belongs to; `SpeechId` is the index.
    pub threads: Vec<Vec<Thread>>,
    /// Questions with their answers; `ExchangeId` is the index.
    pub exchanges: Vec<Exchange>,
    /// The exchange that each speech is part of; `SpeechId` is the index.
    pub exchange_of: Vec<Option<ExchangeId>>,
    /// The points of each speech; `SpeechId` is the index. Empty where a speech has one only.
    pub points: Vec<Vec<Point>>,
    /// What was promised, in printed order.
    pub commitments: Vec<Commitment>,
    /// Numbers with their units, in printed order.
    pub figures: Vec<Figure>,
    /// Dates, months and years, in printed order.
    pub dates: Vec<DateMention>,
}

impl Insight {
    /// Derives everything, each from what was derived before it:
    ///
    /// 1. speeches are cut into sentences;
    /// 2. their words show what most of them do;
    /// 3. their order shows which answer belongs to which question, and so what the rest does;
    /// 4. subjects, and which speeches follow them;
    /// 5. points, and which of them the answers take up;
    /// 6. promises;
    /// 7. dates and figures, also of what nobody said.
    pub fn new(minutes: &Minutes) -> Insight {
        let speeches = text::speeches(minutes);
        let mut insight = Insight::of_speeches(minutes, &speeches);
        insight.points = points::of_speeches(&speeches, &insight.kinds);
        exchanges::mark_unsettled(&mut insight.exchanges, minutes, &speeches, &insight.points);
        insight.commitments = commitments::of_speeches(minutes, &speeches, &insight.kinds);
        insight.read_blocks(minutes, &speeches);
        insight
    }

    /// Derives subjects and threads and what they follow from, and leaves the rest empty; no exchange is said to
    /// be unsettled.
    pub fn of_subjects(minutes: &Minutes) -> Insight {
        Insight::of_speeches(minutes, &text::speeches(minutes))
    }

    fn of_speeches(minutes: &Minutes, speeches: &text::Speeches) -> Insight {
        let mut kinds = kinds::by_words(minutes, speeches);
        let exchanges = exchanges::pair(minutes, speeches, &mut kinds);
        let exchange_of = exchanges::by_speech(&exchanges, speeches.len());
        let (subjects, threads) = subjects::of_speeches(&subjects::Told {
            minutes,
            speeches,
            kinds: &kinds,
            exchanges: &exchanges,
            exchange_of: &exchange_of,
        });
        Insight { kinds, subjects, threads, exchanges, exchange_of, ..Insight::default() }
    }

    fn read_blocks(&mut self, minutes: &Minutes, speeches: &text::Speeches) {
        for (at, block) in minutes.body.iter().enumerate() {
            let source = &minutes.source;
            match *block {
                Block::Topic(_) => {}
                Block::Speech(id) => {
                    let paragraphs = speeches.get(id.idx()).map(Vec::as_slice).unwrap_or_default();
                    self.read(Some(id), at, paragraphs);
                }
                Block::Narrative(id) => {
                    let prose = minutes.narratives.get(id.idx()).map(|narrative| &narrative.prose);
                    let paragraph = prose.map(|prose| text::Paragraph::new(source, prose));
                    self.read(None, at, paragraph.as_slice());
                }
                Block::Plain(id) => {
                    let range = minutes.plains.get(id.idx()).map(|plain| plain.range).unwrap_or_default();
                    self.read(None, at, &text::lines(source, range));
                }
            }
        }
    }

    fn read(&mut self, speech: Option<SpeechId>, block: usize, paragraphs: &[text::Paragraph]) {
        for paragraph in paragraphs {
            let dates = dates::find(paragraph.text());
            let figures = figures::find(paragraph.text(), &dates);
            self.dates.extend(dates.iter().map(|date| DateMention::new(speech, block, paragraph, date)));
            self.figures.extend(figures.iter().map(|figure| Figure::new(speech, block, paragraph, figure)));
        }
    }
}
