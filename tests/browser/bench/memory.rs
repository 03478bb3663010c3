//! How much memory a browser takes, with all that it has started.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long between two looks.
const STEP: Duration = Duration::from_millis(50);

/// Looks again and again until it is asked for the most that it saw.
pub struct Watch {
    is_over: Arc<AtomicBool>,
    looking: JoinHandle<u64>,
}

impl Watch {
    /// Watches the browser that descends from this driver.
    pub fn start(driver: u32) -> Watch {
        let is_over = Arc::<AtomicBool>::default();
        let over = is_over.clone();
        let looking = std::thread::spawn(move || {
            let mut most = 0;
            while !over.load(Ordering::Relaxed) {
                most = most.max(taken(driver));
                std::thread::park_timeout(STEP);
            }
            most
        });
        Watch { is_over, looking }
    }

    /// The most that was taken at a time, in megabytes; nothing where the system does not tell.
    pub fn most(self) -> Option<f64> {
        self.is_over.store(true, Ordering::Relaxed);
        self.looking.thread().unpark();
        let kilobytes = self.looking.join().expect("somebody looked");
        (kilobytes > 0).then_some(kilobytes as f64 * 1024.0 / 1e6)
    }
}

/// What the descendants of a process take, in KiB: memory that several of them share is counted once.
fn taken(of: u32) -> u64 {
    let parents: BTreeMap<u32, u32> = processes().filter_map(|id| Some((id, parent(id)?))).collect();
    let descends = |mut id: u32| {
        // A process is younger than its parent, but numbers come round: no way up is longer than this.
        for _ in 0..parents.len() {
            match parents.get(&id) {
                Some(parent) if *parent == of => return true,
                Some(parent) => id = *parent,
                None => return false,
            }
        }
        false
    };
    parents.keys().filter(|id| descends(**id)).filter_map(|id| share(*id)).sum()
}

fn processes() -> impl Iterator<Item = u32> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

/// The fourth word of `stat`, behind a name that may hold anything.
fn parent(id: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn share(id: u32) -> Option<u64> {
    let rollup = std::fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}
