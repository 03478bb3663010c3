//! How far the work is, for whoever looks at a terminal.
//!
//! May live here: the bar. May not: messages, which stay when the bar is gone.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressStyle};

/// A bar on the standard error; none where nobody looks at it, or where it was not wanted.
#[derive(Default)]
pub(super) struct Progress {
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Begins with so many texts before it; how many is not known where they are led in.
    pub fn of(n_texts: Option<usize>, quiet: bool) -> Progress {
        if quiet || n_texts == Some(1) || !io::stderr().is_terminal() {
            return Progress::default();
        }
        let (bar, template) = match n_texts {
            Some(n_texts) => {
                (ProgressBar::new(n_texts as u64), "{bar:30} {pos}/{len}件 {elapsed}（残り {eta}）")
            }
            None => (ProgressBar::no_length(), "{spinner} {pos}件 {elapsed}"),
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Progress { bar: Some(bar) }
    }

    /// One text more is done with.
    pub fn step(&self) {
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
    }

    /// Does something that prints, with the bar out of its way.
    pub fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
