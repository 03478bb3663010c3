//! A server as small as they come, for what a file on disk cannot show: headers, and who asks for what.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use reqwest::Url;

/// Pages at an address of this machine, over plain http.
pub struct Server {
    address: SocketAddr,
    shelf: Arc<Mutex<Shelf>>,
}

/// What can be had, and what was asked for.
#[derive(Default)]
struct Shelf {
    pages: HashMap<String, Vec<u8>>,
    asked: Vec<String>,
}

impl Server {
    /// Listens until the program ends.
    pub fn start() -> Server {
        let listener = TcpListener::bind((Ipv4Addr::UNSPECIFIED, 0)).expect("a port is free");
        let port = listener.local_addr().expect("a listener has its address").port();
        let address = SocketAddr::new(own_address(), port);
        let shelf = Arc::<Mutex<Shelf>>::default();
        let server = Server { address, shelf: shelf.clone() };
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // Browsers open connections that they may need later; none may keep the others waiting.
                let shelf = shelf.clone();
                std::thread::spawn(move || answer(stream, &shelf));
            }
        });
        server
    }

    /// Whether the machine has no other address than the one that browsers trust as they trust a file.
    pub fn is_trusted(&self) -> bool {
        self.address.ip().is_loopback()
    }

    /// Puts up a page with these headers, each a whole line; its address.
    pub fn page(&self, name: &str, headers: &[&str], text: &str) -> Url {
        let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
        self.put_bytes(name, &headers, text.as_bytes());
        format!("http://{}/{name}", self.address).parse().expect("an address")
    }

    /// Puts up a file of any kind.
    pub fn file(&self, name: &str, bytes: &[u8]) {
        self.put_bytes(name, "", bytes);
    }

    fn put_bytes(&self, name: &str, headers: &str, bytes: &[u8]) {
        let kind = match name.rsplit_once('.') {
            Some((_, "js")) => "text/javascript; charset=utf-8",
            Some((_, "css")) => "text/css; charset=utf-8",
            Some((_, "gz")) => "application/octet-stream",
            _ => "text/html; charset=utf-8",
        };
        let head = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
             {headers}Connection: close\r\n\r\n",
            bytes.len()
        );
        self.shelf().pages.insert(format!("/{name}"), [head.as_bytes(), bytes].concat());
    }

    /// Puts up a page, or a script by its name; the address that it has on this machine alone.
    pub fn put(&self, name: &str, text: &str) -> Url {
        self.page(name, &[], text);
        format!("http://{}:{}/{name}", Ipv4Addr::LOCALHOST, self.address.port()).parse().expect("an address")
    }

    /// The same page as of another site. Browsers let a page of this machine frame one of the network,
    /// and not the other way round.
    pub fn elsewhere(&self, name: &str) -> String {
        let (ip, port) = (self.address.ip(), self.address.port());
        let host = if ip.is_loopback() { "localhost".to_owned() } else { ip.to_string() };
        format!("http://{host}:{port}/{name}")
    }

    /// The paths asked for since the last look. The picture for the tab is asked for by the browser,
    /// not by the page.
    pub fn asked(&self) -> Vec<String> {
        let mut asked = std::mem::take(&mut self.shelf().asked);
        asked.retain(|path| path != "/favicon.ico");
        asked
    }

    fn shelf(&self) -> std::sync::MutexGuard<'_, Shelf> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The address under which other machines would know this one. Nothing is sent: the system is asked
/// which of its addresses it would send from (the other one is kept for examples, RFC 5737).
fn own_address() -> IpAddr {
    let asked = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).and_then(|socket| {
        socket.connect((Ipv4Addr::new(198, 51, 100, 1), 9))?;
        socket.local_addr()
    });
    asked.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |address| address.ip())
}

/// Answers one question, and no more than one.
fn answer(mut stream: TcpStream, shelf: &Mutex<Shelf>) {
    // A connection that nothing comes through has an end, too.
    let _ = stream.set_read_timeout(Some(Duration::from_secs(60)));
    let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
    let Some(question) = lines.next() else { return };
    // The headers; what is not read when a connection closes makes it break.
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let path = question.split(' ').nth(1).unwrap_or_default().to_owned();
    let page = {
        let mut shelf = shelf.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.asked.push(path.clone());
        shelf.pages.get(path.split('?').next().unwrap_or_default()).cloned()
    };
    let missing = || b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_vec();
    // A browser that has gone meanwhile needs no answer.
    let _ = stream.write_all(&page.unwrap_or_else(missing));
}
