//! Every kind of file gives the page the text that it gives the command line.

use std::path::{Path, PathBuf};

use kaigiroku::cli::Native;
use kaigiroku::model::Minutes;
use kaigiroku::read;

use crate::desk::{open_desk, text_of};
use crate::opening::N_SPEECHES;
use crate::page::Page;
use crate::site::Site;

/// What browsers and libraries mend by the same rules, or should: tags that are closed in another order,
/// letters inside tables, names of letters, what is no text.
const TANGLED: &str = "<!DOCTYPE html><html><head><title>第1回 潮位部会 会議録</title>
<style>.委員 { color: red }</style><script>var 委員 = '<p>これは本文ではない</p>';</script></head>
<body><noscript><p>スクリプトなしの段落</p></noscript><template><p>型の段落</p></template>
<p>開会<b>の<i>挨拶</b>をする</i>。<p>閉じない段落&amp;&nbsp;&hearts;&#x2460;&#9312;&notanentity;&#0;
<table>表の外に出る字<tr><td>浜田委員<td>潮位を<br>尋ねる。<tr><th>事務局</th><td>答える。</table>
<ul><li>一<li>二<ol start=3><li>三</ul><!-- 注釈の中の字 --><![CDATA[区画の中の字]]>
<svg><title>図の題</title><text>図の中の字</text><foreignObject><p>図の段落</p></foreignObject></svg>
<math><mi>x</mi></math><ruby>潮<rt>しお</rt></ruby><select><option>選択肢</select><textarea>欄の中の字</textarea>
<p hidden>隠れた段落<p aria-hidden=true>読まれない段落<pre>
 そのまま
  の行</pre></p></body></html>終わりの後の字";

fn data(name: &str) -> (String, Vec<u8>) {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/data").join(name);
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    (path.file_name().expect("a name").to_string_lossy().into_owned(), bytes)
}

pub fn documents_pages_and_pdf_give_the_same_text_as_natively(site: &Site, page: &Page) {
    open_desk(site, page);
    let mut files = vec![("tangled.html".to_owned(), TANGLED.as_bytes().to_vec())];
    files.extend(["seed-libreoffice.docx", "seed-libreoffice.html"].map(data));
    let printed =
        ["seed-libreoffice", "seed-chromium", "chromium-table", "chromium-vertical", "locked-aes-256"];
    files.extend(printed.map(|name| data(&format!("pdf/{name}.pdf"))));
    for (name, bytes) in files {
        let here = read::read(&bytes, None, &Native).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_eq!(text_of(site, page, &name, &bytes), here.text, "{name}");
        if name.starts_with("seed") {
            assert_eq!(Minutes::of(here.text).speeches.len() as i64, N_SPEECHES, "{name}");
        }
    }
}
