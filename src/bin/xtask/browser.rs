//! Finds the browsers and their drivers, or brings them where that is possible without asking.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{Failure, Steps, ask, run};

const CHROMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Browsers that tests can drive.
pub struct Browsers {
    pub chrome: PathBuf,
    pub chromedriver: PathBuf,
    /// Left out where it cannot be had: it is packaged for few systems.
    pub webkit: Option<WebKit>,
}

/// WebKitGTK's own small browser and its driver.
pub struct WebKit {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

/// Chromium, named by `KAIGIROKU_CHROME` or found on the path, and WebKit.
pub fn ready(steps: &mut Steps) -> Result<Browsers, Failure> {
    let mut missing = Vec::new();
    if chromium().is_none() {
        missing.extend(["chromium", "chromium-driver", "fonts-noto-cjk"]);
    }
    if webkit().is_none() {
        missing.extend(["webkit2gtk-driver", "xvfb", "locales"]);
    }
    let installs = can_install() && !missing.is_empty();
    if installs {
        let what = format!("ブラウザを入れる / installing {}", missing.join(" "));
        steps.take(&what, || install(&missing))?;
    }
    let lost = |name: &str| {
        Failure::new(
            format!("{name} を入れましたが見つかりません"),
            format!("{name} was installed but is not found"),
        )
    };
    let Some((chrome, chromedriver)) = chromium() else {
        return Err(if installs {
            lost("Chromium")
        } else {
            Failure::new(
                "Chromium と chromedriver を入れてください（Debian・Ubuntu: apt install chromium chromium-driver \
                 fonts-noto-cjk、macOS: brew install --cask chromium chromedriver。場所は KAIGIROKU_CHROME でも示せます）",
                "install Chromium and chromedriver (or name the browser in KAIGIROKU_CHROME)",
            )
        });
    };
    let webkit = webkit();
    match webkit {
        None if installs => return Err(lost("WebKitWebDriver")),
        None => eprintln!(
            "WebKit での検査は省きます（webkit2gtk-driver・xvfb・locales のどれかがありません） / \
             left out: WebKit (webkit2gtk-driver, xvfb or locales is missing)"
        ),
        Some(_) => {}
    }
    Ok(Browsers { chrome, chromedriver, webkit })
}

fn chromium() -> Option<(PathBuf, PathBuf)> {
    let named = std::env::var_os("KAIGIROKU_CHROME").map(PathBuf::from).filter(|path| path.is_file());
    let chrome = named.or_else(|| CHROMES.iter().find_map(|name| on_path(name)))?;
    Some((chrome, on_path("chromedriver")?))
}

/// The browser stands below `/usr/lib`, in a folder named after the machine and one after its version.
fn webkit() -> Option<WebKit> {
    let driver = on_path("WebKitWebDriver")?;
    on_path("Xvfb")?;
    // From this it is told what Japanese is.
    Some(()).filter(|()| Path::new("/usr/share/i18n/locales/ja_JP").is_file())?;
    let entries =
        |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut versions: Vec<PathBuf> = entries(Path::new("/usr/lib"))
        .filter(|folder| folder.is_dir())
        .flat_map(|folder| entries(&folder).chain([folder]).collect::<Vec<_>>())
        .filter(|folder| {
            folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-"))
        })
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|browser| browser.is_file())
        .collect();
    versions.sort();
    Some(WebKit { browser: versions.pop()?, driver })
}

pub fn on_path(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// Only where nobody has to be asked: as root on a system with apt.
pub fn can_install() -> bool {
    Path::new("/etc/debian_version").exists() && ask("id", &["-u"]).as_deref() == Some("0")
}

pub fn install(packages: &[&str]) -> Result<(), Failure> {
    const WAIT: &str = "DPkg::Lock::Timeout=600";
    run(Command::new("apt-get").args(["update", "-o", WAIT]))?;
    run(Command::new("apt-get")
        .args(["install", "-y", "--no-install-recommends", "-o", WAIT])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive"))
}
