//! The built file, changed copies of it, and the browsers that open them.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use reqwest::Url;
use tempfile::TempDir;

use crate::engine::{self, Engine, Teller};

/// Where the file is and what opens it.
pub struct Site {
    /// The browsers, one or more.
    pub engines: Vec<Engine>,
    /// The text of the built file.
    pub text: String,
    bundle: PathBuf,
    folder: TempDir,
    _running: Vec<Teller>,
}

const BUNDLE: &str = "KAIGIROKU_BUNDLE";
const CHROME: &str = "KAIGIROKU_CHROME";
const CHROMEDRIVER: &str = "KAIGIROKU_CHROMEDRIVER";
const WEBKIT: &str = "KAIGIROKU_WEBKIT";
const WEBKITDRIVER: &str = "KAIGIROKU_WEBKITDRIVER";

impl Site {
    /// Whether somebody set out to run the journeys.
    pub fn is_meant() -> bool {
        std::env::var_os(BUNDLE).is_some()
    }

    /// The site that the environment names, or the name of the first variable that is missing.
    /// Only the second browser may be missing.
    pub fn from_environment() -> Result<Site, &'static str> {
        let path = |name| std::env::var_os(name).map(PathBuf::from).ok_or(name);
        let (bundle, chrome, driver) = (path(BUNDLE)?, path(CHROME)?, path(CHROMEDRIVER)?);
        let text = std::fs::read_to_string(&bundle).expect("the built file can be read");
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let (chromedriver, address) = engine::chromedriver(&driver);
        let mut engines = vec![Engine::Chromium { browser: chrome, driver: address }];
        let mut running = vec![chromedriver];
        if let Ok(browser) = path(WEBKIT) {
            let driver = path(WEBKITDRIVER)?;
            let (screen, display) = engine::screen();
            running.push(screen);
            engine::japanese(folder.path());
            let locales = folder.path().to_owned();
            engines.push(Engine::WebKit { browser, driver, display, locales });
        }
        Ok(Site { engines, text, bundle, folder, _running: running })
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
        write(self.folder.path(), name, text)
    }
}

/// Writes a page into a folder; its address.
pub fn write(folder: &Path, name: &str, text: &str) -> Url {
    let path = folder.join(name);
    let written = File::create(&path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.expect("the page can be written");
    url(&path)
}

/// The address of a file.
pub fn url(path: &Path) -> Url {
    Url::from_file_path(path).expect("the path is absolute")
}
