//! `site`: what lies in the folder, and what its pages are.

use std::collections::BTreeMap;
use std::path::Path;

use expect_test::expect;
use kaigiroku::export::Selection;
use kaigiroku::model::Minutes;
use kaigiroku::search::Query;
use kaigiroku::search::shards::{Directory, find};
use kaigiroku::shelf::Draft;
use miniz_oxide::inflate::decompress_to_vec;
use tempfile::TempDir;

use crate::cli::{check_refused, folder, run};

const LIBRARY: &str = "\
令和7年度第2回図書館協議会 会議録

開催日時 令和8年2月4日（水）

委員　夜間も開館してほしい。<b>

事務局　検討します。
";
const EARLIER: &str = "令和6年第1回図書館協議会 会議録\n\n開催日時 令和6年5月1日\n\n委員　はい。\n";
const WATER: &str = "令和7年第1回水道審議会 会議録\n\n開催日時 令和7年6月2日\n\n委員　水道の夜間の検討は。\n";

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap) {
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            files.insert(name, std::fs::read(entry.path()).unwrap());
        }
    }
    files
}

/// The site of these texts.
fn made(args: &[&str]) -> (TempDir, BTreeMap<String, Vec<u8>>) {
    let texts = [("in/a.txt", LIBRARY), ("in/b.txt", EARLIER), ("in/c/d.txt", WATER), ("in/e.txt", LIBRARY)];
    let folder = folder(&texts.map(|(name, text)| (name, text.as_bytes())));
    let output = run(&folder, &[&["site", "in", "-o", "out"], args].concat());
    assert!(output.status.success(), "{output:?}");
    let files = files(&folder.path().join("out"));
    (folder, files)
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(files[name].clone()).unwrap()
}

/// Without the marks of what is shared, which change with every line of a script.
fn masked(text: &str) -> String {
    let mut out = String::new();
    for piece in text.split_inclusive('-') {
        let rest = piece.trim_start_matches(|c: char| c.is_ascii_hexdigit());
        out.push_str(if piece.len() - rest.len() == 16 { "…" } else { &piece[..piece.len() - rest.len()] });
        out.push_str(rest);
    }
    out
}

#[test]
fn the_folder_holds_pages_and_what_they_share() {
    let (_, files) = made(&["--base-url", "https://minutes.example/r", "--title", "若草野市の会議録"]);
    let names: Vec<String> = files.keys().map(|name| name.to_owned()).collect();
    expect![[r#"
        a/finder-….wasm.gz
        a/finder-….css
        a/finder-….js
        a/viewer-….js
        a/viewer-….wasm.gz
        a/viewer-….css
        c/1.html
        c/2.html
        feed.xml
        index.html
        m/807652-11bce646.html
        m/d09843-decd7840.html
        m/e6fd84-bd1c1880.html
        s/1f5ddb47a78c
        s/9da5df04b5c2
        s/cc17d887b61e
        search.html
        sitemap.xml
    "#]]
    .assert_eq(&masked(&(names.join("\n") + "\n")));
    expect![[r#"
        <!doctype html>
        <html lang="ja">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="kaigiroku 0.1.0">
        <title>若草野市の会議録</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="a/finder-….css">
        <link rel="alternate" type="application/atom+xml" href="feed.xml">
        </head>
        <body>
        <main id="kg-plain">
        <h1>若草野市の会議録</h1>
        <form role="search" action="search.html">
        <label for="q">すべての会議録から探す</label>
        <input id="q" name="q" type="search">
        <button type="submit">探す</button>
        </form>
        <h2>会議体</h2>
        <ul>
        <li><a href="c/1.html">図書館協議会</a>（2件）</li>
        <li><a href="c/2.html">水道審議会</a>（1件）</li>
        </ul>
        <h2>新しい会議録</h2>
        <ul>
        <li>2026-02-04 <a href="m/e6fd84-bd1c1880.html">令和7年度第2回図書館協議会 会議録</a>（発言2件）</li>
        <li>2025-06-02 <a href="m/807652-11bce646.html">令和7年第1回水道審議会 会議録</a>（発言1件）</li>
        <li>2024-05-01 <a href="m/d09843-decd7840.html">令和6年第1回図書館協議会 会議録</a>（発言1件）</li>
        </ul>
        </main>
        </body>
        </html>
    "#]].assert_eq(&masked(&text(&files, "index.html")));
    expect![[r#"
        <!doctype html>
        <html lang="ja">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="kaigiroku 0.1.0">
        <title>図書館協議会｜若草野市の会議録</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="../a/finder-….css">
        <link rel="alternate" type="application/atom+xml" href="../feed.xml">
        </head>
        <body>
        <main id="kg-plain">
        <h1>図書館協議会</h1>
        <h2>2025年度</h2>
        <ul>
        <li>2026-02-04 <a href="../m/e6fd84-bd1c1880.html">令和7年度第2回図書館協議会 会議録</a>（発言2件）</li>
        </ul>
        <h2>2024年度</h2>
        <ul>
        <li>2024-05-01 <a href="../m/d09843-decd7840.html">令和6年第1回図書館協議会 会議録</a>（発言1件）</li>
        </ul>
        <footer><p><a href="../index.html">会議録の一覧</a></p></footer>
        </main>
        </body>
        </html>
    "#]].assert_eq(&masked(&text(&files, "c/1.html")));
    expect![[r#"
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">
        <id>https://minutes.example/r/feed.xml</id>
        <title>若草野市の会議録</title>
        <updated>2026-02-04T00:00:00+09:00</updated>
        <author><name>若草野市の会議録</name></author>
        <link rel="self" type="application/atom+xml" href="https://minutes.example/r/feed.xml"/>
        <link rel="alternate" type="text/html" href="https://minutes.example/r/index.html"/>
        <entry>
        <id>https://minutes.example/r/m/e6fd84-bd1c1880.html</id>
        <title>令和7年度第2回図書館協議会 会議録</title>
        <updated>2026-02-04T00:00:00+09:00</updated>
        <link rel="alternate" type="text/html" href="https://minutes.example/r/m/e6fd84-bd1c1880.html"/>
        <summary>発言2件</summary>
        </entry>
        <entry>
        <id>https://minutes.example/r/m/807652-11bce646.html</id>
        <title>令和7年第1回水道審議会 会議録</title>
        <updated>2025-06-02T00:00:00+09:00</updated>
        <link rel="alternate" type="text/html" href="https://minutes.example/r/m/807652-11bce646.html"/>
        <summary>発言1件</summary>
        </entry>
        <entry>
        <id>https://minutes.example/r/m/d09843-decd7840.html</id>
        <title>令和6年第1回図書館協議会 会議録</title>
        <updated>2024-05-01T00:00:00+09:00</updated>
        <link rel="alternate" type="text/html" href="https://minutes.example/r/m/d09843-decd7840.html"/>
        <summary>発言1件</summary>
        </entry>
        </feed>
    "#]]
    .assert_eq(&masked(&text(&files, "feed.xml")));
    expect![[r#"
        <?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://minutes.example/r/index.html</loc></url>
        <url><loc>https://minutes.example/r/m/e6fd84-bd1c1880.html</loc></url>
        <url><loc>https://minutes.example/r/m/807652-11bce646.html</loc></url>
        <url><loc>https://minutes.example/r/m/d09843-decd7840.html</loc></url>
        </urlset>
    "#]]
    .assert_eq(&masked(&text(&files, "sitemap.xml")));
}

#[test]
fn the_same_texts_make_the_same_files() {
    assert_eq!(made(&[]).1, made(&["--jobs", "1"]).1);
}

#[test]
fn without_an_address_there_is_no_feed() {
    let (_, files) = made(&[]);
    assert!(!files.contains_key("feed.xml") && !files.contains_key("sitemap.xml"));
    assert!(!text(&files, "index.html").contains("feed.xml"));
}

#[test]
fn the_page_of_a_meeting_reads_without_script_and_names_what_it_shares() {
    let (_, files) = made(&[]);
    let name = page_of(LIBRARY);
    let page = text(&files, &format!("m/{name}.html"));
    assert!(page.contains("<article id=\"s001\""), "{page}");
    assert!(page.contains("夜間も開館してほしい。&lt;b&gt;"), "{page}");
    for asset in files.keys().filter(|name| name.starts_with("a/viewer-")) {
        assert!(page.contains(&format!("=\"../{asset}\"")), "{asset}");
    }
    // No program and no sheet stands in the page itself: only data.
    let scripts: Vec<&str> =
        page.match_indices("<script").map(|(at, _)| page[at..].split_once("</script>").unwrap().0).collect();
    for script in scripts {
        let (tag, content) = script.split_once('>').unwrap();
        assert!(content.trim().is_empty() || tag.contains("application/json"), "{script}");
    }
    assert!(!page.contains("<style"));
    assert_eq!(kaigiroku::bundle::read(&page).unwrap(), Minutes::of(LIBRARY));
}

#[test]
fn the_policy_of_each_page_lets_in_what_lies_beside_it_and_nothing_else() {
    let (_, files) = made(&[]);
    let policy = |name: &str| {
        let page = text(&files, name);
        let (_, rest) = page.split_once("Content-Security-Policy\" content=\"").unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    };
    let viewer = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; \
                  font-src data:; worker-src blob:; frame-src 'self'; connect-src 'self'; base-uri 'none'; \
                  form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    let list = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'";
    assert_eq!(policy(&format!("m/{}.html", page_of(LIBRARY))), viewer);
    assert_eq!(policy("search.html"), viewer);
    assert_eq!(policy("index.html"), list);
    assert_eq!(policy("c/1.html"), list);
}

#[test]
fn a_file_of_minutes_still_fetches_nothing() {
    let shell = crate::bundle::empty_shell();
    assert!(!shell.contains("fetch(") && shell.contains("connect-src 'none'"));
}

/// The name of the page of a text.
fn page_of(text: &str) -> String {
    Draft::of("", &Minutes::of(text)).key().to_string()
}

#[test]
fn the_files_of_the_search_find_what_a_search_of_each_text_finds() {
    let (_, files) = made(&[]);
    let unpacked = |name: &str| decompress_to_vec(&files[&format!("s/{name}")]).unwrap();
    let search = text(&files, "search.html");
    let (_, rest) = search.split_once("data-directory=\"").unwrap();
    let directory = Directory::read(&unpacked(rest.split_once('"').unwrap().0)).unwrap();
    for typed in ["夜間", "検討", "夜間 検討", "は", "ない", "話者:事務局", "検討 -夜間"]
    {
        let query = Query::parse(typed);
        let numbers = directory.lists(&query).into_iter();
        let lists: Vec<(usize, Vec<u8>)> =
            numbers.map(|number| (number, unpacked(&directory.list(number).unwrap().to_string()))).collect();
        let lists: Vec<(usize, &[u8])> = lists.iter().map(|(number, bytes)| (*number, &bytes[..])).collect();
        let blocks = directory.blocks(&query, &lists).into_iter();
        let hits = blocks
            .flat_map(|block| find(&unpacked(&directory.block(block).unwrap().to_string()), &query).unwrap());
        let found: Vec<(String, u32)> = hits.map(|hit| (hit.meeting.page, hit.speech.number)).collect();
        // The newest meeting first.
        let looked = [LIBRARY, WATER, EARLIER].into_iter().flat_map(|text| {
            let minutes = Minutes::of(text);
            let selection = Selection::found(&minutes, typed);
            let ids: Vec<u32> = selection.speeches(&minutes).iter().map(|speech| speech.id.0).collect();
            ids.into_iter().map(move |id| (page_of(text), id))
        });
        assert_eq!(found, looked.collect::<Vec<_>>(), "{typed}");
    }
}

#[test]
fn the_feed_is_atom_and_the_map_a_sitemap() {
    let (_, files) = made(&["--base-url", "https://minutes.example/?".trim_end_matches('?')]);
    let feed = text(&files, "feed.xml");
    let feed = roxmltree::Document::parse(&feed).unwrap();
    let atom = "http://www.w3.org/2005/Atom";
    let root = feed.root_element();
    assert!(root.has_tag_name((atom, "feed")));
    let entries: Vec<_> = root.children().filter(|node| node.has_tag_name((atom, "entry"))).collect();
    assert_eq!(entries.len(), 3);
    for node in entries.iter().chain([&root]) {
        // RFC 4287, 4.1: each has exactly one of these.
        for name in ["id", "title", "updated"] {
            let found: Vec<_> = node.children().filter(|child| child.has_tag_name((atom, name))).collect();
            let [only] = found[..] else { panic!("{name}") };
            assert!(!only.text().unwrap().trim().is_empty());
            if name == "updated" {
                let time = only.text().unwrap();
                assert!(
                    time.len() == "2026-02-04T00:00:00+09:00".len() && time.ends_with("T00:00:00+09:00"),
                    "{time}"
                );
            }
        }
    }
    let map = text(&files, "sitemap.xml");
    let map = roxmltree::Document::parse(&map).unwrap();
    let sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    for place in map.descendants().filter(|node| node.has_tag_name((sitemap, "loc"))) {
        let path = place.text().unwrap().strip_prefix("https://minutes.example/").unwrap();
        assert!(files.contains_key(path), "{path}");
    }
    assert_eq!(map.descendants().filter(|node| node.has_tag_name((sitemap, "loc"))).count(), 4);
}

#[test]
fn what_makes_no_sense_is_named() {
    let files = [("a.txt", "委員　はい。".as_bytes())];
    check_refused(
        &files,
        &["site", "a.txt"],
        expect![[r#"
        エラー: site には -o で書き出すフォルダーを指定してください。（Name the folder of the site with -o.）
    "#]],
    );
    check_refused(
        &files,
        &["site", "a.txt", "-o", "a.txt"],
        expect![[r#"
        a.txt: エラー: フォルダーではありません。複数のテキストやフォルダーを渡したとき、-o はフォルダーの名前です。（Not a folder, which -o names for several texts or a folder.）
    "#]],
    );
    check_refused(
        &files,
        &["site", "a.txt", "-o", "out", "--base-url", "minutes.example"],
        expect![[r#"
            エラー: --base-url の「minutes.example」は使えません。http:// か https:// で始まり、# や空白（--base-url では ? も）を含まないアドレスを書いてください。（--base-url takes an address that begins with http:// or https:// and holds no # or space (--base-url: no ?), not minutes.example.）
        "#]],
    );
    check_refused(
        &files,
        &["site", "a.txt", "-o", "out", "--base-url", "https://a.example/?a"],
        expect![[r#"
            エラー: --base-url の「https://a.example/?a」は使えません。http:// か https:// で始まり、# や空白（--base-url では ? も）を含まないアドレスを書いてください。（--base-url takes an address that begins with http:// or https:// and holds no # or space (--base-url: no ?), not https://a.example/?a.）
        "#]],
    );
    check_refused(
        &files,
        &["site", "a.txt", "-o", "out", "--format", "json"],
        expect![[r#"
        エラー: --format はこのコマンドでは使えません。（--format does not belong to this command.）
    "#]],
    );
}

#[test]
fn what_cannot_be_read_is_told_and_the_site_is_made_of_the_rest() {
    let folder = folder(&[("in/a.txt", EARLIER.as_bytes()), ("in/b.txt", b"")]);
    let output = run(&folder, &["site", "in", "-o", "out"]);
    expect![[r#"
        in/a.txt:1: 要確認[speakers-presumed]: 発言者の表記の決まりが弱いため、発言者は推定です。原文と照らしてお確かめください。
        in/b.txt: エラー: 中身が空です。（The file is empty.）
        2件中1件を作成、1件は読めませんでした。（1 of 2 made, 1 could not be read.）
    "#]].assert_eq(&String::from_utf8(output.stderr).unwrap());
    expect![[r#"
        out に 1 件の会議録のサイトを書き出しました。
    "#]]
    .assert_eq(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(output.status.code(), Some(1));
    assert!(folder.path().join("out").join("m").join(format!("{}.html", page_of(EARLIER))).is_file());
}
