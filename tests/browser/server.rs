//! A server for one folder, on this machine only: what a page around the file stands on.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};

use reqwest::Url;
use tempfile::TempDir;

use crate::site::write;

/// A folder that is served until the tests end.
pub struct Server {
    folder: TempDir,
    port: u16,
}

impl Server {
    /// Serves a new empty folder.
    pub fn start() -> Server {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = listener.local_addr().expect("it has an address").port();
        let root = folder.path().to_owned();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let root = root.clone();
                // Browsers open connections that they never use: none may keep the others waiting.
                std::thread::spawn(move || answer(&stream, &root));
            }
        });
        Server { folder, port }
    }

    /// Puts a file into the folder; its address.
    pub fn put(&self, name: &str, text: &str) -> Url {
        write(self.folder.path(), name, text);
        format!("http://127.0.0.1:{}/{name}", self.port).parse().expect("an address")
    }

    /// The same file as of another site.
    pub fn elsewhere(&self, name: &str) -> String {
        format!("http://localhost:{}/{name}", self.port)
    }
}

/// Answers one question; what cannot be answered is dropped, as a browser that has gone away does.
fn answer(mut stream: &TcpStream, root: &Path) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let path = first.split(' ').nth(1).unwrap_or_default();
    let name = path.trim_start_matches('/').split(['?', '#']).next().unwrap_or_default();
    let file: PathBuf = root.join(name);
    let kind = if name.ends_with(".js") { "text/javascript" } else { "text/html" };
    let (status, body) = match std::fs::read(&file) {
        Ok(body) if !name.contains('/') && !name.is_empty() => ("200 OK", body),
        _ => ("404 Not Found", Vec::new()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
}
