//! Finds Chromium and its driver, or brings them where that is possible without asking.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{Failure, Steps, ask, run};

const CHROMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// A browser that tests can drive.
pub struct Browser {
    pub chrome: PathBuf,
    pub driver: PathBuf,
}

/// The browser named by `KAIGIROKU_CHROME` or found on the path, and its driver.
pub fn ready(steps: &mut Steps) -> Result<Browser, Failure> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if !can_install() {
        return Err(Failure::new(
            "Chromium と chromedriver を入れてください（Debian・Ubuntu: apt install chromium chromium-driver \
             fonts-noto-cjk、macOS: brew install --cask chromium chromedriver。場所は KAIGIROKU_CHROME でも示せます）",
            "install Chromium and chromedriver (or name the browser in KAIGIROKU_CHROME)",
        ));
    }
    steps.take("ブラウザを入れる / installing Chromium", install)?;
    find().ok_or_else(|| {
        Failure::new("Chromium を入れましたが見つかりません", "Chromium was installed but is not found")
    })
}

fn find() -> Option<Browser> {
    let named = std::env::var_os("KAIGIROKU_CHROME").map(PathBuf::from).filter(|path| path.is_file());
    let chrome = named.or_else(|| CHROMES.iter().find_map(|name| on_path(name)))?;
    Some(Browser { chrome, driver: on_path("chromedriver")? })
}

fn on_path(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// Only where nobody has to be asked: as root on a system with apt.
fn can_install() -> bool {
    Path::new("/etc/debian_version").exists() && ask("id", &["-u"]).as_deref() == Some("0")
}

fn install() -> Result<(), Failure> {
    const WAIT: &str = "DPkg::Lock::Timeout=600";
    run(Command::new("apt-get").args(["update", "-o", WAIT]))?;
    run(Command::new("apt-get")
        .args(["install", "-y", "--no-install-recommends", "-o", WAIT])
        .args(["chromium", "chromium-driver", "fonts-noto-cjk"])
        .env("DEBIAN_FRONTEND", "noninteractive"))
}
