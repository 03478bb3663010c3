//! A browser window, in the words of a journey.

use std::future::Future;
use std::time::{Duration, Instant};

use reqwest::Url;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::LoggingPrefsLogLevel;
use thirtyfour::prelude::*;
use tokio::runtime::Runtime;

use crate::site::Site;

/// How long a condition may take to come true. Far more than it takes, for slow machines.
const PATIENCE: Duration = Duration::from_secs(30);

/// A window of a browser that nobody used before.
pub struct Page {
    runtime: Runtime,
    driver: Option<WebDriver>,
    /// The browser's profile, removed with the page.
    _profile: TempDir,
}

impl Page {
    /// Opens an empty window of 1440 × 900.
    pub fn new(site: &Site) -> Page {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.expect("a runtime starts");
        let profile = tempfile::tempdir().expect("a temporary folder can be made");
        let started = runtime.block_on(async {
            let mut wishes = DesiredCapabilities::chrome();
            wishes.set_binary(&site.chrome.to_string_lossy())?;
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
                &format!("--user-data-dir={}", profile.path().display()),
            ] {
                wishes.add_arg(argument)?;
            }
            for log in ["browser", "performance"] {
                wishes.set_logging_prefs(log.to_owned(), LoggingPrefsLogLevel::All)?;
            }
            // Whatever stands between this machine and the network has no part in this.
            let client = reqwest::Client::builder().no_proxy().timeout(2 * PATIENCE).build()?;
            WebDriver::builder(&site.driver, wishes).client(client).await
        });
        let driver = started.expect("the browser starts");
        let page = Page { runtime, driver: Some(driver), _profile: profile };
        page.resize(1440, 900, 1);
        page
    }

    #[track_caller]
    fn wait<T>(&self, doing: impl Future<Output = WebDriverResult<T>>) -> T {
        match self.runtime.block_on(doing) {
            Ok(done) => done,
            Err(error) => {
                panic!("the browser refuses: {}", error.to_string().lines().take(3).collect::<String>())
            }
        }
    }

    fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("the window is open until the page is dropped")
    }

    /// Goes to an address.
    #[track_caller]
    pub fn open(&self, url: &Url) {
        self.wait(self.driver().goto(url.as_str()));
    }

    /// Opens the built file and waits for the app.
    #[track_caller]
    pub fn open_app(&self, url: &Url) {
        self.open(url);
        self.until("the app shows speeches", APP_IS_UP);
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
            assert!(
                Instant::now() < end,
                "{what}: never within {PATIENCE:?}: {expression}\n{:#?}",
                self.console()
            );
        }
    }

    /// Presses the first element that fits the selector, as a hand would: it must be visible.
    #[track_caller]
    pub fn press(&self, selector: &str) {
        self.wait(async { self.driver().find(By::Css(selector)).await?.click().await });
    }

    /// Types into the first element that fits the selector.
    #[track_caller]
    pub fn type_into(&self, selector: &str, keys: impl Into<TypingData>) {
        self.wait(async { self.driver().find(By::Css(selector)).await?.send_keys(keys).await });
    }

    /// Types wherever the keyboard is.
    #[track_caller]
    pub fn keys(&self, keys: impl Into<TypingData>) {
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

    /// Makes the window as large as a screen; `phone` with touch and a fine grid of pixels.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32, scale: u32) {
        let size =
            json!({"width": width, "height": height, "deviceScaleFactor": scale, "mobile": width < 600});
        self.cdp("Emulation.setDeviceMetricsOverride", size);
    }

    /// Lets a media feature have a value.
    #[track_caller]
    pub fn prefer(&self, feature: &str, value: &str) {
        self.cdp("Emulation.setEmulatedMedia", json!({"features": [{"name": feature, "value": value}]}));
    }

    /// A command of the developer tools.
    #[track_caller]
    pub fn cdp(&self, method: &str, parameters: Value) -> Value {
        self.wait(self.driver().cdp().send_raw(method, parameters))
    }

    /// Runs a script in every page opened from now on, before anything of the page.
    #[track_caller]
    pub fn before_each_page(&self, script: &str) {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": script}));
    }

    /// The warnings and errors of the console since the last look.
    #[track_caller]
    pub fn console(&self) -> Vec<String> {
        let log = self.wait(self.driver().get_log("browser"));
        let grave = log.into_iter().filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));
        grave.map(|entry| entry.message).collect()
    }

    /// The addresses asked for since the last look.
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

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            // A window that is already gone needs no closing.
            let _ = self.runtime.block_on(driver.quit());
        }
    }
}

/// True once the app shows speeches.
pub const APP_IS_UP: &str = "document.querySelectorAll('#kg-app article').length > 0";
