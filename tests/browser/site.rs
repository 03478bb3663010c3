//! The built file, changed copies of it, and the driver that every page shares.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use reqwest::Url;
use tempfile::TempDir;

/// Where the file is and what opens it.
pub struct Site {
    /// The browser.
    pub chrome: PathBuf,
    /// Where the driver listens.
    pub driver: String,
    /// The text of the built file.
    pub text: String,
    bundle: PathBuf,
    folder: TempDir,
    _process: Driver,
    /// Held so that the driver may go on writing.
    _output: BufReader<ChildStdout>,
}

const BUNDLE: &str = "KAIGIROKU_BUNDLE";
const CHROME: &str = "KAIGIROKU_CHROME";
const DRIVER: &str = "KAIGIROKU_CHROMEDRIVER";

impl Site {
    /// Whether somebody set out to run the journeys.
    pub fn is_meant() -> bool {
        std::env::var_os(BUNDLE).is_some()
    }

    /// The site that the environment names, or the name of the first variable that is missing.
    pub fn from_environment() -> Result<Site, &'static str> {
        let path = |name| std::env::var_os(name).map(PathBuf::from).ok_or(name);
        let (bundle, chrome, driver) = (path(BUNDLE)?, path(CHROME)?, path(DRIVER)?);
        let text = std::fs::read_to_string(&bundle).expect("the built file can be read");
        let (process, output, driver) = start(&driver);
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        Ok(Site { chrome, driver, text, bundle, folder, _process: process, _output: output })
    }

    /// The address of the built file.
    pub fn url(&self) -> Url {
        url(&self.bundle)
    }

    /// The address of the built file with a fragment, which is percent-encoded only as far as a
    /// browser would.
    pub fn url_at(&self, fragment: &str) -> Url {
        let mut url = self.url();
        url.set_fragment(Some(fragment));
        url
    }

    /// The address of a changed copy of the built file. The change must change something.
    pub fn changed(&self, change: impl FnOnce(&str) -> String) -> Url {
        let changed = change(&self.text);
        assert!(changed != self.text, "the copy differs from the built file");
        self.page("changed.html", &changed)
    }

    /// The address of another page.
    pub fn page(&self, name: &str, text: &str) -> Url {
        let path = self.folder.path().join(name);
        let written = File::create(&path).and_then(|mut file| file.write_all(text.as_bytes()));
        written.expect("a temporary file can be written");
        url(&path)
    }
}

/// A running driver, which ends with whoever holds it, also where a test panics.
struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        // A driver that has already ended needs no end.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn url(path: &Path) -> Url {
    Url::from_file_path(path).expect("the path is absolute")
}

/// Starts the driver on a port of its own choice and waits for it to name the port.
fn start(driver: &Path) -> (Driver, BufReader<ChildStdout>, String) {
    let started = Command::new(driver)
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut process = Driver(started.expect("chromedriver starts"));
    let mut output = BufReader::new(process.0.stdout.take().expect("its output is piped"));
    let mut line = String::new();
    while output.read_line(&mut line).expect("chromedriver prints text") > 0 {
        let port = line.trim().trim_end_matches('.').rsplit_once("on port ").map(|(_, port)| port);
        if let Some(port) = port.filter(|port| *port != "0" && port.bytes().all(|b| b.is_ascii_digit())) {
            return (process, output, format!("http://127.0.0.1:{port}"));
        }
        line.clear();
    }
    panic!("chromedriver ended without naming its port");
}
