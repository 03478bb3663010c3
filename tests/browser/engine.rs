//! The browsers that journeys are driven through.
//!
//! One window is open at a time. Each has a driver of its own, since those of Firefox and WebKit hold
//! one window only, and since whatever a window has started ends with its driver.

use std::fmt;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, LoggingPrefsLogLevel};
use tokio::runtime::Runtime;

use crate::process::{JAPANESE, Program};

/// How often a browser may try to start. WebKit's sometimes never answers its driver.
const N_TRIES: usize = 3;

/// How long a browser may take to start: on a busy machine the first Firefox takes most of a minute.
/// WebKit's is there soon or never.
fn starting(kind: Kind) -> Duration {
    Duration::from_secs(if kind == Kind::WebKit { 20 } else { 60 })
}

/// How long a browser may be silent before it is held to hang.
const SILENCE: Duration = Duration::from_secs(90);

/// How long a browser may take for its last words, and to close, before it is ended.
pub const CLOSING: Duration = Duration::from_secs(10);

/// A browser, by the engine in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Chromium,
    Firefox,
    WebKit,
}

impl fmt::Display for Kind {
    /// The name in the lines of the tests.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Chromium => "chromium",
            Kind::Firefox => "firefox",
            Kind::WebKit => "webkit",
        })
    }
}

/// What shows the page.
#[derive(Clone)]
pub struct Engine {
    pub kind: Kind,
    pub browser: PathBuf,
    /// The program that speaks WebDriver.
    pub driver: PathBuf,
    /// What WebKit needs besides.
    pub stage: Option<Stage>,
}

/// The screen that nobody sees, and the folder that tells what Japanese is.
#[derive(Clone)]
pub struct Stage {
    pub display: String,
    pub locales: PathBuf,
}

/// What a window has to be told before it opens.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Whether the reader prefers dark pages.
    pub dark: bool,
    /// Whether the reader's own colours take the place of the page's. Not in WebKit, which has none.
    pub forced: bool,
    /// Whether the scripts of pages are left out.
    pub no_script: bool,
}

/// An open window.
pub struct Session {
    driver: WebDriver,
    runtime: Rc<Runtime>,
    program: Program,
}

impl Session {
    /// Opens a window of a browser that keeps its things in `profile`.
    #[track_caller]
    pub fn open(engine: &Engine, wishes: Wishes, profile: &Path, runtime: &Rc<Runtime>) -> Session {
        let mut failed = String::new();
        for _ in 0..N_TRIES {
            match Session::try_open(engine, wishes, profile, runtime) {
                Ok(session) => return session,
                Err(error) => failed = error,
            }
            eprintln!("{} does not start: {failed}", engine.kind);
        }
        panic!("{} has not started {N_TRIES} times: {failed}", engine.kind);
    }

    fn try_open(
        engine: &Engine,
        wishes: Wishes,
        profile: &Path,
        runtime: &Rc<Runtime>,
    ) -> Result<Session, String> {
        let (program, address) = start_driver(engine, profile)?;
        let capabilities = match engine.kind {
            Kind::Chromium => chromium(&engine.browser, profile),
            Kind::Firefox => firefox(&engine.browser, wishes),
            Kind::WebKit => webkit(&engine.browser, wishes),
        };
        let patience = starting(engine.kind);
        let starting = async {
            // Whatever stands between this machine and the network has no part in this.
            let client = reqwest::Client::builder().no_proxy().timeout(SILENCE).build()?;
            WebDriver::builder(address, capabilities?).client(client).await
        };
        let started = runtime.block_on(async { tokio::time::timeout(patience, starting).await });
        let Ok(started) = started else { return Err(format!("no window within {patience:?}")) };
        match started {
            Ok(driver) => Ok(Session { driver, runtime: runtime.clone(), program }),
            Err(error) => Err(format!("{error}\n{}", program.said().join("\n"))),
        }
    }

    /// What talks to the window.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// The number by which the system knows the driver, from which the browser descends.
    pub fn driver_id(&self) -> u32 {
        self.program.id()
    }

    /// Ends a browser that has not answered, so that nothing waits for it again.
    pub fn end(&self) {
        self.program.end();
    }

    /// What the browser and its driver have printed since the last look.
    pub fn said(&self) -> Vec<String> {
        self.program.said()
    }

    /// The version that the browser says it is of.
    pub fn version(&self) -> String {
        let version = self.driver.capabilities().get("browserVersion");
        version.and_then(Value::as_str).unwrap_or("?").to_owned()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A window that is already gone needs no closing, and what hangs is ended with its program.
        let quit = self.driver.clone().quit();
        let _ = self.runtime.block_on(async { tokio::time::timeout(CLOSING, quit).await });
        // Otherwise the driver would be asked once more, and waited for.
        let _ = self.driver.clone().leak();
    }
}

/// Starts the driver of a window; where it listens.
fn start_driver(engine: &Engine, profile: &Path) -> Result<(Program, String), String> {
    let mut command = Command::new(&engine.driver);
    match engine.kind {
        Kind::Chromium => {
            command.arg("--port=0");
            listening(command, "on port ")
        }
        Kind::Firefox => {
            command.args(["--port", "0", "--profile-root"]).arg(profile);
            listening(command, "Listening on 127.0.0.1:")
        }
        Kind::WebKit => {
            let stage = engine.stage.as_ref().ok_or("WebKit has no screen")?;
            webkit_driver(command, stage, profile)
        }
    }
}

/// Starts a driver on a port of its own choice, which it tells behind these words.
fn listening(command: Command, words: &str) -> Result<(Program, String), String> {
    let program = Program::start_apart(command)?;
    let address = program.told(|line| {
        let (_, port) = line.trim_end_matches('.').rsplit_once(words)?;
        let is_port = port != "0" && port.bytes().all(|byte| byte.is_ascii_digit());
        is_port.then(|| format!("http://127.0.0.1:{port}"))
    })?;
    Ok((program, address))
}

/// Starts WebKit's driver on a free port and waits until it listens.
fn webkit_driver(mut command: Command, stage: &Stage, home: &Path) -> Result<(Program, String), String> {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    let address = free.map_err(|error| format!("no port is free: {error}"))?;
    command.arg(format!("--port={}", address.port())).env("DISPLAY", &stage.display);
    // What the browser remembers must be new each time, and Japanese as the reader is.
    command.env("HOME", home).env("XDG_CACHE_HOME", home).env("XDG_DATA_HOME", home);
    command
        .env("LOCPATH", &stage.locales)
        .env("LC_ALL", JAPANESE)
        .env("LANG", JAPANESE)
        .env("LANGUAGE", "ja");
    command.env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11");
    for proxy in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] {
        command.env_remove(proxy);
    }
    let program = Program::start_apart(command)?;
    let end = Instant::now() + starting(Kind::WebKit);
    while TcpStream::connect(address).is_err() {
        if Instant::now() > end {
            return Err("WebKit's driver does not listen".to_owned());
        }
        std::thread::yield_now();
    }
    Ok((program, format!("http://{address}")))
}

fn chromium(browser: &Path, profile: &Path) -> WebDriverResult<Capabilities> {
    let mut wishes = DesiredCapabilities::chrome();
    wishes.set_binary(&browser.to_string_lossy())?;
    for argument in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--no-proxy-server",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--lang=ja",
        "--accept-lang=ja",
        "--window-size=1440,900",
        &format!("--user-data-dir={}", profile.display()),
    ] {
        wishes.add_arg(argument)?;
    }
    for log in ["browser", "performance"] {
        wishes.set_logging_prefs(log.to_owned(), LoggingPrefsLogLevel::All)?;
    }
    Ok(wishes.into())
}

fn firefox(browser: &Path, wishes: Wishes) -> WebDriverResult<Capabilities> {
    let preferences = json!({
        // Its driver would let files read their neighbours, which no reader's browser does.
        "security.fileuri.strict_origin_policy": true,
        "intl.accept_languages": "ja",
        "intl.locale.requested": "ja",
        "layout.css.prefers-color-scheme.content-override": if wishes.dark { 0 } else { 1 },
        "browser.display.document_color_use": if wishes.forced { 2 } else { 0 },
        "javascript.enabled": !wishes.no_script,
        "network.proxy.type": 0,
        // What a page writes to its console is printed, and with it what goes wrong in its scripts.
        "devtools.console.stdout.content": true,
        "devtools.console.stdout.chrome": false,
        "browser.dom.window.dump.enabled": true,
    });
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "firefox")?;
    let options = json!({"binary": browser, "args": ["-headless"], "prefs": preferences});
    capabilities.set("moz:firefoxOptions", options)?;
    Ok(capabilities)
}

fn webkit(browser: &Path, wishes: Wishes) -> WebDriverResult<Capabilities> {
    let mut arguments = vec!["--automation"];
    arguments.extend(wishes.dark.then_some("--dark-mode"));
    // The scripts of the page do not run; those of the journey do.
    arguments.extend(wishes.no_script.then_some("--enable-javascript-markup=false"));
    let mut capabilities = Capabilities::new();
    capabilities.set("webkitgtk:browserOptions", json!({"binary": browser, "args": arguments}))?;
    Ok(capabilities)
}
