//! Finds the browsers and their drivers, or brings them where that is possible without asking.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{Failure, Project, Steps, ask, run};

const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];

/// The version of Firefox's driver, which Debian does not package.
const GECKODRIVER: &str = "0.37.1";

const CHROMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Browsers that tests can drive. Those that cannot be had everywhere may be left out.
pub struct Browsers {
    pub chromium: Driven,
    pub firefox: Option<Driven>,
    /// WebKitGTK's own small browser.
    pub webkit: Option<Driven>,
}

/// A browser and the program through which it is driven.
pub struct Driven {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

/// Chromium, named by `KAIGIROKU_CHROME` or found on the path, Firefox and WebKit. Where nobody has to
/// be asked they are brought, and then none may be missing.
pub fn ready(project: &Project, steps: &mut Steps) -> Result<Browsers, Failure> {
    let mut missing = Vec::new();
    if chromium().is_none() {
        missing.extend(["chromium", "chromium-driver", "fonts-noto-cjk"]);
    }
    if firefox().is_none() {
        missing.push("firefox-esr");
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
    let Some(chromium) = chromium() else {
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
    let firefox = match firefox() {
        Some(browser) => geckodriver(project, steps)?.map(|driver| Driven { browser, driver }),
        None if installs => return Err(lost("Firefox")),
        None => left_out("Firefox", "firefox-esr"),
    };
    let webkit = match webkit() {
        Some(webkit) => Some(webkit),
        None if installs => return Err(lost("WebKitWebDriver")),
        None => left_out("WebKit", "webkit2gtk-driver, xvfb, locales"),
    };
    Ok(Browsers { chromium, firefox, webkit })
}

/// Says which engine the checks go without, and for want of what.
fn left_out(engine: &str, missing: &str) -> Option<Driven> {
    eprintln!("{engine} での検査は省きます（ないもの: {missing}） / left out: {engine} (missing: {missing})");
    None
}

fn firefox() -> Option<PathBuf> {
    FIREFOXES.iter().find_map(|name| on_path(name))
}

/// Firefox's driver, built once into the target folder. Where that fails Firefox is left out, unless
/// everything else could be brought.
fn geckodriver(project: &Project, steps: &mut Steps) -> Result<Option<PathBuf>, Failure> {
    let tools = project.target.join("tools");
    let driver = tools.join("bin").join(format!("geckodriver{}", std::env::consts::EXE_SUFFIX));
    if is_geckodriver(&driver) {
        return Ok(Some(driver));
    }
    let built = steps.take("geckodriver を作る / building geckodriver", || {
        // How fast it is does not matter, how fast it is built does.
        let what = ["install", "geckodriver", "--locked", "--version", GECKODRIVER, "--debug", "--force"];
        run(project.cargo(what).arg("--root").arg(&tools).env("CARGO_PROFILE_DEV_DEBUG", "0"))
    });
    match built {
        Ok(()) if is_geckodriver(&driver) => Ok(Some(driver)),
        Err(failure) if can_install() => Err(failure),
        _ => {
            left_out("Firefox", "geckodriver");
            Ok(None)
        }
    }
}

/// Whether it is there, in the version that was asked for.
fn is_geckodriver(program: &Path) -> bool {
    let told = ask(&program.to_string_lossy(), &["--version"]);
    told.is_some_and(|told| told.split_whitespace().nth(1) == Some(GECKODRIVER))
}

/// Chromium, named by `KAIGIROKU_CHROME` or found on the path.
pub fn chromium() -> Option<Driven> {
    let named = std::env::var_os("KAIGIROKU_CHROME").map(PathBuf::from).filter(|path| path.is_file());
    let browser = named.or_else(|| CHROMES.iter().find_map(|name| on_path(name)))?;
    Some(Driven { browser, driver: on_path("chromedriver")? })
}

/// The browser stands below `/usr/lib`, in a folder named after the machine and one after its version.
fn webkit() -> Option<Driven> {
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
    Some(Driven { browser: versions.pop()?, driver })
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
