//! Starts programs, times steps and words failures.

use std::ffi::OsString;
use std::fmt;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Why a command stopped: one line, in both languages.
#[derive(Debug)]
pub struct Failure {
    ja: String,
    en: String,
}

impl Failure {
    pub fn new(ja: impl Into<String>, en: impl Into<String>) -> Failure {
        Failure { ja: ja.into(), en: en.into() }
    }

    /// A file or folder that could not be read or written.
    pub fn file(path: &Path, error: impl fmt::Display) -> Failure {
        let path = path.display();
        Failure::new(format!("{path} を扱えません（{error}）"), format!("cannot use {path} ({error})"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "エラー: {} / error: {}", self.ja, self.en)
    }
}

/// Where things are.
pub struct Project {
    /// The folder of `Cargo.toml`.
    pub root: PathBuf,
    /// The folder into which cargo builds.
    pub target: PathBuf,
}

impl Project {
    /// Asks cargo, which knows about `CARGO_TARGET_DIR` and every configuration file.
    pub fn find() -> Result<Project, Failure> {
        // `cargo run` tells where the package is now; the folder in which it was compiled may be gone.
        let root =
            std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = PathBuf::from(root);
        let asked = cargo()
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .current_dir(&root)
            .stderr(Stdio::inherit())
            .output();
        let target = asked
            .ok()
            .and_then(|answer| serde_json::from_slice::<serde_json::Value>(&answer.stdout).ok())
            .and_then(|answer| Some(PathBuf::from(answer.get("target_directory")?.as_str()?)))
            .ok_or_else(|| Failure::new("cargo metadata に失敗しました", "cargo metadata failed"))?;
        Ok(Project { root, target })
    }

    /// A cargo command in the project's folder.
    pub fn cargo<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Command {
        let mut command = cargo();
        command.args(arguments).current_dir(&self.root);
        command
    }

    /// Reads a text file of the project; line ends become LF, however it was checked out.
    pub fn read(&self, path: &str) -> Result<String, Failure> {
        let path = self.root.join(path);
        let text = std::fs::read_to_string(&path).map_err(|error| Failure::file(&path, error))?;
        Ok(text.replace("\r\n", "\n"))
    }
}

/// The cargo that started us, so that one toolchain does everything.
fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")))
}

/// Runs a program to its end; what it prints goes through.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let shown = shown(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Failure::new(format!("{shown} が失敗しました"), format!("{shown} failed"))),
        Err(error) => Err(Failure::new(
            format!("{shown} を起動できません（{error}）"),
            format!("cannot start {shown} ({error})"),
        )),
    }
}

/// What a program says on its standard output, or `None` where it is missing or fails.
pub fn ask(program: &str, arguments: &[&str]) -> Option<String> {
    let answer = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    answer.status.success().then(|| String::from_utf8_lossy(&answer.stdout).trim().to_owned())
}

/// The command as one would type it, without the folder of the program.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = command.get_args().map(|word| word.to_string_lossy());
    std::iter::once(program.to_string_lossy()).chain(words).collect::<Vec<_>>().join(" ")
}

/// Writes a whole file or leaves the old one: first beside it, then renamed over it.
pub fn write_whole(path: &Path, content: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let write = || {
        std::fs::create_dir_all(folder)?;
        let mut builder = tempfile::Builder::new();
        // A temporary file is private by default; what is built is for everybody.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.tempfile_in(folder)?;
        file.write_all(content)?;
        file.persist(path).map_err(|unkept| unkept.error)
    };
    write().map(drop).map_err(|error: std::io::Error| Failure::file(path, error))
}

/// The steps taken so far and how long each took.
#[derive(Default)]
pub struct Steps {
    taken: Vec<(String, Duration)>,
}

impl Steps {
    /// Announces a step, takes it, and says how long it took.
    pub fn take<T>(&mut self, name: &str, step: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
        eprintln!("── {name} …");
        let start = Instant::now();
        let done = step();
        let took = start.elapsed();
        let result = if done.is_ok() { "済み / done" } else { "失敗 / FAILED" };
        eprintln!("── {name}: {result}, {:.1} s", took.as_secs_f64());
        self.taken.push((name.to_owned(), took));
        done
    }

    /// One line a step, and the sum.
    pub fn table(&self) -> String {
        let sum = self.taken.iter().map(|(_, took)| *took).sum::<Duration>();
        let lines = self.taken.iter().map(|(name, took)| (name.as_str(), *took));
        lines
            .chain([("合計 / total", sum)])
            .map(|(name, took)| format!("{:>8.1} s  {name}\n", took.as_secs_f64()))
            .collect()
    }
}
