//! The engine beside the page: fed with every meeting, asked for every word.
//!
//! May live here: when it is started, fed and asked. May not: how (`browser`), what is asked and what becomes of
//! the answer (`app`).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::ShelfDispatch;
use super::hooks::Blocks;
use crate::app::shelf::{
    Answer, Breakage, Finder, PRIME, Place, SharedShelf, ShelfAction, ShelfState, block_id,
};
use crate::browser::{self, Engine, Told};
use crate::shelf::EntryId;

/// How long the page has to itself before the next meetings are handed to the engine.
const REST_MS: u32 = 4;

/// How long it hands them over at once: what is packed is only passed on.
const SLICE_MS: f64 = 6.0;

/// The engine and what is to be known of it.
#[derive(Default)]
struct Beside {
    engine: RefCell<Option<Engine>>,
    /// The meetings that were fed, in this order; the place is the number.
    fed: RefCell<Vec<EntryId>>,
    /// How many of them have been read.
    n_ready: Cell<usize>,
    /// How many of these could not be.
    n_broken: Cell<usize>,
    /// Whether all have been fed.
    is_fed: Cell<bool>,
    /// The last question: its number, its turn, how many meetings could be searched then.
    asked: Cell<(u32, u32, usize)>,
    /// The state as it is.
    state: RefCell<Rc<ShelfState>>,
}

/// Starts the engine where the page carries one, as soon as what the reader wants to see is there.
#[hook]
pub fn use_engine(state: &Rc<ShelfState>, blocks: &Blocks, dispatch: &ShelfDispatch) {
    let beside = use_memo((), |_| Rc::new(Beside::default()));
    beside.state.replace(Rc::clone(state));
    let is_shown = match state.place {
        Place::Start => true,
        Place::Meeting { entry, .. } => state.in_hand_of(entry).is_some(),
    };
    let may_start = is_shown && *blocks == Blocks::OfPage;
    let was_started = use_memo((), |_| Cell::new(false));
    use_effect_with(may_start, {
        let (beside, dispatch) = (Rc::clone(&beside), dispatch.clone());
        move |may_start| {
            if *may_start && !was_started.replace(true) {
                Timeout::new(REST_MS, move || start(&beside, dispatch)).forget();
            }
        }
    });
    let beside = Rc::clone(&beside);
    use_effect_with((state.turn, state.finder), move |_| beside.ask());
}

fn start(beside: &Rc<Beside>, dispatch: ShelfDispatch) {
    let hear = {
        let (beside, dispatch) = (Rc::clone(beside), dispatch.clone());
        move |told: Told| beside.hear(told, &dispatch)
    };
    let Some(engine) = Engine::start(PRIME, hear) else { return };
    beside.engine.replace(Some(engine));
    dispatch.send(ShelfAction::FindBy(Finder::Engine));
    let shelf = beside.state.borrow().shelf.clone();
    // The newest is what readers want first, and has arrived first.
    let newest = shelf.newest();
    let rest = shelf.ids().rev().filter(|id| Some(*id) != newest);
    let waiting = newest.into_iter().chain(rest).collect();
    feed(Rc::clone(beside), shelf, waiting, dispatch);
}

/// Feeds what has arrived, and comes back for the rest.
fn feed(beside: Rc<Beside>, shelf: SharedShelf, waiting: Vec<EntryId>, dispatch: ShelfDispatch) {
    let end = browser::now_ms() + SLICE_MS;
    let mut left = Vec::new();
    for id in waiting {
        if browser::now_ms() >= end {
            left.push(id);
            continue;
        }
        let block = shelf.entry(id).map(|entry| block_id(entry.key)).unwrap_or_default();
        match browser::has_arrived(&block) {
            Some(true) => {
                let number = beside.fed.borrow().len() as u32;
                let done = beside.engine.borrow().as_ref().is_some_and(|it| it.feed_block(number, &block));
                if done {
                    beside.fed.borrow_mut().push(id);
                }
            }
            Some(false) => left.push(id),
            None => dispatch.send(ShelfAction::Finish(id, Err(Breakage::Damaged))),
        }
    }
    if left.is_empty() {
        if let Some(engine) = &*beside.engine.borrow() {
            engine.finish();
        }
        beside.is_fed.set(true);
        beside.catch_up();
        return;
    }
    Timeout::new(REST_MS, move || feed(beside, shelf, left, dispatch)).forget();
}

impl Beside {
    /// Asks for what is looked for now.
    fn ask(&self) {
        let state = Rc::clone(&self.state.borrow());
        if let Some(engine) = self.engine.borrow().as_ref().filter(|_| state.is_searching()) {
            let (id, ..) = self.asked.get();
            let id = id.wrapping_add(1);
            self.asked.set((id, state.turn, self.n_ready.get()));
            engine.ask(&state.question(id));
        }
    }

    /// Asks again where more meetings can be searched than when it was asked: where they are all there, or twice
    /// as many. To ask for each few more would search the first of them again and again.
    fn catch_up(&self) {
        let (_, turn, n_then) = self.asked.get();
        let n_ready = self.n_ready.get();
        let are_all = self.is_fed.get() && n_ready >= self.fed.borrow().len();
        let are_enough = n_ready > n_then && (are_all || n_ready / 2 >= n_then);
        if are_enough && self.state.borrow().turn == turn {
            self.ask();
        }
    }

    fn hear(&self, told: Told, dispatch: &ShelfDispatch) {
        match told {
            Told::Progress(progress) => {
                self.n_ready.set(progress.n_meetings as usize + self.n_broken.get());
                self.catch_up();
            }
            Told::Answer(answer) => self.answer(&answer, dispatch),
            Told::Broken(number) => {
                self.n_broken.set(self.n_broken.get() + 1);
                self.n_ready.set(self.n_ready.get() + 1);
                if let Some(&id) = self.fed.borrow().get(number as usize) {
                    dispatch.send(ShelfAction::Finish(id, Err(Breakage::Damaged)));
                }
                self.catch_up();
            }
            Told::Failed(_) => {
                self.engine.replace(None);
                dispatch.send(ShelfAction::FindBy(Finder::Page));
            }
        }
    }

    fn answer(&self, answer: &Answer, dispatch: &ShelfDispatch) {
        let (id, turn, n_then) = self.asked.get();
        if answer.id != id {
            return;
        }
        let fed = self.fed.borrow();
        let entry = |number: u32| fed.get(number as usize).copied();
        let counts = answer.meetings.iter().filter_map(|&(of, n)| Some((entry(of)?, n as usize)));
        let counts: Vec<(EntryId, usize)> = counts.collect();
        // What was fed after the question was asked may have been searched or not.
        let last = answer.meetings.last().map_or(0, |(number, _)| *number as usize + 1);
        let among = fed.get(..n_then.max(last).min(fed.len())).unwrap_or_default().to_vec();
        drop(fed);
        dispatch.send(ShelfAction::Counted(turn, among, counts));
    }
}
