//! Work on all cores, its results in the order of what was worked on.
//!
//! May live here: how many are worked on at a time. May not: the work itself.

use std::collections::VecDeque;
use std::sync::mpsc;

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::Error;

/// The threads that work.
pub(super) struct Pool {
    /// None where one job is to be done after the other.
    threads: Option<ThreadPool>,
}

impl Pool {
    /// As many threads as jobs were asked for; one a core where no number was.
    ///
    /// # Errors
    ///
    /// When the system gives no threads.
    pub fn new(n_jobs: Option<usize>) -> Result<Pool, Error> {
        if n_jobs == Some(1) {
            return Ok(Pool { threads: None });
        }
        let threads = ThreadPoolBuilder::new().num_threads(n_jobs.unwrap_or_default()).build();
        let threads = threads.map_err(|error| Error::Threads { error: error.to_string() })?;
        Ok(Pool { threads: Some(threads) })
    }

    /// Does `work` on each input and hands what comes of it to `take`, in the order of the inputs, on the
    /// thread that asks. Inputs are taken from their source one after the other, and no further than this: what is
    /// begun and not yet taken over weighs, together, twice what the heaviest input so far did, however many
    /// threads there are. So the memory is bounded by that of the two largest texts.
    ///
    /// With one job each input is done with before the next is looked for.
    ///
    /// # Errors
    ///
    /// The first one of `take`; what was begun is brought to its end and dropped.
    pub fn in_order<T: Send, R: Send, E>(
        &self,
        mut inputs: impl Iterator<Item = T>,
        weight: impl Fn(&T) -> u64,
        work: impl Fn(T) -> R + Sync,
        mut take: impl FnMut(R) -> Result<(), E>,
    ) -> Result<(), E> {
        let Some(threads) = &self.threads else {
            return inputs.try_for_each(|input| take(work(input)));
        };
        let n_threads = threads.current_num_threads();
        let work = &work;
        threads.in_place_scope(|scope| {
            let mut window = Window::new(n_threads);
            let mut next = inputs.next();
            loop {
                while let Some(input) = next.take() {
                    let weight = weight(&input);
                    if !window.has_room_for(weight) {
                        next = Some(input);
                        break;
                    }
                    let (sender, receiver) = mpsc::channel();
                    window.push(weight, receiver);
                    // Nobody waits for it any more where taking failed.
                    scope.spawn(move |_| drop(sender.send(work(input))));
                    while let Some(done) = window.pop_done() {
                        take(done)?;
                    }
                    next = inputs.next();
                }
                match window.pop() {
                    Some(done) => take(done)?,
                    None => return Ok(()),
                }
            }
        })
    }
}

/// What is begun and not yet taken over, in order.
struct Window<R> {
    begun: VecDeque<(u64, mpsc::Receiver<R>)>,
    /// What they weigh together.
    held: u64,
    /// What they may weigh together.
    room: u64,
    n_most: usize,
}

impl<R> Window<R> {
    fn new(n_threads: usize) -> Window<R> {
        /// Each thread may have so many bytes of text, however short the texts are: two short ones would leave
        /// all other threads idle.
        const ROOM_FOR_A_THREAD: u64 = 1 << 18;
        /// Texts that wait for their turn beside those that are worked on.
        const N_FOR_A_THREAD: usize = 4;
        let room = ROOM_FOR_A_THREAD.saturating_mul(n_threads as u64);
        Window { begun: VecDeque::new(), held: 0, room, n_most: n_threads.saturating_mul(N_FOR_A_THREAD) }
    }

    fn has_room_for(&mut self, weight: u64) -> bool {
        self.room = self.room.max(weight.saturating_mul(2));
        self.begun.is_empty()
            || (self.begun.len() < self.n_most && self.held.saturating_add(weight) <= self.room)
    }

    fn push(&mut self, weight: u64, receiver: mpsc::Receiver<R>) {
        self.held = self.held.saturating_add(weight);
        self.begun.push_back((weight, receiver));
    }

    /// The first, if it is done with.
    fn pop_done(&mut self) -> Option<R> {
        let done = self.begun.front()?.1.try_recv().ok()?;
        self.forget_first();
        Some(done)
    }

    /// The first, once it is done with. None where there is none, or where its thread broke down: then the scope
    /// ends with what that thread has to say.
    fn pop(&mut self) -> Option<R> {
        let done = self.begun.front()?.1.recv().ok()?;
        self.forget_first();
        Some(done)
    }

    fn forget_first(&mut self) {
        if let Some((weight, _)) = self.begun.pop_front() {
            self.held = self.held.saturating_sub(weight);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicU64, Ordering};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn results_come_in_order_and_the_window_stays_bounded(
            weights in prop::collection::vec(0_u64..(3 << 18), 0..40),
            n_jobs in 1_usize..5,
        ) {
            let (held, most) = (AtomicU64::new(0), AtomicU64::new(0));
            let begin = |weight| most.fetch_max(held.fetch_add(weight, Ordering::SeqCst) + weight, Ordering::SeqCst);
            let mut taken = Vec::new();
            let inputs = weights.iter().copied().enumerate();
            let work = |(at, weight): (usize, u64)| {
                begin(weight);
                if at % 3 == 0 { std::thread::yield_now() }
                (at, weight)
            };
            let take = |(at, weight)| {
                held.fetch_sub(weight, Ordering::SeqCst);
                taken.push(at);
                Ok::<(), ()>(())
            };
            Pool::new(Some(n_jobs)).unwrap().in_order(inputs, |&(_, weight)| weight, work, take).unwrap();
            prop_assert_eq!(taken, (0..weights.len()).collect::<Vec<_>>());
            let room = (2 * weights.iter().max().copied().unwrap_or(0)).max(n_jobs as u64 * (1 << 18));
            prop_assert!(most.into_inner() <= room);
        }
    }

    #[test]
    fn a_failure_of_taking_ends_it() {
        let seen = Mutex::new(0);
        let work = |at: u32| {
            *seen.lock().unwrap() += 1;
            at
        };
        let take = |at| if at == 3 { Err(at) } else { Ok(()) };
        for n_jobs in [1, 3] {
            *seen.lock().unwrap() = 0;
            assert_eq!(Pool::new(Some(n_jobs)).unwrap().in_order(0.., |_| 1, work, take), Err(3));
            assert!(*seen.lock().unwrap() < 100);
        }
    }

    #[test]
    fn with_one_job_the_next_is_looked_for_when_the_last_is_done_with() {
        let order = Mutex::new(String::new());
        let note = |what: &str| order.lock().unwrap().push_str(what);
        let inputs = (0..2).inspect(|_| note("i"));
        let take = |()| {
            note("t");
            Ok::<(), ()>(())
        };
        Pool::new(Some(1)).unwrap().in_order(inputs, |_| 1, |_| note("w"), take).unwrap();
        assert_eq!(*order.lock().unwrap(), "iwtiwt");
    }
}
