//! The file in the pages of others: what content management systems leave of a snippet, frames that are
//! made as high as their text, messages.
//!
//! The snippets are those of `docs/embedding.md`, unchanged.

use kaigiroku::bundle;
use kaigiroku::model::Minutes;
use serde_json::json;
use thirtyfour::Key;

use crate::access::check;
use crate::opening::N_SPEECHES;
use crate::page::{APP_IS_UP, Page};
use crate::server::Server;
use crate::site::Site;

const GUIDE: &str = include_str!("../../docs/embedding.md");
const RESIZER: &str = include_str!("open-iframe-resizer/index.umd.cjs");

/// Keeps what the first frame says.
const LISTEN: &str = "<script>
    var said = []; var last = performance.now();
    addEventListener('message', ({ source, data }) => {
        if (source !== frames[0]) return;
        said.push(data); last = performance.now();
    });
</script>";

/// The heights that were told, in our words and in those of open-iframe-resizer.
const SIZES: &str = "said.filter(data => data.t === 'size').map(data => data.h)";
const RESIZED: &str = "said.filter(data => data.type === 'iframe-resized').map(data => data.height)";

/// What a page around says that follows heights.
const HELLO: &str = "frames[0].postMessage({ kg: 1, t: 'hello', caps: ['size'] }, '*')";

/// Whether nothing was said for so long that nothing more is to come.
const IS_QUIET: &str = "performance.now() - last > 1500";

/// A snippet of the guide: the first that holds the words.
fn snippet(words: &str) -> &'static str {
    let blocks = GUIDE.split("```html\n").skip(1).filter_map(|rest| rest.split_once("```"));
    let mut blocks = blocks.map(|(block, _)| block);
    blocks
        .find(|block| block.contains(words))
        .unwrap_or_else(|| panic!("the guide has a snippet with {words}"))
}

const FRAME: &str = "<iframe src=\"kaigiroku.html?embed=1\" title";
const SCRIPT: &str = "addEventListener";
const ELEMENT: &str = "<kaigiroku-minutes";

pub fn portal(body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><title>市のページ</title>
        <style>body {{ max-width: 60rem; margin: 2rem auto; font-family: sans-serif }} iframe {{ border: 0 }}</style>
        <body><h1>推進会議</h1>\n{body}\n<p>おわり</p></body></html>"
    )
}

/// A server with the file and the element.
pub fn server(text: &str) -> Server {
    let server = Server::start();
    server.put("kaigiroku.html", text);
    let bundle = std::env::var_os("KAIGIROKU_BUNDLE").expect("the journeys know the file");
    let element = std::path::Path::new(&bundle).with_file_name("embed.js");
    server.put("embed.js", &std::fs::read_to_string(element).expect("it is built beside the file"));
    server
}

/// Whether the viewer stands as it should in a frame: the middle column alone.
fn shows_the_middle_column(page: &Page) {
    page.until("the viewer stands", APP_IS_UP);
    page.holds("in the middle alone", "!document.querySelector('.sides, .tabs')");
    page.holds(
        "nothing runs out at the side",
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth",
    );
}

/// What Joruri and ZOMEKI take away: `script;*[on*];*[data-*]`.
fn joruri(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, from)) = rest.split_once("<script") {
        out.push_str(before);
        rest = from.split_once("</script>").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    without_attributes(&out, |name| name.starts_with("on") || name.starts_with("data-"))
}

/// Takes attributes away. The snippets have all their values in double quotes.
fn without_attributes(html: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut out = String::new();
    for (at, part) in html.split('<').enumerate() {
        if at == 0 {
            out.push_str(part);
            continue;
        }
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let mut quoted = false;
        let words = tag.split(|c: char| {
            quoted ^= c == '"';
            c == ' ' && !quoted
        });
        let kept: Vec<&str> = words.filter(|word| !is_taken(word.split('=').next().unwrap_or(""))).collect();
        out.push_str(&format!("<{}>{text}", kept.join(" ")));
    }
    out
}

/// What SHIRASAGI leaves, which refuses frames without a title.
fn shirasagi(html: &str) -> String {
    for frame in html.split("<iframe").skip(1) {
        let title = frame.split_once("title=\"").and_then(|(_, rest)| rest.split_once('"'));
        assert!(title.is_some_and(|(title, _)| title.chars().count() >= 5), "{frame}");
    }
    html.to_owned()
}

/// What is left where frames are taken away, too, and elements that nobody knows.
fn strict(html: &str) -> String {
    let mut out = joruri(html);
    while let Some((before, rest)) = out.split_once("<iframe") {
        let after = rest.split_once("</iframe>").map_or("", |(_, after)| after);
        out = [before, after].concat();
    }
    out.replace("</kaigiroku-minutes>", "").replace("<kaigiroku-minutes", "<p hidden")
}

pub fn every_system_leaves_something_to_read(site: &Site, page: &Page) {
    let server = server(&site.text);
    type Strip = fn(&str) -> String;
    let systems: [(&str, Strip); 3] = [("joruri", joruri), ("shirasagi", shirasagi), ("strict", strict)];
    for (system, strip) in systems {
        for (form, words) in [("frame", FRAME), ("script", SCRIPT), ("element", ELEMENT)] {
            let left = strip(snippet(words));
            let name = format!("{system}-{form}.html");
            page.open(&server.put(&name, &portal(&left)));
            page.holds(
                &format!("{name}: there is a link to the whole page"),
                "[...document.links].some(link => link.href.endsWith('/kaigiroku.html') && link.checkVisibility())",
            );
            if system == "joruri" {
                assert!(!left.contains("script"), "{left}");
            }
            let has_frame = page.number("document.querySelectorAll('iframe').length");
            let loses_frame = system == "strict" || system == "joruri" && form == "element";
            assert_eq!(has_frame, i64::from(!loses_frame), "{name}");
            if has_frame == 1 {
                page.until(&format!("{name}: the frame is named"), "document.querySelector('iframe').title");
                page.enter_frame();
                shows_the_middle_column(page);
            }
        }
    }
}

pub fn begins_and_looks_as_the_address_says(site: &Site, page: &Page) {
    let server = server(&site.text);
    // Far down the page, which must not move to it.
    let body = snippet("kg=s014").replace("scheme=light", "scheme=dark");
    page.open(&server.put("portal.html", &portal(&format!("<p><br>{}</p>{body}", "<br>".repeat(10)))));
    page.enter_frame();
    shows_the_middle_column(page);
    page.until("it points at the speech", "document.querySelector('#s014.current')");
    page.until(
        "which can be seen",
        "(box => box.top >= 0 && box.top < innerHeight / 2)(document.querySelector('#s014').getBoundingClientRect())",
    );
    page.holds("without a head", "!document.querySelector('.top')");
    page.holds("but with a heading for those who hear", "document.querySelectorAll('h1').length === 1");
    let colour = |of: &str, property: &str| {
        page.text(&format!(
            "getComputedStyle(document.querySelector('{of}')).getPropertyValue('{property}').trim()"
        ))
    };
    assert_eq!(colour("body", "background-color"), "rgb(20, 20, 22)");
    assert_eq!(colour(":root", "color-scheme"), "dark");
    // The accent, in a shade that can be read in the dark.
    assert_eq!(colour(":root", "--link"), "#5e9f8b");
    page.holds("the page around stays where it was", "parent.scrollY === 0");
    page.type_into("input[type=search]", "事業");
    page.until("the address follows", "decodeURIComponent(location.hash).includes('事業')");
    page.holds("without steps for Back", "history.length === parent.history.length && history.length <= 20");
}

/// Minutes with so many speeches.
fn with_speeches(site: &Site, n: usize) -> String {
    let mut text = "令和7年度第1回図書館協議会 会議録\n\n1 会議名 令和7年度第1回図書館協議会\n2 議題\n (1) 開館時間について\n\
                    3 審議内容\n(1) 開館時間について\n"
        .to_owned();
    for at in 0..n {
        let speaker = if at % 2 == 0 { "委員" } else { "事務局" };
        let more = "夜間も開館してほしいという声がある。".repeat(1 + at % 4);
        text.push_str(&format!("【{speaker}】開館時間について、{}回目にお尋ねする。{more}\n", at + 1));
    }
    let minutes = Minutes::of(text);
    assert_eq!(minutes.speeches.len(), n);
    bundle::write(&site.text, &minutes, None).expect("a bundle is a shell")
}

pub fn becomes_as_high_as_its_text(site: &Site, page: &Page) {
    for n in [1, 20, 2_000] {
        let server = server(&with_speeches(site, n));
        // The frame is of another site: only messages go between.
        let body = snippet(SCRIPT).replace("src=\"", &format!("src=\"{}", server.elsewhere("")));
        page.open(&server.put("portal.html", &portal(&format!("{LISTEN}{body}"))));
        page.until("the height is told", &format!("{SIZES}.length > 0"));
        page.until("and settles", IS_QUIET);
        let sizes = page.eval(SIZES);
        println!("    {n} speeches: size {sizes}");
        let n_sizes = page.number(&format!("{SIZES}.length"));
        assert!(n_sizes <= 4, "{n} speeches: {n_sizes} messages");
        let height = page.number(&format!("{SIZES}.at(-1)"));
        assert_eq!(page.number("Number(document.querySelector('iframe').height)"), height.clamp(200, 20_000));
        page.enter_frame();
        shows_the_middle_column(page);
        page.holds(
            "nothing stays over the text",
            "getComputedStyle(document.querySelector('.stays')).position === 'static'",
        );
        if height <= 20_000 {
            page.holds("nothing scrolls inside", "document.documentElement.scrollHeight <= innerHeight");
        }
    }
}

pub fn follows_its_text_when_it_shrinks(site: &Site, page: &Page) {
    let server = server(&site.text);
    page.open(&server.put("portal.html", &portal(&format!("{LISTEN}{}", snippet(SCRIPT)))));
    page.until("the height is told", &format!("{SIZES}.length > 0"));
    page.until("and settles", IS_QUIET);
    let whole = page.number(&format!("{SIZES}.at(-1)"));
    page.eval("frames[0].postMessage({ kg: 1, t: 'query', q: '奨学金' }, '*')");
    page.until("a search makes it lower", &format!("{SIZES}.at(-1) < {whole} / 2"));
    page.eval("frames[0].postMessage({ kg: 1, t: 'query', q: '' }, '*')");
    page.until("and higher again", &format!("Math.abs({SIZES}.at(-1) - {whole}) < 8"));
    page.eval("frames[0].postMessage({ kg: 1, t: 'goto', id: 's014' }, '*')");
    page.until("it says where it has gone to", "said.some(data => data.t === 'nav' && data.id === 's014')");
    let y = page.number("said.find(data => data.t === 'nav' && data.id === 's014').y");
    assert!((200..whole).contains(&y), "{y} of {whole}");
    page.eval("frames[0].postMessage({ kg: 1, t: 'theme', scheme: 'dark' }, '*')");
    page.enter_frame();
    page.until("it is dark", "getComputedStyle(document.body).backgroundColor === 'rgb(20, 20, 22)'");
    page.holds("the speech is pointed at", "document.querySelector('#s014.current') !== null");
}

pub fn speaks_with_open_iframe_resizer(site: &Site, page: &Page) {
    for n in [1, 20] {
        let server = server(&with_speeches(site, n));
        server.put("resizer.js", RESIZER);
        let frame = snippet(FRAME).replace("src=\"", &format!("src=\"{}", server.elsewhere("")));
        let body = format!(
            "{LISTEN}<script src=\"resizer.js\"></script>{frame}<script>iframeResizer.initialize({{}}, 'iframe')</script>"
        );
        page.open(&server.put("portal.html", &portal(&body)));
        page.until("the height is told", &format!("{RESIZED}.length > 0"));
        page.until("and settles", IS_QUIET);
        println!("    {n} speeches: iframe-resized {}", page.eval(RESIZED));
        let n_sizes = page.number(&format!("{RESIZED}.length"));
        assert!(n_sizes <= 4, "{n} speeches: {n_sizes} messages");
        let height = page.number(&format!("{RESIZED}.at(-1)"));
        assert_eq!(page.number("document.querySelector('iframe').getBoundingClientRect().height"), height);
    }
}

pub fn stands_in_an_element_of_its_own(site: &Site, page: &Page) {
    let server = server(&site.text);
    let element = snippet(ELEMENT);
    let second = "<kaigiroku-minutes id=\"b\" src=\"kaigiroku.html\" title=\"会議録の抜粋\" height=\"500\" header=\"0\"
        start=\"s014\" filter=\"role=member\"></kaigiroku-minutes>
        <kaigiroku-minutes src=\"javascript:alert(1)\"></kaigiroku-minutes>";
    let twice = format!("{LISTEN}{element}{second}<script src=\"embed.js\"></script>");
    page.open(&server.put("portal.html", &portal(&twice)));
    page.until("there are two frames", "document.querySelectorAll('iframe').length === 2");
    page.holds(
        "each in its element",
        "document.querySelectorAll('kaigiroku-minutes > iframe:first-child').length === 2",
    );
    page.holds(
        "named",
        "[...document.querySelectorAll('iframe')].every(frame => frame.title.includes('会議録'))",
    );
    page.holds("the link stays", "document.querySelector('kaigiroku-minutes a').checkVisibility()");
    page.until(
        "the first becomes as high as its text",
        "document.querySelector('iframe').offsetHeight > 2000",
    );
    page.until("and settles", IS_QUIET);
    assert_eq!(page.number("document.querySelector('#b iframe').offsetHeight"), 500);
    let begins = page.text("new URL(document.querySelector('#b iframe').src).searchParams.get('kg')");
    assert_eq!(begins, "s014;role=member");
    // The page follows where the frame cannot scroll.
    page.eval("frames[0].postMessage({ kg: 1, t: 'goto', id: 's020' }, '*')");
    page.until("the page follows the reader", "scrollY > 1000");
    page.eval("document.querySelector('kaigiroku-minutes').setAttribute('scheme', 'dark')");
    page.enter_frame();
    page.until(
        "the frame is told of the dark",
        "getComputedStyle(document.documentElement).colorScheme === 'dark'",
    );
}

pub fn hears_nobody_but_the_page_around(site: &Site, page: &Page) {
    let server = server(&site.text);
    let stranger = "parent.frames[0].postMessage({ kg: 1, t: 'goto', id: 's014' }, '*'); parent.postMessage('done', '*')";
    let body = format!(
        "{LISTEN}{}<script>
            addEventListener('message', ({{ data }}) => {{ if (data === 'done') window.strangerIsDone = true; }});
            var stranger = () => {{
                const frame = document.createElement('iframe');
                frame.title = 'stranger'; frame.sandbox = 'allow-scripts';
                frame.srcdoc = `<script>{stranger}<\\/script>`;
                document.body.append(frame);
            }};
        </script>",
        snippet(FRAME)
    );
    page.open(&server.put("portal.html", &portal(&body)));
    page.until("the viewer stands", "said.some(data => data.t === 'ready')");
    page.eval("stranger()");
    page.until("a stranger has spoken", "window.strangerIsDone");
    let noise = "
        const send = (message) => frames[0].postMessage(message, '*');
        for (const message of [null, 0, '', 'hello', [], [1, 'goto', 's014'], new Date(), new Map([['kg', 1]]), /a/,
            new ArrayBuffer(8), { kg: 1 }, { kg: 1, t: 'goto' }, { kg: 1, t: 'goto', id: { id: 's014' } },
            { kg: '1', t: 'goto', id: 's014' }, { kg: 1, t: 'goto', id: 's999' }, { kg: 1, t: 'goto', id: '#s014' },
            { kg: 1, t: 'save', id: 's014' }, { kg: 1, t: 'query', q: 7 }, { kg: 1, t: 'theme', scheme: 'url(x)' },
            JSON.parse('{\"__proto__\": { \"kg\": 1, \"t\": \"goto\", \"id\": \"s014\" }}'),
            JSON.parse('{\"constructor\": { \"prototype\": { \"t\": \"goto\" } }, \"kg\": 1}'),
            { kg: 1, t: 'hello', caps: 'size' }, { kg: 1, t: 'hello', caps: Array(1e5).fill('x') }]) send(message);";
    page.run(noise);
    page.run("const long = 'あ'.repeat(5e7); for (const message of [long, { kg: 1, t: long }, { kg: 1, t: 'query', q: long }])
        frames[0].postMessage(message, '*')");
    page.run("for (let n = 0; n < 10000; n++) frames[0].postMessage({ kg: 1, t: 'query', q: 'x' + n }, '*')");
    // Messages are heard in their order: once this is heard, all before it were.
    page.until(
        "the page around is still heard",
        "frames[0].postMessage({ kg: 1, t: 'theme', scheme: 'dark' }, '*') ||
            getComputedStyle(frames[0].document.documentElement).colorScheme === 'dark'",
    );
    page.enter_frame();
    page.holds("nothing was pointed at", "!document.querySelector('.current')");
    page.holds("no prototype was changed", "({}).kg === undefined && ({}).t === undefined");
    page.holds("few of many words were looked for", "document.querySelectorAll('article').length > 0");
    page.holds(
        "nobody was told a size",
        "getComputedStyle(document.querySelector('.stays')).position === 'sticky'",
    );
    page.holds("the viewer stands", "!document.querySelector('#kg-plain')");
}

pub fn is_never_a_blank_frame(site: &Site, page: &Page) {
    let server = server(&site.text);
    // In a sandbox, with the height told.
    let sandbox = snippet(SCRIPT).replace("<iframe", "<iframe sandbox=\"allow-scripts\"");
    page.open(&server.put("sandbox.html", &portal(&format!("{LISTEN}{sandbox}"))));
    page.until("the height is told from a sandbox", &format!("{SIZES}.length > 0"));
    page.enter_frame();
    shows_the_middle_column(page);

    // Where wasm is forbidden: the text, its height, and why there is no more.
    server.put("plain.html", &site.text.replacen("'wasm-unsafe-eval'", "", 1));
    let plain = snippet(SCRIPT).replace("kaigiroku.html", "plain.html");
    page.open(&server.put("forbidden.html", &portal(&format!("{LISTEN}{plain}"))));
    page.until("it says why", "said.some(data => data.t === 'error')");
    assert_eq!(page.text("said.find(data => data.t === 'error').code"), "policy");
    page.eval(HELLO);
    page.until("and how high the text is", &format!("{SIZES}.at(-1) > 1000"));
    page.until(
        "which is what the frame becomes",
        &format!("document.querySelector('iframe').height == {SIZES}.at(-1)"),
    );
    page.enter_frame();
    reads_plainly(page);

    // Given as text inside a page that forbids wasm. Not every browser hands this policy on.
    let inside = site.text.replace('&', "&amp;").replace('"', "&quot;");
    let policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'";
    let body = format!(
        "{LISTEN}<iframe title=\"会議録\" width=\"100%\" height=\"400\" srcdoc=\"{inside}\"></iframe>"
    );
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"><title>");
    page.open(&server.put("strict.html", &portal(&body).replacen("<title>", &meta, 1)));
    page.until("it says what it is", "said.some(data => data.t === 'error' || data.t === 'ready')");
    let stands = page.eval("said.some(data => data.t === 'ready')") == json!(true);
    page.enter_frame();
    if stands {
        page.until("the viewer stands", APP_IS_UP);
    } else {
        reads_plainly(page);
    }

    // Without scripts there is nobody to say anything.
    let mute = snippet(FRAME).replace("<iframe", "<iframe sandbox=\"\"");
    page.open(&server.put("mute.html", &portal(&mute)));
    page.enter_frame();
    reads_plainly(page);
}

fn reads_plainly(page: &Page) {
    page.until(
        "the text is there",
        &format!(
            "[...document.querySelectorAll('#kg-plain article')].filter(of => of.checkVisibility()).length === {N_SPEECHES}"
        ),
    );
    page.holds("nothing runs out at the side", "document.documentElement.scrollWidth <= innerWidth");
}

pub fn has_no_barriers_in_a_frame(site: &Site, page: &Page) {
    for query in [
        "embed=1",
        "embed=1&header=0&accent=ffcc00&scheme=light&kg=s014",
        "embed=1&accent=0b6e4f&scheme=dark",
    ] {
        let mut url = site.url();
        url.set_query(Some(query));
        page.open_app(&url);
        check(page, query);
    }
}

pub fn opens_its_dialogs_where_the_reader_is(site: &Site, page: &Page) {
    let server = server(&site.text);
    page.open(&server.put("portal.html", &portal(&format!("{LISTEN}{}", snippet(SCRIPT)))));
    page.until("the height is told", &format!("{SIZES}.length > 0"));
    page.until("and settles", IS_QUIET);
    page.enter_frame();
    page.eval("document.querySelector('#s017').focus()");
    page.keys("?");
    page.until("the keys are explained", "document.querySelector('dialog').open");
    page.holds(
        "near the speech from which it was asked for",
        "Math.abs(document.querySelector('dialog').getBoundingClientRect().top
            - document.querySelector('#s017').getBoundingClientRect().top) < 400",
    );
    page.holds(
        "which is far from the top",
        "document.querySelector('dialog').getBoundingClientRect().top > 1500",
    );
    page.keys(Key::Escape);
    page.until("it closes", "!document.querySelector('dialog').open");
}
