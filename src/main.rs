//! 会議録: the command line. Everything it does is in [`kaigiroku::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(feature = "pdf")]
    if let Some(code) = kaigiroku::cli::pdf::oxide::serve() {
        return code;
    }
    // Not locked: what a thread has to say when it breaks down would wait for ever.
    let (mut out, mut err) = (std::io::stdout(), std::io::stderr());
    ExitCode::from(kaigiroku::cli::run(std::env::args_os().skip(1), &mut out, &mut err))
}
