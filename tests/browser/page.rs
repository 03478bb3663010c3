//! A browser window, in the words of a journey.

use std::cell::{Cell, OnceCell};
use std::future::Future;
use std::rc::Rc;
use std::time::{Duration, Instant};

use reqwest::Url;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;
use tokio::runtime::Runtime;

use crate::engine::{CLOSING, Engine, Kind, Session, Wishes};
use crate::site::write;

/// How long a condition may take to come true. Far more than it takes, for slow machines.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The windows of Firefox and WebKit are never narrower than their own row of buttons.
const NARROWEST: u32 = 500;

/// More than the height of these rows.
const BUTTONS: u32 = 150;

/// A window of a browser that nobody used before. It opens when it is first needed, since Firefox
/// and WebKit take some wishes only before.
pub struct Page {
    // In the order in which they are to be dropped.
    session: OnceCell<Session>,
    engine: Engine,
    wishes: Cell<Wishes>,
    size: Cell<(u32, u32)>,
    n_hosts: Cell<u32>,
    runtime: Rc<Runtime>,
    /// The browser's profile, removed with the page.
    profile: TempDir,
}

impl Page {
    /// A window of 1440 × 900.
    pub fn new(engine: &Engine) -> Page {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        Page {
            session: OnceCell::new(),
            engine: engine.clone(),
            wishes: Cell::default(),
            size: Cell::new((1440, 900)),
            n_hosts: Cell::new(0),
            runtime: Rc::new(runtime.expect("a runtime starts")),
            profile: tempfile::tempdir().expect("a temporary folder can be made"),
        }
    }

    /// Whether the developer tools of Chromium are there to be used.
    pub fn is_chromium(&self) -> bool {
        self.kind() == Kind::Chromium
    }

    /// Which browser it is.
    pub fn kind(&self) -> Kind {
        self.engine.kind
    }

    /// The version of the browser, where its window was opened.
    pub fn version(&self) -> Option<String> {
        self.session.get().map(Session::version)
    }

    /// The number by which the system knows the driver of the window, which opens where it has not.
    #[track_caller]
    pub fn driver_id(&self) -> u32 {
        self.driver();
        self.session.get().map(Session::driver_id).expect("the window is open")
    }

    /// What the page and the browser have said, for whoever wonders why a journey has failed.
    pub fn last_words(&self) -> Vec<String> {
        let Some(session) = self.session.get() else { return Vec::new() };
        let mut words = session.said();
        // Firefox and its driver have much to say about themselves.
        words.retain(|line| line.contains("console.") || line.contains("JavaScript error: "));
        let driver = session.driver();
        let asking = async {
            if self.is_chromium() {
                let log = driver.get_log("browser").await;
                words.extend(log.into_iter().flatten().map(|entry| entry.message));
            }
            let place = driver.current_url().await;
            words.extend(
                place.map(|url| format!("at {}", url.as_str().chars().take(200).collect::<String>())),
            );
        };
        // A browser that hangs says nothing.
        let _ = self.runtime.block_on(async { tokio::time::timeout(CLOSING, asking).await });
        words
    }

    #[track_caller]
    fn wait<T>(&self, doing: impl Future<Output = WebDriverResult<T>>) -> T {
        match self.runtime.block_on(doing) {
            Ok(done) => done,
            Err(error) => {
                let silent = matches!(error.as_inner(), WebDriverErrorInner::HttpError(_));
                if let Some(session) = self.session.get().filter(|_| silent) {
                    session.end();
                }
                let what = if silent { "does not answer" } else { "refuses" };
                let why: String = error.to_string().lines().take(3).collect();
                panic!("{} {what}: {why}", self.kind())
            }
        }
    }

    fn driver(&self) -> &WebDriver {
        let is_new = self.session.get().is_none();
        let session = self.session.get_or_init(|| {
            Session::open(&self.engine, self.wishes.get(), self.profile.path(), &self.runtime)
        });
        if is_new {
            let (width, height) = self.size.get();
            self.resize(width, height, 1);
        }
        session.driver()
    }

    /// Tells the browser something that Firefox and WebKit take only before their window opens.
    #[track_caller]
    fn wish(&self, wishes: Wishes) {
        assert!(self.is_chromium() || self.session.get().is_none(), "the window is already open");
        self.wishes.set(wishes);
    }

    /// Goes to an address.
    #[track_caller]
    pub fn open(&self, url: &Url) {
        if self.is_chromium() || self.size.get().0 >= NARROWEST {
            return self.wait(self.driver().goto(url.as_str()));
        }
        let (width, height) = self.size.get();
        let host = format!(
            "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><title>host</title><style>body {{ margin: 0 }}
            iframe {{ border: 0; display: block }}</style>
            <iframe title=\"host\" width=\"{width}\" height=\"{height}\" src=\"{url}\"></iframe>"
        );
        // A name of its own: browsers lead the frames of a page that they know to where they were before.
        self.n_hosts.set(self.n_hosts.get() + 1);
        let host = write(self.profile.path(), &format!("host{}.html", self.n_hosts.get()), &host);
        self.wait(self.driver().goto(host.as_str()));
        self.enter_frame();
    }

    /// Opens the built file and waits for the app.
    #[track_caller]
    pub fn open_app(&self, url: &Url) {
        self.open(url);
        self.until("the app shows speeches", APP_IS_UP);
        // WebKit takes its language from the system, which may have no other than English; a reader
        // would choose.
        if self.kind() == Kind::WebKit
            && self.eval("document.querySelector('.page').lang === 'en'") == json!(true)
        {
            self.run("localStorage.setItem('kaigiroku', 'lang=ja')");
            self.reload();
            self.until(
                "the app speaks Japanese",
                &format!("{APP_IS_UP} && !document.querySelector('.page').lang"),
            );
        }
    }

    /// What a JavaScript expression is worth.
    #[track_caller]
    pub fn eval(&self, expression: &str) -> Value {
        self.eval_with(expression, json!(null))
    }

    /// The same with a value that the expression calls `given`.
    #[track_caller]
    pub fn eval_with(&self, expression: &str, given: Value) -> Value {
        let script = format!("const given = arguments[0]; return ({expression});");
        self.wait(self.driver().execute(script, vec![given])).json().clone()
    }

    /// Runs a script that brings definitions.
    #[track_caller]
    pub fn run(&self, script: &str) {
        self.wait(self.driver().execute(script, Vec::new()));
    }

    /// What a JavaScript promise comes to.
    #[track_caller]
    pub fn promised(&self, promise: &str) -> Value {
        let script =
            format!("const done = arguments[0]; ({promise}).then(done, error => done(String(error)));");
        self.wait(self.driver().execute_async(script, Vec::new())).json().clone()
    }

    /// A whole number that a JavaScript expression is worth.
    #[track_caller]
    pub fn number(&self, expression: &str) -> i64 {
        let value = self.eval(expression);
        match value.as_f64() {
            Some(number) => number as i64,
            None => panic!("{expression} is {value}, not a number"),
        }
    }

    /// A text that a JavaScript expression is worth.
    #[track_caller]
    pub fn text(&self, expression: &str) -> String {
        let value = self.eval(expression);
        match value {
            Value::String(text) => text,
            _ => panic!("{expression} is {value}, not a text"),
        }
    }

    /// Holds that a JavaScript expression is true now.
    #[track_caller]
    pub fn holds(&self, what: &str, expression: &str) {
        let value = self.eval(expression);
        assert_eq!(value, json!(true), "{what}: {expression}");
    }

    /// Waits until a JavaScript expression is true.
    #[track_caller]
    pub fn until(&self, what: &str, expression: &str) {
        let end = Instant::now() + PATIENCE;
        while self.eval(&format!("Boolean({expression})")) != json!(true) {
            assert!(Instant::now() < end, "{what}: never within {PATIENCE:?}: {expression}");
        }
    }

    /// Presses the first element that fits the selector, as a hand would: it must be visible.
    #[track_caller]
    pub fn press(&self, selector: &str) {
        let click = async || self.driver().find(By::Css(selector)).await?.click().await;
        let end = Instant::now() + PATIENCE;
        let mut clicked = self.runtime.block_on(click());
        // Firefox brings into view what then stands under the bar; WebKit neither waits for its own
        // scrolling nor brings everything into view by itself.
        while clicked.is_err() && !self.is_chromium() && Instant::now() < end {
            let centre =
                "document.querySelector(given)?.scrollIntoView({ block: 'center', behavior: 'instant' })";
            self.eval_with(centre, selector.into());
            clicked = self.runtime.block_on(click());
        }
        if clicked.is_err() {
            let over = "(element => {
                const box = element.getBoundingClientRect();
                const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
                return `${scrollY} ${box.top} ${innerHeight}: ${top?.outerHTML.slice(0, 200)}`;
            })(document.querySelector(given))";
            eprintln!("  {selector}: {}", self.eval_with(over, selector.into()));
        }
        self.wait(async { clicked });
    }

    /// Presses the first element that fits as a screen reader does: with no pointer, which would miss
    /// where the text above is still being laid out (WebKit), and without the keyboard.
    #[track_caller]
    pub fn activate(&self, selector: &str) {
        self.until("it is there", &format!("document.querySelector('{selector}')"));
        self.run(&format!(
            "const element = document.querySelector('{selector}'); element.focus(); element.click();"
        ));
    }

    /// Types into the first element that fits the selector.
    #[track_caller]
    pub fn type_into(&self, selector: &str, keys: impl Into<TypingData>) {
        // Firefox and WebKit type into a frame only once it was pressed into.
        if !self.is_chromium() && self.size.get().0 < NARROWEST {
            self.press(selector);
        }
        self.wait(async { self.driver().find(By::Css(selector)).await?.send_keys(keys).await });
    }

    /// Gives files to the first field that fits the selector, as the browser's own dialog would.
    #[track_caller]
    pub fn give(&self, selector: &str, paths: &str) {
        self.wait(async { self.driver().find(By::Css(selector)).await?.send_keys(paths).await });
    }

    /// Goes on by Tab to the first stop that fits the selector, `bound` stops away at most. At each
    /// stop the keyboard's place is shown and nothing stands over it (WCAG 2.4.7, 2.4.11).
    #[track_caller]
    pub fn tab_to(&self, selector: &str, bound: usize) {
        let mut stops = Vec::new();
        for _ in 0..bound {
            self.keys(Key::Tab);
            let stop = self.text(STOP);
            assert!(stop != "body", "the keyboard is lost after {stops:?}");
            self.holds(&format!("{stop} shows that the keyboard is there"), STOP_IS_SHOWN);
            self.until(&format!("nothing stands over {stop}"), STOP_IS_CLEAR);
            if self.eval_with("document.activeElement.matches(given)", selector.into()) == json!(true) {
                return;
            }
            stops.push(stop);
        }
        panic!("{selector} is not among the next {bound} stops: {stops:?}");
    }

    /// Types wherever the keyboard is.
    #[track_caller]
    pub fn keys(&self, keys: impl Into<TypingData>) {
        // A window has it a moment after it was opened.
        if !self.is_chromium() {
            self.until("the window has the keyboard", "document.hasFocus()");
        }
        self.wait(self.driver().action_chain().send_keys(keys).perform());
    }

    /// Goes on inside the first frame of the page.
    #[track_caller]
    pub fn enter_frame(&self) {
        self.wait(self.driver().enter_frame(0));
    }

    /// The browser's Back.
    #[track_caller]
    pub fn back(&self) {
        self.wait(self.driver().back());
    }

    /// The browser's Reload.
    #[track_caller]
    pub fn reload(&self) {
        self.wait(self.driver().refresh());
    }

    /// Makes the window as large as a screen; below 600 px with touch and a fine grid of pixels.
    /// In Firefox and WebKit a narrow screen is a frame, into which the next page opens.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32, scale: u32) {
        self.size.set((width, height));
        if self.is_chromium() {
            let size =
                json!({"width": width, "height": height, "deviceScaleFactor": scale, "mobile": width < 600});
            self.cdp("Emulation.setDeviceMetricsOverride", size);
        } else if width >= NARROWEST {
            self.wait(self.driver().set_window_rect(0, 0, width, height));
        } else {
            // The whole frame is to be seen, below the browser's own buttons.
            self.wait(self.driver().set_window_rect(0, 0, 2 * NARROWEST, height + BUTTONS));
        }
    }

    /// Lets the reader prefer dark pages.
    #[track_caller]
    pub fn prefer_dark(&self) {
        self.wish(Wishes { dark: true, ..self.wishes.get() });
        if self.is_chromium() {
            self.prefer("prefers-color-scheme", "dark");
        }
    }

    /// Puts the reader's own colours in the place of the page's. Not in WebKit.
    #[track_caller]
    pub fn force_colours(&self) {
        self.wish(Wishes { forced: true, ..self.wishes.get() });
        if self.is_chromium() {
            self.prefer("forced-colors", "active");
        }
    }

    /// Leaves out the scripts of pages.
    #[track_caller]
    pub fn without_script(&self) {
        self.wish(Wishes { no_script: true, ..self.wishes.get() });
        if self.is_chromium() {
            self.cdp("Emulation.setScriptExecutionDisabled", json!({"value": true}));
        }
    }

    /// Lets a media feature have a value. Chromium only.
    #[track_caller]
    pub fn prefer(&self, feature: &str, value: &str) {
        self.cdp("Emulation.setEmulatedMedia", json!({"features": [{"name": feature, "value": value}]}));
    }

    /// Shows what would be printed. Chromium only.
    #[track_caller]
    pub fn on_paper(&self) {
        self.cdp("Emulation.setEmulatedMedia", json!({"media": "print"}));
    }

    /// A command of the developer tools of Chromium.
    #[track_caller]
    pub fn cdp(&self, method: &str, parameters: Value) -> Value {
        self.wait(self.driver().cdp().send_raw(method, parameters))
    }

    /// Runs a script in every page opened from now on, before anything of the page. Chromium only;
    /// [`Site::opened_after`](crate::site::Site::opened_after) does it everywhere.
    #[track_caller]
    pub fn before_each_page(&self, script: &str) {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": script}));
    }

    /// The warnings and errors of the console since the last look. Firefox and WebKit show it to nobody,
    /// so that there the page must have been opened from [`Site::heard`](crate::site::Site::heard).
    #[track_caller]
    pub fn console(&self) -> Vec<String> {
        if !self.is_chromium() {
            let heard = self.eval("globalThis.heard?.splice(0)");
            let heard = heard.as_array().expect("somebody listens to the page");
            return heard.iter().map(|words| words.as_str().unwrap_or_default().to_owned()).collect();
        }
        let log = self.wait(self.driver().get_log("browser"));
        let grave = log.into_iter().filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));
        grave.map(|entry| entry.message).collect()
    }

    /// The addresses asked for since the last look. Chromium only.
    #[track_caller]
    pub fn requests(&self) -> Vec<String> {
        let log = self.wait(self.driver().get_log("performance"));
        let events = log.iter().filter_map(|entry| serde_json::from_str::<Value>(&entry.message).ok());
        let sent = events.filter(|event| event["message"]["method"] == "Network.requestWillBeSent");
        sent.filter_map(|event| Some(event["message"]["params"]["request"]["url"].as_str()?.to_owned()))
            .collect()
    }

    /// The picture of the window.
    #[track_caller]
    pub fn picture(&self) -> Vec<u8> {
        self.wait(self.driver().screenshot_as_png())
    }

    /// The page as it would be printed on A4.
    #[track_caller]
    pub fn paper(&self) -> Vec<u8> {
        self.wait(self.driver().print_page(Default::default()))
    }
}

/// True once the app shows speeches in the place of the plain text.
pub const APP_IS_UP: &str = "document.querySelectorAll('#kg-app article:not([hidden] *)').length > 0 && !document.querySelector('#kg-plain')";

/// Where the keyboard is, in words.
const STOP: &str = "(at => [at.localName, at.className, at.textContent.slice(0, 20)].filter(Boolean).join(' '))
    (document.activeElement === document.body ? { localName: 'body', textContent: '' } : document.activeElement)";

/// Whether the place of the keyboard is shown.
const STOP_IS_SHOWN: &str = "(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
    (getComputedStyle(document.activeElement))";

/// Whether nothing stands over the place of the keyboard: its middle, or of the first line of
/// what runs over several, belongs to it.
const STOP_IS_CLEAR: &str = "(at => { const box = at.getClientRects()[0];
    const seen = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    return seen !== null && at.contains(seen); })(document.activeElement)";
