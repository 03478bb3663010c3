//! The built file, changed copies of it, and the browsers that open them.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use reqwest::Url;
use tempfile::TempDir;

use crate::engine::{Engine, Kind, Stage};
use crate::process::{self, Program};
use crate::server::Server;

/// Where the file is and what opens it.
pub struct Site {
    /// The browsers, one or more.
    pub engines: Vec<Engine>,
    /// The text of the built file.
    pub text: String,
    /// Where pages are to be had over the network.
    pub server: Server,
    bundle: PathBuf,
    folder: TempDir,
    _screen: Option<Program>,
}

const BUNDLE: &str = "KAIGIROKU_BUNDLE";
const CHROME: &str = "KAIGIROKU_CHROME";
const CHROMEDRIVER: &str = "KAIGIROKU_CHROMEDRIVER";
const FIREFOX: &str = "KAIGIROKU_FIREFOX";
const GECKODRIVER: &str = "KAIGIROKU_GECKODRIVER";
const WEBKIT: &str = "KAIGIROKU_WEBKIT";
const WEBKITDRIVER: &str = "KAIGIROKU_WEBKITDRIVER";

impl Site {
    /// Whether somebody set out to run the journeys.
    pub fn is_meant() -> bool {
        std::env::var_os(BUNDLE).is_some()
    }

    /// The site that the environment names, or the name of the first variable that is missing.
    /// Only Chromium may not be missing.
    pub fn from_environment() -> Result<Site, &'static str> {
        let path = |name| std::env::var_os(name).map(PathBuf::from).ok_or(name);
        let bundle = path(BUNDLE)?;
        let engine = |kind, browser, driver| Engine { kind, browser, driver, stage: None };
        let mut engines = vec![engine(Kind::Chromium, path(CHROME)?, path(CHROMEDRIVER)?)];
        if let Ok(browser) = path(FIREFOX) {
            engines.push(engine(Kind::Firefox, browser, path(GECKODRIVER)?));
        }
        let webkit = match path(WEBKIT) {
            Ok(browser) => Some((browser, path(WEBKITDRIVER)?)),
            Err(_) => None,
        };
        let text = std::fs::read_to_string(&bundle).expect("the built file can be read");
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let mut screen = None;
        if let Some((browser, driver)) = webkit {
            let (program, display) = process::screen();
            screen = Some(program);
            process::japanese(folder.path());
            let stage = Some(Stage { display, locales: folder.path().to_owned() });
            engines.push(Engine { kind: Kind::WebKit, browser, driver, stage });
        }
        Ok(Site { engines, text, server: Server::start(), bundle, folder, _screen: screen })
    }

    /// The address of the built file.
    pub fn url(&self) -> Url {
        url(&self.bundle)
    }

    /// The address of the viewer that opens files.
    pub fn viewer(&self) -> Url {
        url(&self.bundle.with_file_name("viewer.html"))
    }

    /// The text of the viewer that opens files with a script that runs before anything of it.
    pub fn viewer_after(&self, script: &str) -> String {
        let viewer = std::fs::read_to_string(self.bundle.with_file_name("viewer.html"));
        before_policy(&viewer.expect("the viewer can be read"), script)
    }

    /// A file to be brought to the page.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        let written = File::create(&path).and_then(|mut file| file.write_all(bytes));
        written.expect("the file can be written");
        path
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

    /// The text of the built file with a script that runs before anything of it. A policy holds from
    /// where it stands in the page: what stands above it is let through, and nothing else is changed.
    pub fn after(&self, script: &str) -> String {
        before_policy(&self.text, script)
    }

    /// The address of the built file as it opens after a script.
    pub fn opened_after(&self, script: &str) -> Url {
        self.page("after.html", &self.after(script))
    }

    /// The address of the built file with somebody who listens to what it reports.
    pub fn heard(&self) -> Url {
        self.opened_after(EAR)
    }

    /// The address of another page.
    pub fn page(&self, name: &str, text: &str) -> Url {
        write(self.folder.path(), name, text)
    }
}

/// Keeps what the console would show as warning or error, and what breaks a policy.
pub const EAR: &str = "{ const heard = globalThis.heard = [];
    for (const level of ['warn', 'error']) {
        const say = console[level];
        console[level] = (...words) => { heard.push(`${level}: ${words.join(' ')}`); say.apply(console, words); };
    }
    addEventListener('error', event => heard.push(`error: ${event.message ?? event.target.outerHTML}`), true);
    addEventListener('unhandledrejection', event => heard.push(`rejected: ${event.reason}`));
    addEventListener('securitypolicyviolation', event =>
        heard.push(`policy: ${event.violatedDirective} ${event.blockedURI}`)); }";

pub fn before_policy(page: &str, script: &str) -> String {
    const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\"";
    assert_eq!(page.matches(POLICY).count(), 1, "the page has its policy");
    page.replacen(POLICY, &format!("<script>{script}</script>{POLICY}"), 1)
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
