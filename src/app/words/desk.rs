//! Every sentence, name and button of the opening desk, in each language.
//!
//! May live here: the table, as in `table`. May not: words that a file of minutes shows, too (`table`).

use super::messages;

messages! {
    DeskMsg:

    // The start.
    Title: "会議録を読み込む", "Open minutes";
    Lead:
        "会議録のファイルを読み取り、発言者や議題ごとに検索できる1つのファイルにします。",
        "Reads files of minutes and makes of each one file that can be searched by speaker and topic.";
    DropHere: "ファイルをここに置く", "Drop files here";
    DropMore: "ほかのファイルを加える", "Add further files";
    DropAnywhere:
        "画面のどこに置いても読み込みます。複数のファイルやフォルダーも、まとめて置けます。",
        "Anywhere on the page will do. Several files and folders can be dropped at once.";
    DropNow: "離すと読み込みます", "Let go to read";
    PickFiles: "ファイルを選ぶ", "Choose files";
    PickFolder: "フォルダーを選ぶ", "Choose a folder";
    PasteText: "テキストを貼り付ける", "Paste text";
    PasteField: "会議録のテキスト", "Text of minutes";
    PasteHow:
        "欄の外でも、Ctrl+V（Macでは⌘V）で貼り付けられます。",
        "Ctrl+V (⌘V on a Mac) works anywhere on the page, too.";
    PasteRead: "読み取る", "Read it";

    // What is read.
    Reads: "読めるもの", "What it reads";
    ReadsText: "テキスト（.txt）", "Text (.txt)";
    ReadsTextMeans:
        "文字コードは自動で判定します。UTF-8、Shift_JIS、EUC-JP、ISO-2022-JP、UTF-16",
        "The encoding is recognised: UTF-8, Shift_JIS, EUC-JP, ISO-2022-JP, UTF-16";
    ReadsWord: "Word（.docx）", "Word (.docx)";
    ReadsWordMeans: "番号、表、ルビ、脚注も読み取ります。", "With numbering, tables, ruby and footnotes";
    ReadsHtml: "Webページ（.html）", "Web pages (.html)";
    ReadsHtmlMeans: "メニューなどを除き、本文を読み取ります。", "The text without menus and the like";
    ReadsPdf: "PDF（.pdf）", "PDF (.pdf)";
    ReadsPdfMeans:
        "文字を選べるもの。紙を読み取っただけの画像は読めません。",
        "Where its text can be selected; scanned paper is not read";
    ReadsDiet: "国会会議録のJSON", "JSON of the Diet's minutes";
    ReadsDietMeans: "国会会議録検索システムの会議単位の形（1会議）", "One meeting, as the Diet's search system gives it";
    ReadsOwn: "この画面で保存した会議録のファイル", "Files saved from this page";
    ReadsOwnMeans:
        "そのまま開けます。複数の会議が入ったファイルは、会議ごとに読み込みます。",
        "They open as they are; of a file of several meetings each is read by itself";

    // Nothing is sent.
    Sends: "送信されません", "Nothing is sent";
    SendsNotHow:
        "読み込んだ内容が、インターネットに送られることはありません。このページは、データをやり取りする通信をすべて禁じる宣言で始まります。宣言を守らせるのはブラウザーで、ページのプログラムからは取り消せません。",
        "What is read here goes nowhere. The page begins by forbidding itself every exchange of data; the browser enforces that, and no program of the page can take it back.";
    SendsNotCheck:
        "通信を切っても、同じように使えます。",
        "It works just the same with the network switched off.";
    PolicyShow: "宣言の全文（Content Security Policy）", "The declaration (Content Security Policy)";
    PolicyMeans:
        "default-src 'none' は、許したもの以外をすべて禁じます。connect-src 'none' は通信を、form-action 'none' はフォームの送信を禁じます。許しているのは、このファイルの中にある1つのプログラムと1つのスタイルシート、データとして埋め込まれた画像だけです。trusted-types は、読み込んだWebページを動かない文書として調べるためのものです。この宣言で禁じられないのは別のページへの移動ですが、外へのリンクはこの画面にありません。",
        "default-src 'none' forbids everything that is not allowed, connect-src 'none' all connections, form-action 'none' the sending of forms. Allowed are one program, one style sheet and pictures, all inside this file. trusted-types is there to look at web pages as documents in which nothing runs. What no such declaration can forbid is going to another page; there are no links to others here.";
    PolicyMissing:
        "このページには宣言がありません。書き換えられたおそれがあるため、使わないでください。",
        "This page has no such declaration. It may have been altered: do not use it.";

    // The papers.
    Papers: "読み込んだファイル", "Files";
    Pasted: "貼り付けたテキスト{n}", "Pasted text {n}";
    OfFile: "「{name}」から", "from “{name}”";
    Waiting: "待機中", "Waiting";
    Reading: "読み込み中", "Reading";
    Read: "読めました", "Read";
    ReadWithNothing: "読めました（発言の表記なし）", "Read, without speaker labels";
    Refused: "読めません", "Not read";
    NToCheck: "要確認{n}件", "{n} to check";
    Preview: "内容を確かめる", "Preview";
    PreviewOf: "「{name}」の", "“{name}”: ";
    ChooseEncoding: "文字コードを選んで読む", "Choose the encoding";
    MendText: "テキストを直す", "Change the text";
    OpenMinutes: "この会議録を開く", "Open these minutes";
    SaveMinutes: "この会議録のファイルを保存", "Save these minutes as a file";
    OpenShort: "開く", "Open";
    SaveShort: "ファイルを保存", "Save as file";
    SaveAll: "読めたものをすべて保存（{n}件）", "Save all that was read ({n})";
    OpenShelf: "まとめて一覧で開く（{n}件）", "Open all together ({n})";
    SaveShelf: "1つのファイルに保存（{n}件）", "Save all in one file ({n})";
    TakeOffPaper: "一覧から外す", "Remove";
    TakeAllOff: "一覧を空にする", "Clear the list";
    Progress: "{n}件のうち{done}件を終えました", "{done} of {n} file done|{done} of {n} files done";
    AreRead: "{n}件を読み込んでいます。", "Reading {n} file.|Reading {n} files.";
    WereRead: "{n}件を読みました。", "{n} file read.|{n} files read.";
    WereNotRead: "読めないものが{n}件あります。", "{n} could not be read.";
    SavedOne: "ファイルを保存先に渡しました。", "The file was handed to the browser.";
    SavedMany: "{n}件のファイルを保存先に渡しました。複数の保存を許すか、ブラウザーが尋ねることがあります。", "{n} file was handed to the browser, which may ask whether it may save several.|{n} files were handed to the browser, which may ask whether it may save several.";
    TooMany:
        "フォルダーにファイルが多いため、はじめの{n}件だけを読みます。",
        "The folder holds many files: only the first {n} are read.";
    TooManyMeetings:
        "会議が{all}件入ったファイルがあり、はじめの{n}件だけを読みます。すべてをまとめるには、コマンド（kaigiroku bundle）を使ってください。",
        "A file holds {all} meetings: only the first {n} is read. The command line (kaigiroku bundle) takes them all.|A file holds {all} meetings: only the first {n} are read. The command line (kaigiroku bundle) takes them all.";
    FolderClosed:
        "ブラウザーがフォルダーの中を渡しませんでした。「フォルダーを選ぶ」から選んでください。",
        "The browser did not hand over what is in the folder. Use “Choose a folder”.";
    NothingBrought: "読み込めるファイルやテキストがありませんでした。", "There was no file or text to read.";

    // Why not.
    TooLarge:
        "大きすぎます（{size}）。読めるのは{max}までのため、中身は読んでいません。",
        "Too large ({size}): files up to {max} are read. It was not opened.";
    TooMuch:
        "ほかのファイルと合わせて{max}を超えます。保存を終えたものを一覧から外してから、加えてください。",
        "With the others it exceeds {max}. Remove those that you have saved, then add it again.";
    TooLong:
        "文字の量が{size}あり、この画面では読めません。{max}までです。コマンド（kaigiroku bundle）なら、もっと長いものも読めます。",
        "Its text has {size}; this page reads up to {max}. The command line (kaigiroku bundle) takes longer ones.";
    Gone:
        "ブラウザーが中身を渡しませんでした。フォルダーか、移動・変更されたファイルです。もう一度選んでください。",
        "The browser did not hand it over: it is a folder, or was moved or changed. Choose it again.";
    AtLine: "{line}行目：{why}", "Line {line}: {why}";

    // The preview.
    BackToFiles: "ファイルの一覧へ", "Back to the files";
    Now: "表示中：{name}", "Shown: {name}";
    Desk: "ファイル", "Files";
    KindDiet: "国会会議録のJSON", "JSON of the Diet's minutes";
    NLines: "{n}行", "{n} line|{n} lines";
    EncodingField: "文字コード", "Encoding";
    EncodingGuessed: "自動（{name}）", "Automatic ({name})";
    EncodingAutomatic: "自動", "Automatic";
    EncodingHow:
        "文字が化けて見えるときは、ほかの文字コードを選んでください。",
        "Where letters look wrong, choose another.";
    Sides: "表示する側", "Side to show";
    SourceText: "もとのテキスト", "Source text";
    Understood: "読み取った内容", "What was understood";
    NothingRead: "読み取れませんでした", "Nothing could be read";
    EditText: "テキストを直す", "Change the text";
    ReadAgain: "読み直す", "Read again";
    EditEnds: "やめる", "Cancel";
    CutShort:
        "長いため、はじめの{n}行だけを示しています。保存されるのは全文です。",
        "Only the first {n} line is shown here. What is saved is whole.|Only the first {n} lines are shown here. What is saved is whole.";
    NMore: "ほかに{n}件あります。", "And {n} more.";
    NoNotices: "確かめることは見つかりませんでした。", "Nothing to check was found.";
    WholeOfText: "全体", "Whole text";
    ToLine: "{n}行目", "Line {n}";
    ToNotice: "注記{n}へ：", "Note {n}: ";
    Speeches: "発言", "Speeches";
    NoSpeeches: "発言者の表記は見つかりませんでした。", "No speaker labels were found.";
    Narrative: "ト書き", "Narrative";
    NotUnderstood: "判定できない部分", "Not recognised";
}
