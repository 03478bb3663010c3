//! The browsers that journeys are driven through, and the programs that stand between.

use std::io::{BufRead as _, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, LoggingPrefsLogLevel};

/// What shows the page.
#[derive(Clone)]
pub enum Engine {
    /// Chromium, and where its driver listens.
    Chromium { browser: PathBuf, driver: String },
    /// WebKitGTK's own small browser, its driver, the screen that nobody sees, and the folder that
    /// tells what Japanese is.
    WebKit { browser: PathBuf, driver: PathBuf, display: String, locales: PathBuf },
}

impl Engine {
    /// The name in the lines of the tests.
    pub fn name(&self) -> &'static str {
        match self {
            Engine::Chromium { .. } => "chromium",
            Engine::WebKit { .. } => "webkit",
        }
    }
}

/// A started program, which ends with whoever holds it, also where a test panics.
pub struct Running(Child);

impl Running {
    fn start(mut command: Command, output: Stdio) -> Running {
        let program = command.get_program().to_owned();
        command.stdin(Stdio::null()).stdout(output).stderr(Stdio::null());
        Running(command.spawn().unwrap_or_else(|error| panic!("{} starts: {error}", program.display())))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // What has already ended needs no end.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// WebKit's driver with the browser that it has started, which would live on without it.
struct Group(Running);

impl Drop for Group {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.0.id());
        // Where all have ended, there is nobody to be told.
        let _ = Command::new("kill").args(["-9", "--", &group]).stderr(Stdio::null()).status();
    }
}

/// A program that is told nothing but tells on its output where it is to be found.
pub struct Teller {
    _process: Running,
    /// Held so that the program may go on writing.
    _output: BufReader<ChildStdout>,
}

impl Teller {
    /// Waits for the first line in which `find` finds something.
    fn start(command: Command, find: impl Fn(&str) -> Option<String>) -> (Teller, String) {
        let program = command.get_program().to_owned();
        let mut process = Running::start(command, Stdio::piped());
        let mut output = BufReader::new(process.0.stdout.take().expect("its output is piped"));
        let mut line = String::new();
        while output.read_line(&mut line).expect("it prints text") > 0 {
            if let Some(found) = find(line.trim()) {
                return (Teller { _process: process, _output: output }, found);
            }
            line.clear();
        }
        panic!("{} ended without telling where it is", program.display());
    }
}

/// Starts chromedriver on a port of its own choice; its address.
pub fn chromedriver(program: &Path) -> (Teller, String) {
    let mut command = Command::new(program);
    command.arg("--port=0");
    Teller::start(command, |line| {
        let (_, port) = line.trim_end_matches('.').rsplit_once("on port ")?;
        let is_port = port != "0" && port.bytes().all(|byte| byte.is_ascii_digit());
        is_port.then(|| format!("http://127.0.0.1:{port}"))
    })
}

/// Starts a screen that nobody sees, under a number of its own choice; its name.
pub fn screen() -> (Teller, String) {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
    Teller::start(command, |line| line.parse::<u16>().ok().map(|number| format!(":{number}")))
}

const JAPANESE: &str = "ja_JP.UTF-8";

/// Writes down what Japanese is, which many machines do not know and WebKit asks them.
pub fn japanese(folder: &Path) {
    let mut command = Command::new("localedef");
    command.args(["--no-archive", "-i", "ja_JP", "-f", "UTF-8"]).arg(folder.join(JAPANESE));
    let done = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    done.expect("localedef starts");
    assert!(folder.join(JAPANESE).exists(), "localedef knows Japanese (Debian: locales)");
}

/// What a window has to be told before it opens.
#[derive(Clone, Copy, Default)]
pub struct Wishes {
    /// Whether the reader prefers dark pages.
    pub dark: bool,
    /// Whether the scripts of pages are left out.
    pub no_script: bool,
}

/// An open window.
pub struct Session {
    driver: Option<WebDriver>,
    runtime: std::rc::Rc<tokio::runtime::Runtime>,
    _process: Option<Group>,
}

impl Session {
    /// Opens a window of a browser that keeps its things in `profile`.
    pub fn open(
        engine: &Engine,
        wishes: Wishes,
        profile: &Path,
        patience: Duration,
        runtime: &std::rc::Rc<tokio::runtime::Runtime>,
    ) -> Session {
        // WebKit's browser sometimes never answers its driver. It gets a new one.
        for _ in 0..3 {
            let (process, address, capabilities) = match engine {
                Engine::Chromium { browser, driver } => (None, driver.clone(), chromium(browser, profile)),
                Engine::WebKit { browser, driver, display, locales } => {
                    // This driver holds one window only, so each window gets a driver.
                    let (process, address) = webkit_driver(driver, display, locales, profile, patience);
                    (Some(process), address, webkit(browser, wishes))
                }
            };
            let starting = async {
                // Whatever stands between this machine and the network has no part in this.
                let client = reqwest::Client::builder().no_proxy().timeout(2 * patience).build()?;
                WebDriver::builder(address, capabilities?).client(client).await
            };
            let started = runtime.block_on(async { tokio::time::timeout(patience, starting).await });
            if let Ok(started) = started {
                let driver = Some(started.expect("the browser starts"));
                return Session { driver, runtime: runtime.clone(), _process: process };
            }
        }
        panic!("the browser does not start");
    }

    /// What talks to the window.
    pub fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("the window is open until it is dropped")
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            // A window that is already gone needs no closing.
            let _ = self.runtime.block_on(driver.quit());
        }
    }
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

fn webkit(browser: &Path, wishes: Wishes) -> WebDriverResult<Capabilities> {
    let mut arguments = vec!["--automation"];
    arguments.extend(wishes.dark.then_some("--dark-mode"));
    // The scripts of the page do not run; those of the journey do.
    arguments.extend(wishes.no_script.then_some("--enable-javascript-markup=false"));
    let mut capabilities = Capabilities::new();
    capabilities.set("webkitgtk:browserOptions", json!({"binary": browser, "args": arguments}))?;
    Ok(capabilities)
}

/// Starts WebKit's driver on a free port and waits until it listens.
fn webkit_driver(
    program: &Path,
    display: &str,
    locales: &Path,
    home: &Path,
    patience: Duration,
) -> (Group, String) {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    let address = free.expect("a port is free");
    let mut command = Command::new(program);
    command.arg(format!("--port={}", address.port())).env("DISPLAY", display);
    // What the browser remembers must be new each time, and Japanese as the reader is.
    command.env("HOME", home).env("XDG_CACHE_HOME", home).env("XDG_DATA_HOME", home);
    command.env("LOCPATH", locales).env("LC_ALL", JAPANESE).env("LANG", JAPANESE).env("LANGUAGE", "ja");
    command.env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11");
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let process = Group(Running::start(command, Stdio::null()));
    let end = Instant::now() + patience;
    while TcpStream::connect(address).is_err() {
        assert!(Instant::now() < end, "WebKit's driver does not listen");
        std::thread::yield_now();
    }
    (process, format!("http://{address}"))
}
