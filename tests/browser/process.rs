//! The programs that stand between a journey and its browser.
//!
//! Each ends with whoever holds it. Drivers stand in a group of their own and end together with
//! everything that they have started: a browser that hangs does not outlive its journey.

use std::io::{BufRead as _, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

/// How long a driver may take until it says where it listens.
const PATIENCE: Duration = Duration::from_secs(30);

/// A started program, and what it says.
pub struct Program {
    process: Child,
    lines: Receiver<String>,
}

impl Program {
    /// Starts a program at the head of a group of its own.
    pub fn start_apart(mut command: Command) -> Result<Program, String> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        Program::start(command)
    }

    /// Starts a program that nobody types into.
    fn start(mut command: Command) -> Result<Program, String> {
        let name = command.get_program().to_string_lossy().into_owned();
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command.spawn().map_err(|error| format!("{name} does not start: {error}"))?;
        let (teller, lines) = mpsc::channel();
        // What nobody listened to would fill up and stop the program.
        listen(process.stdout.take(), &teller);
        listen(process.stderr.take(), &teller);
        Ok(Program { process, lines })
    }

    /// Waits for the first line in which `find` finds something.
    pub fn told<T>(&self, find: impl Fn(&str) -> Option<T>) -> Result<T, String> {
        let end = Instant::now() + PATIENCE;
        let mut said = Vec::new();
        while let Ok(line) = self.lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
            if let Some(found) = find(line.trim()) {
                return Ok(found);
            }
            said.push(line);
        }
        Err(format!("it does not tell where it is: {said:?}"))
    }

    /// The number by which the system knows it.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Ends it with everything that it has started.
    pub fn end(&self) {
        // A group bears the number of its first process. Where there is none, nobody is to be told.
        let group = format!("-{}", self.id());
        let _ = Command::new("kill").args(["-9", "--", &group]).stderr(Stdio::null()).status();
    }

    /// What it has said since the last look.
    pub fn said(&self) -> Vec<String> {
        self.lines.try_iter().collect()
    }
}

/// Takes every line, to the end of the program.
fn listen(output: Option<impl Read + Send + 'static>, teller: &Sender<String>) {
    let (Some(output), teller) = (output, teller.clone()) else { return };
    std::thread::spawn(move || {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            // Whether anybody still holds the program or not, it may go on.
            let _ = teller.send(String::from_utf8_lossy(&line).into_owned());
        }
    });
}

impl Drop for Program {
    fn drop(&mut self) {
        self.end();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Starts a screen that nobody sees, under a number of its own choice; its name.
pub fn screen() -> (Program, String) {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
    let screen = Program::start(command).expect("Xvfb starts");
    let name = screen.told(|line| line.parse::<u16>().ok().map(|number| format!(":{number}")));
    let name = name.expect("the screen has a number");
    (screen, name)
}

/// The name by which programs are told to speak Japanese.
pub const JAPANESE: &str = "ja_JP.UTF-8";

/// Writes down what Japanese is, which many machines do not know and WebKit asks them.
pub fn japanese(folder: &Path) {
    let mut command = Command::new("localedef");
    command.args(["--no-archive", "-i", "ja_JP", "-f", "UTF-8"]).arg(folder.join(JAPANESE));
    let done = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    done.expect("localedef starts");
    assert!(folder.join(JAPANESE).exists(), "localedef knows Japanese (Debian: locales)");
}
