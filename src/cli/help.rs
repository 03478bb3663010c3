//! The help text, in both languages.
//!
//! May live here: what commands and options do, for people. May not: taking arguments apart (`args`).

pub(super) const HELP: &str = "\
会議録のテキストから、検索できる1つのHTMLファイルを作ります。

使い方
  kaigiroku bundle PATH… [-o FILE] [--title 題名]   HTMLファイルを作る
  kaigiroku export --format 形式 PATH… [-o FILE] [--filter 検索の式] [--url アドレス]
                                                    ほかの形式で書き出す
  kaigiroku check PATH… [--format json] [--all] [--deny warnings] [--lang ja|en]
                                                    読み取れたことと、確かめてほしい箇所を示す
  kaigiroku site PATH… -o DIR [--title 題名] [--base-url アドレス]
                                                    ウェブサーバーに置くサイトを作る
  kaigiroku --help | --version

PATH はファイルかフォルダーです。フォルダーからは .txt .md .docx .html .htm .pdf .json を名前の順にすべて
読みます（隠しファイルと、ほかのファイルからこのプログラムで作ったHTMLは除きます）。- は標準入力です。
読めないファイルがあっても、理由を示して次へ進みます。1件でも読めなければ終了コードは1です。
国会会議録検索システムのJSON（1会議）と、このプログラムで作ったHTMLファイルも読めます（複数の会議録が
入ったものは1件ずつ）。
文字コードは UTF-8、UTF-16、Shift_JIS、EUC-JP、ISO-2022-JP を判定します。

  -o, --output FILE   書き出すファイル。- は標準出力です。省略時は、bundle では元の名前に .html を付けて
                      今のフォルダーに作り（標準入力からのものは標準出力に出し）、export では標準出力に
                      出します。テキストが複数のときは1件ごとに1ファイルとし、FILE はフォルダーの名前です。
                      bundle で複数のテキストに .html で終わる FILE を指定すると、すべてを1つのファイルに
                      入れ、会議体と年度ごとの一覧を付けます。
                      docx は画面には出せないので、-o FILE を付けるか、> や | で渡してください。
      --encoding 名前 文字コードを判定せず、utf-8 shift_jis euc-jp iso-2022-jp utf-16le utf-16be の
                      どれかとして読みます（cp932、sjis などの呼び名も使えます）。
      --title 題名    bundle: ページの題名。省略時は会議録の題名です。site: サイトの題名。
      --plain 範囲    bundle: 複数の会議録を1つのファイルにするとき、JavaScript なしで読める本文を、最新の
                      1件だけ（newest、省略時）、すべて（all）、なし（none）のどれにするか。一覧は必ず入ります。
      --format 形式   export: json csv text markdown akn tei diet jsonld docx ndjson html のどれか。
                      html は、プログラムを含まない読むだけのファイルです。ndjson は発言1件が1行です。
                      check: text（省略時）か json。
      --filter 式     export: 検索欄と同じ式（予算 話者:委員 -学校 など）に合う発言だけを、抜粋として
                      書き出します。合う発言が1件もなければ何も書き出さず、終了コード2で終わります。
      --url アドレス  export: 会議録を公開している場所（http:// か https://）。csv tei diet jsonld に
                      入ります。テキストが1件のときだけ使えます。
      --base-url アドレス
                      site: サイトを公開する場所。フィード（feed.xml）とサイトマップも作ります。
      --files-from FILE
                      export: PATH の代わりに、1行に1つの場所、または path と text を持つJSONを書いた
                      一覧から読みます。- は標準入力です。json か ndjson を標準出力に出すときに使えます。
      --folded        export: ndjson に、検索と同じく文字をそろえた本文（folded）を加えます。
      --jobs N        N 件ずつ並行して処理します。省略時はプロセッサーの数です。出力の順は変わりません。
  -q, --quiet         進み具合と、読めたテキストについての知らせを出しません。
      --all           check: 1件のファイルについて50か所までのところ、すべて示します（json は常にすべて）。
      --deny warnings check: 「要確認」が1か所でもあれば終了コードを1にします。
      --lang ja|en    check: 説明の言語。省略時は環境変数 LC_ALL、LC_MESSAGES、LANG に従います。

色は端末に出すときだけ付きます。環境変数 NO_COLOR があれば付けません。

Turns the text of council minutes into one searchable HTML file.

  kaigiroku bundle PATH… [-o FILE] [--title TITLE]  make the HTML file
  kaigiroku export --format F PATH… [-o FILE] [--filter QUERY] [--url ADDRESS]
                                                    write another format
  kaigiroku check PATH… [--format json] [--all] [--deny warnings] [--lang ja|en]
                                                    show what was read and what to look at
  kaigiroku site PATH… -o DIR [--title TITLE] [--base-url ADDRESS]
                                                    make a site for plain hosting

PATH is a file or a folder, of which every .txt .md .docx .html .htm .pdf and .json is read by name, but nothing
hidden and no HTML that this program made of another file. - is the standard input. What cannot be read is told
with its reason and passed over; then the exit code is 1. The JSON of the Diet's minutes (one meeting) and HTML
files made by this program are read, too; of one with several meetings each.
  -o, --output FILE   the file to write; - is the standard output. By default bundle writes the text's name with
                      .html, here (of the standard input: to the standard output), and export prints. Several
                      texts make one file each, and FILE is the folder for them; where bundle is given a FILE
                      that ends in .html, it holds them all, with a list by council and year. docx is not
                      printed to a terminal.
      --encoding NAME read as utf-8, shift_jis, euc-jp, iso-2022-jp, utf-16le or utf-16be instead of guessing;
                      names such as cp932 and sjis will do.
      --title TITLE   bundle: the title of the page; by default that of the minutes. site: that of the site.
      --plain PART    bundle, several texts in one file: which can be read without script. newest, which is
                      the default, all or none; the list is always there.
      --format F      export: json csv text markdown akn tei diet jsonld docx ndjson (one speech a line) html (a
                      copy for reading without any program). check: text, which is the default, or json.
      --filter QUERY  export: write only the speeches that a search lets through, as an excerpt. If there are
                      none, nothing is written and the exit code is 2.
      --url ADDRESS   export: where the minutes are published (http:// or https://); only for one text as csv,
                      tei, diet or jsonld, which have a place for it.
      --base-url ADDRESS
                      site: where it is published; makes a feed (feed.xml) and a sitemap, too.
      --files-from FILE
                      export: in place of PATH, a list with a path or a JSON object of path and text on each
                      line; - is the standard input. For json and ndjson that are printed.
      --folded        export: ndjson also holds the words as a search compares them.
      --jobs N        work on N texts at a time, by default one a processor. The order of what comes out stays.
  -q, --quiet         no progress, and nothing about texts that could be read.
      --all           check: every finding, where otherwise 50 of a file are shown (json always has all).
      --deny warnings check: a warning makes the exit code 1.
      --lang ja|en    check: the language; by default that of LC_ALL, LC_MESSAGES or LANG.
Colours are for terminals only, and not where NO_COLOR is set.
";
