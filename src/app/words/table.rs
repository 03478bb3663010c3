//! Every sentence, name and button of the viewer, in each language.
//!
//! `{name}` is filled in. Where English has two forms, `one|many`, `{n}` chooses between them.
//!
//! May live here: the table, by the part of the page that shows the words. May not: how it is read
//! (the module above), the sentences of findings (`diagnostics`), words of the minutes themselves.

use super::messages;

messages! {
    Msg:

    // The head and the foot.
    Untitled: "会議録", "Minutes";
    From: "{time}から", "from {time}";
    Until: "{time}まで", "until {time}";
    Observers: "傍聴者{observers}", "Observers: {observers}";
    NSpeeches: "発言{n}件", "{n} speech|{n} speeches";
    WholeText: "原文{n}字をすべて収めています。", "The whole text is here: {n} characters.";
    OfWhichUnread:
        "うち{n}字は、発言などに分けられなかったため原文のまま示しています。",
        " {n} of them could not be read as speeches and are shown as they stand.";
    SendsNothing: "このファイルは何も送信しません。", "This file sends nothing anywhere.";

    // Lengths and counts.
    NChars: "{n}字", "{n} character|{n} characters";
    AboutNChars: "約{n}字", "about {n} characters";
    N: "{n}件", "{n}";
    NPeople: "{n}名", "{n} person|{n} people";

    // What stands between several things in one line.
    BetweenMembers: "・", ", ";
    BetweenPhrases: "　", " · ";

    // The way about the page.
    SkipToText: "本文へ移動", "Skip to the text";
    ContentsAndFilters: "目次と絞り込み", "Contents and filters";
    AboutMeeting: "会議について", "About the meeting";
    Tabs: "表示の切り替え", "Parts of the page";
    TabText: "本文", "Text";
    TabContents: "目次", "Contents";
    TabSpeakers: "話者", "Speakers";
    TabInsight: "要点", "Points";
    TabAbout: "情報", "About";

    // The strip.
    StripLabel:
        "会議の流れ。棒が発言、長さが字数です",
        "The course of the meeting: a bar is a speech, as long as its text";
    Speech: "発言{n}", "Speech {n}";

    // Searching.
    SearchLabel: "会議録の中を探す", "Search these minutes";
    PreviousHit: "前の該当箇所へ", "Previous match";
    NextHit: "次の該当箇所へ", "Next match";
    FiltersOn: "絞り込み", "Filters";
    TakeOff: "の絞り込みを外す", ": remove this filter";
    TakeAllOff: "すべて外す", "Remove all";
    ClearConditions: "条件をすべて外す", "Clear search and filters";

    // Contents, speakers, roles.
    Contents: "目次", "Contents";
    NoHeadings: "見出しは見つかりませんでした。", "No headings were found.";
    OnlySpeechesOf: "「{heading}」の発言だけを表示 ", "Show only the speeches under “{heading}” ";
    Speakers: "話者", "Speakers";
    Roles: "立場", "Roles";
    Kinds: "種別", "Kinds";
    FacetTable: "{facet}ごとの発言数。押すとその発言だけを表示", "Speeches by {facet}; press one to show only these";
    SpeechesColumn: "発言", "Speeches";
    ShareColumn: "字数", "Length";
    HighlightColumn: "強調", "Highlight";
    Highlight: "強調", "Mark";
    HighlightOf: "「{heading}」の発言を強調", "Highlight the speeches of “{heading}”";

    // The form, the agenda, the roll.
    Facts: "会議の情報", "The record";
    LeftBlank: "（記載なし）", "(left blank)";
    AgendaAndTopics: "次第と審議", "Agenda and discussion";
    Agenda: "次第", "Agenda";
    Discussion: "審議の見出し", "Discussed under";
    OnlySpeechesOn: "「{heading}」に当たる発言だけを表示 ", "Show only the speeches on “{heading}” ";
    TakenUpTogether: "{items}を一つの見出しで審議", "{items} taken up together";
    BeforeItsPlace: "次第の順より先に審議", "taken up before its place in the agenda";
    NotTakenUp: "対応する見出しが見つかりません", "no heading for it was found";
    NotAnnounced: "（次第に記載なし）", "(not on the agenda)";
    Roll: "出席者", "Attendance";
    Proxy: "代理 {name}", "represented by {name}";
    Spoke: "発言 ", "Speeches ";
    OnlySpeechesOfPerson: "{name}の発言だけを表示 ", "Show only the speeches of {name} ";
    SpeaksAs: "表記：{labels}", "printed as: {labels}";
    Absent: "欠席", "absent: ";

    // Topics.
    TakesUp: "次第 {items} に対応", "Agenda {items}";
    CalledInWords: "見出しは本文になく、「{words}」の発言から始まるとみています", "no heading is printed here; it is taken to begin with “{words}”";
    ItemWithoutNumber: "「{words}」", "“{words}”";
    SpeechesAndLength: "発言{n}件・{length}", "{n} speech, {length}|{n} speeches, {length}";
    NShown: "うち{n}件を表示", "{n} shown";

    // Speeches.
    LinkToSpeech: "発言{n}への固定リンク", "Permanent link to speech {n}";
    OfSpeech: "発言{n}の", "Speech {n}: ";
    Quote: "引用", "Quote";
    Share: "共有", "Share";
    Original: "原文", "Original";
    Copied: "コピーしました", "Copied";
    OriginalLines: "原文の行のまま", "The lines of the source";
    PageBreaksHere: "原文はここでページが変わります", "The page ends here in the source";
    LineBreaksHere: "原文はここで改行しています", "The line ends here in the source";

    // Who spoke.
    OnTheRoll: "出席者欄に記載あり", "listed in the attendance";
    NameByRoll: "{name}（出席者欄による）", "{name} (from the attendance)";
    NameByLabel: "氏名は発言者の表記による", "name as printed beside the speech";
    SeveralOfSurname:
        "同じ姓の出席者が{n}人いるため特定していません",
        "not identified: {n} people present share this surname";
    SeveralFit: "当てはまる出席者が{n}人いるため特定していません", "not identified: {n} people present fit";
    NameNotPrinted: "原文に氏名の記載なし", "no name printed in the minutes";
    RollSays: "出席者欄：「{words}」", "Attendance: 「{words}」";
    WhoFits: "当てはまる出席者：{names}", "Those who fit: {names}";
    NotIdentified: "氏名を特定していません", "not identified";
    SpeakerPresumed: "発言者は推定", "presumed to be the speaker";

    // Findings.
    Notices: "読み取りの注記", "Notes on the reading";
    ToCheck: "要確認", "Check";
    LineOfSource: "原文{n}行目", "Line {n} of the source";
    LeftOutLines: "本文から除いた行（{n}行）", "Lines left out of the text ({n})";

    // Facets and their values.
    FacetAndValue: "{facet}：{value}", "{facet}: {value}";
    Speaker: "話者", "Speaker";
    RoleFacet: "立場", "Role";
    Topic: "議題", "Topic";
    AgendaItem: "次第", "Agenda";
    Subject: "話題", "Subject";
    Kind: "種別", "Kind";
    SpeechFacet: "発言", "Speech";
    RoleChair: "議長・委員長", "Chair";
    RoleMember: "委員・議員", "Members";
    RoleSecretariat: "事務局・説明者", "Secretariat and officials";
    RoleGuest: "参考人等", "Invited speakers";
    RoleOther: "その他", "Others";
    BadgeChair: "長", "C";
    BadgeMember: "委", "M";
    BadgeSecretariat: "事", "S";
    BadgeGuest: "参", "I";
    BadgeOther: "他", "O";
    KindQuestion: "質問", "Question";
    KindAnswer: "答弁", "Answer";
    KindOpinion: "意見", "Opinion";
    KindExplanation: "説明", "Explanation";
    KindProcedure: "進行", "Procedure";
    BadgeQuestion: "問", "Q";
    BadgeAnswer: "答", "A";
    BadgeOpinion: "意", "O";
    BadgeExplanation: "説", "E";
    BadgeProcedure: "進", "P";

    // What shows the kind and the subject of a speech.
    ByTheWords: "「{words}」による", "from the words 「{words}」";
    AnswersSpeechN: "発言{n}に続く答え", "follows speech {n}";
    ByThePart: "立場による", "from the role";
    OpensWith: "冒頭の「{words}」による", "from the opening words 「{words}」";
    FollowsSpeechN: "発言{n}を受けて", "taken up from speech {n}";

    // A question and its answers.
    KindAndNumber: "{kind} {n}", "{kind} {n}";
    ShownBeside: "条件に合わない発言（参考）", "outside the filters, for context";
    Point: "{n}点目", "Point {n}";
    LinkToPoint: "発言{n}の{point}点目への固定リンク", "Permanent link to speech {n}, point {point}";
    UnsettledPoint:
        "の語句は、続く答弁に出てきません。言い換えて答えていることもあります。",
        ": its words do not come back in the answers. It may be answered in other words.";

    // What was promised, figures, dates.
    Commitments: "宿題（検討すると答えたこと）", "Follow-ups (what was promised)";
    CommitmentsHow:
        "「検討する」「調査する」などの言い回しを含む文です。本文でも下線で示しています。",
        "Sentences that say something will be considered, looked into or reported. They are underlined in the text, too.";
    FiguresAndDates: "数字と日付", "Figures and dates";
    Figures: "数字", "Figures";
    Dates: "日付", "Dates";
    DatesCaption: "本文に出てくる日付と、西暦または和暦", "Dates in the text, and the same in the other calendar";
    DatePrinted: "表記", "As printed";
    DateOther: "西暦・和暦", "Other calendar";
    DateWhere: "発言", "Speech";
    NKinds: "{n}種", "{n}";
    FiscalYear: "{year}年度", "fiscal year {year}";
    YearAlone: "{year}年", "{year}";
    YearMonth: "{year}年{month}月", "{year}-{month}";
    YearMonthDay: "{year}年{month}月{day}日", "{year}-{month}-{day}";
    EraMonth: "{era}{month}月", "{era}, month {month}";
    EraMonthDay: "{era}{month}月{day}日", "{era}, {month}-{day}";
    EraFiscalYear: "{era}度", "fiscal year {era}";
    NothingDerived:
        "宿題に当たる言い回し、数字、日付は見つかりませんでした。",
        "No promises, figures or dates were found.";

    // The search box and what it found.
    HitOfN: "{at} / {n}件", "{at} of {n}";
    NHits: "該当{n}", "{n} match|{n} matches";
    Scopes: "語がそろう範囲", "All words within one";
    ScopeCount: "{scope} {n}か所", "{scope}: {n}";
    ShowWhole: "全文を表示", "Show the whole text";
    WaysOut: "次のようにすると見つかります", "What would be found";
    FoundN: "{n}件見つかりました", "{n} match found|{n} matches found";
    FoundNothing: "この条件に当てはまる箇所はありません。", "Nothing here matches.";
    NoSpeechFits: "この条件に合う発言はありません。", "No speech matches these filters.";
    ShowingNSpeeches: "発言{n}件を表示しています", "Showing {n} speech|Showing {n} speeches";
    WordsQuoted: "検索語「{words}」", "words “{words}”";
    ListComma: "、", ", ";
    PrintsPart: "発言{n}件のうち{shown}件だけを印刷しています（{conditions}）。", "Only {shown} of {n} speeches are printed ({conditions}).";
    ScopeSentence: "文", "Sentence";
    ScopeSpeech: "発言", "Speech";
    ScopeExchange: "問答", "Exchange";
    ScopeTopic: "議題", "Topic";
    ScopeMeeting: "会議", "Meeting";
    WithoutFacet: "{facet}の絞り込みを外す", "Without the filter by {facet}";
    WithoutFilters: "絞り込みをすべて外す", "Without any filter";
    WithinScope: "語の範囲を「{scope}」にする", "With the words within one {scope}";
    WithoutWord: "「{word}」を除いて探す", "Without “{word}”";
    RescueFinds: "{way}：{n}件", "{way}: {n}";
    SpeakerIsCalled: "話者の表記に「{words}」を含む発言を見る：{n}件", "Speeches whose speaker is called “{words}”: {n}";

    // What can be done with the text.
    Tools: "本文の操作", "Text tools";
    FoldAll: "すべてたたむ", "Fold all";
    UnfoldAll: "すべてひらく", "Unfold all";
    Originals: "原文どおり", "As in the source";
    DimProcedure: "進行を控えめに", "Dim procedure";
    Here: "いま読んでいる議題", "Topic in view";
    BetweenTopicAndSubject: "　›　", " › ";

    // The strip in words.
    ListOfSpeeches: "発言の一覧", "List of speeches";
    ListCaption: "すべての発言。番号から本文へ移動できます。", "Every speech; its number leads to the text.";
    ColumnNumber: "番号", "No.";
    ColumnLength: "字数", "Characters";
    ColumnHits: "該当", "Matches";
    StripLegend: "棒の色と立場", "Colours of the bars";

    // Reading aloud.
    ReadAloud: "読み上げ", "Read aloud";
    AloudNow: "発言{n}を読み上げています", "Reading speech {n} aloud";
    AloudPaused: "発言{n}で止まっています", "Paused at speech {n}";
    AloudRate: "{whole}.{tenth}倍", "{whole}.{tenth}×";
    AloudRateLabel: "速さ", "Speed";
    AloudPause: "一時停止", "Pause";
    AloudResume: "再開", "Resume";
    AloudSlower: "遅く", "Slower";
    AloudFaster: "速く", "Faster";
    AloudStop: "終了", "Stop";
    AloudVoiceless:
        "この端末には日本語の音声がありません。端末の設定で日本語の読み上げ音声を追加すると使えます。",
        "This device has no Japanese voice. Add one in its settings to have the text read aloud.";
    Close: "閉じる", "Close";

    // Handing on.
    ShareAndSave: "共有・保存", "Share and save";
    ShareView: "共有・保存", "Share and save";
    ShareSpeech: "発言{n}の共有", "Share speech {n}";
    SharePassage: "発言{n}の選択した部分の共有", "Share the selected part of speech {n}";
    ShareLink: "リンク", "Link";
    ShareLinkField: "リンクのアドレス", "Address";
    InContext: "会議録の中で示す", "Within the minutes";
    Alone: "この発言だけを示す", "This speech alone";
    CopyLink: "リンクをコピー", "Copy the link";
    ShareOn: "ほかのアプリで共有", "Share with an app";
    LinkKeeps: "あとで会議録が訂正されても、この発言を探して示し、変わっていればそのことを伝えます。", "If the minutes are corrected later, the link looks for this speech and says whether it has changed.";
    LinkNoAddress:
        "この端末に保存されたファイルのため、ほかの人に送れるリンクはありません。引用をコピーするか、ファイルを保存してお渡しください。",
        "This file is on your device, so there is no link that others can open. Copy a quote or save the file instead.";
    LinkTooLong:
        "条件が多く、リンクが長すぎて途中で切れるおそれがあります。条件を減らすか、ファイルを保存してお渡しください。",
        "With so many conditions the link would be too long to arrive whole. Use fewer, or save the file.";
    LinkLong: "長いリンクです。メールソフトによっては途中で切れることがあります。", "A long link: some mail programs may cut it.";
    LinkOfView: "検索語や絞り込みなど、いまの表示がリンクに含まれます。", "The link carries what you see: search words and filters.";
    QuoteForms: "引用をコピー", "Copy as a quote";
    QuotePlain: "文章", "Plain text";
    QuoteHtml: "HTML形式", "HTML";
    QuoteMarkdown: "Markdown形式", "Markdown";
    QuoteCode: "末尾の照合番号を使うと、引用が原文どおりかをこのファイルで確かめられます。", "The code at the end lets anyone check in this file whether the quote is exact.";
    QuoteWords: "引用する文", "The words to be quoted";
    QuoteCard: "引用カード", "Quote card";
    QuoteCardAlt: "引用カード：{words} {source}", "Quote card: {words} {source}";
    SaveCard: "画像を保存", "Save the image";
    SaveFiles: "ファイルで渡す", "As a file";
    SaveViewer: "検索できるファイル", "The whole file";
    SaveViewerHow: "いまの表示のまま開き、検索や絞り込みができます。", "Opens as you see it now, with search and filters.";
    SaveCopy: "読むだけのファイル", "A copy for reading";
    SaveCopyHow: "プログラムを含みません。メールの添付や、無害化を通すときに向いています。", "Holds no program: for mail attachments and strict gateways.";
    SaveExcerpt: "抜粋（発言{n}件）", "An excerpt ({n} speech)|An excerpt ({n} speeches)";
    SaveExcerptHow: "抜粋であることと出典を記した、読むだけのファイルです。", "A copy for reading that says what it is an excerpt of.";
    Save: "保存", "Save";
    SaveOf: "{what}を保存", "Save: {what}";
    ShareFile: "送る", "Send";
    ShareFileOf: "{what}をほかのアプリで送る", "Send with an app: {what}";
    SaveInFrame:
        "ページに埋め込まれて表示されています。保存できないときは、別画面で開いてください。",
        "Shown inside another page. If saving does not work, open it in its own window.";
    OpenOwnWindow: "別画面で開く", "Open in its own window";
    Exports: "データとして書き出す", "As data";
    ExportPart: "いま表示している発言{n}件だけを書き出す", "Only the {n} speech shown|Only the {n} speeches shown";
    FormatDocx: "Word文書", "Word document";
    FormatCsv: "表（CSV）", "Table (CSV)";
    FormatText: "テキスト", "Text";
    FormatMarkdown: "Markdown（文書）", "Markdown";
    FormatJson: "JSON（全項目）", "JSON (everything)";
    FormatDiet: "国会会議録の形式（JSON）", "JSON as the Diet's";
    FormatAkn: "Akoma Ntoso（国際標準）", "Akoma Ntoso";
    FormatTei: "TEI（研究用）", "TEI";
    FormatJsonLd: "JSON-LD（検索エンジン用）", "JSON-LD";
    CheckQuote: "引用を確かめる", "Check a quote";
    CheckQuoteHow:
        "引用文を貼り付けると、この会議録のとおりかを確かめます。何も送信しません。",
        "Paste a quote to see whether it stands in these minutes. Nothing is sent.";
    CheckField: "引用文", "Quote";
    CheckNow: "確かめる", "Check";
    CheckSame: "一致：この会議録のとおりです。", "Exact: it stands in these minutes.";
    CheckSameParts: "省略（…）を除き一致：引用された部分は、この会議録のとおりです。", "Exact but for what is left out (…): the parts stand in these minutes.";
    CheckOtherNumber: "引用には発言{n}とありますが、この会議録では別の番号の発言にあります。", "The quote names speech {n}; here the words are in another speech.";
    CheckOtherOrder: "どの部分もこの会議録にありますが、順序が違います。", "Every part is in these minutes, in another order.";
    CheckTooCut: "どの部分もこの会議録にありますが、短く切られているため引用とはいえません。", "Every part is in these minutes, but cut so short that it is no quote.";
    CheckChanged: "改変：この会議録と違うところがあります。", "Altered: it differs from these minutes.";
    CheckMissing: "該当なし：この会議録に当てはまる文は見つかりません。", "Not found: nothing like it is in these minutes.";
    CheckTooShort: "短すぎて確かめられません。もう少し長く貼り付けてください。", "Too short to tell. Paste a little more.";
    CheckPlace: "発言{n}（{label}）にあります。", "It is in speech {n} ({label}).";
    CheckOtherLabel:
        "引用では話者が「{quoted}」ですが、この会議録では「{label}」です。",
        "The quote names {quoted}, these minutes {label}.";
    CheckSameEdition: "この会議録と同じ版から引用されています。", "It was taken from this very edition.";
    CheckOtherEdition: "別の版の会議録から引用されています。", "It was taken from another edition.";
    CheckOnlyQuoted: "引用だけにある字", "Only in the quote";
    CheckOnlyPrinted: "会議録だけにある字", "Only in the minutes";
    CheckLeftOut: "（中略）", "(…)";
    CheckGoThere: "本文で見る", "Show it in the text";
    SelectedIn: "発言{n}の一部を選択中", "Part of speech {n} is selected";
    ExcerptEdition: "{sentence}　版 {edition}", "{sentence}, edition {edition}";
    FollowedMoved: "リンクの発言{from}は、この版では発言{to}です。文は変わっていません。", "Speech {from} of the link is speech {to} in this edition. Its words are the same.";
    FollowedChanged: "リンクが作られたあとに、発言{to}の文が変わっています。", "Speech {to} has changed since the link was made.";
    FollowedMovedAndChanged: "リンクの発言{from}に近いのは、この版の発言{to}です。文が変わっています。", "Speech {from} of the link is most like speech {to} here. Its words have changed.";
    FollowedGone: "リンクの発言{from}は、この版では見つかりません。", "Speech {from} of the link is not in this edition.";
    Understood: "閉じる", "Close";

    // The keys and the signs of the search box.
    Help: "操作", "Keys";
    HelpTitle: "操作のしかた", "Keys and searching";
    HelpKeys: "キー", "Keys";
    HelpKeysOff:
        "1文字のキーは「表示の設定」で切ってあります。",
        "Single-key shortcuts are switched off in the settings.";
    HelpNextSpeech: "次の発言へ", "Next speech";
    HelpPreviousSpeech: "前の発言へ", "Previous speech";
    HelpSearchBox: "検索欄へ", "Search box";
    HelpHelp: "この説明を開く・閉じる", "Show or hide this";
    HelpEscape: "この説明、パネル、読み上げの順に閉じる", "Close this, then a panel, then stop reading aloud";
    HelpEnter: "検索欄で、次・前の該当箇所へ", "In the search box: next, previous match";
    HelpSearch: "探しかた", "Searching";
    SignAll: "道路 予算", "道路 予算";
    SignAllMeans: "どの語も含む", "holds every word";
    SignPhrase: "「道路の予算」", "\"道路の予算\"";
    SignPhraseMeans: "このとおりに続く", "these words as they stand";
    SignNot: "-道路", "-道路";
    SignNotMeans: "この語を含まない", "does not hold the word";
    SignOr: "道路 OR 歩道", "道路 OR 歩道";
    SignOrMeans: "どちらかを含む", "holds one of them";
    SignSpeaker: "話者:事務局", "speaker:事務局";
    SignSpeakerMeans: "話者の表記に含む", "in the name beside the speech";
    SignTopic: "話題:道路", "topic:道路";
    SignTopicMeans: "議題の見出しに含む", "in the heading of the topic";
    HelpScopes:
        "「文」「発言」「問答」「議題」「会議」は、すべての語がそろう範囲です。",
        "“Sentence”, “Speech”, “Exchange”, “Topic” and “Meeting” say within what all words must meet.";
    HelpFolded:
        "全角と半角、新旧の字体、かなの違いは区別しません。",
        "Wide and narrow letters, old and new forms of characters are found alike.";

    // The file in another page.
    Embed: "埋め込み", "Embed";
    EmbedTitle: "ほかのページに埋め込む", "Embed in another page";
    EmbedElsewhere: "会議録を別の画面で開く", "Open the minutes in a window of their own";
    EmbedWhole: "目次や絞り込みを使う（別の画面）", "Contents and filters, in a window of their own";
    EmbedProceedings: "議事録", "Proceedings";
    EmbedAddress: "公開したあとのファイルのアドレス", "Address at which the file will be published";
    EmbedAddressMissing:
        "アドレスが決まったら入力してください。いまは例のアドレスが入っています。",
        "Enter the address once it is known. An example stands in its place.";
    EmbedAddressLocal:
        "http:// か https:// で始まるアドレスを入力してください。パソコンの中の場所では、ほかの人は開けません。",
        "Enter an address that begins with http:// or https://. Others cannot open a place on your own computer.";
    EmbedTier: "貼り付ける形", "What to paste";
    EmbedTierFrame: "枠とリンク", "Frame and link";
    EmbedTierFrameMeans: "ほとんどのCMSで使えます。枠の中でスクロールします。", "Works in nearly every CMS. Scrolls inside.";
    EmbedTierScript: "高さを合わせる枠", "Frame as high as the text";
    EmbedTierScriptMeans: "スクリプトを貼れるページで使えます。", "For pages that allow scripts.";
    EmbedTierElement: "専用タグ", "Element of its own";
    EmbedTierElementMeans: "embed.js を置けるサイトで使えます。", "For sites that can hold embed.js.";
    EmbedStart: "最初に見せる所", "Begins at";
    EmbedStartWhole: "はじめから", "The head";
    EmbedStartSpeech: "番号で選んだ発言", "A speech by its number";
    EmbedStartPresent: "いまの検索と絞り込み", "The search and filters of now";
    EmbedSpeechNumber: "発言の番号", "Number of the speech";
    EmbedHeight: "高さ（ピクセル）", "Height (pixels)";
    EmbedHeader: "会議名と流れの帯を見せる", "Show the title and the strip";
    EmbedAccent: "リンクの色を変える", "Change the colour of links";
    EmbedAccentColour: "リンクの色", "Colour of links";
    EmbedAccentChanged:
        "この色は読みにくいため、明るい画面では {light}、暗い画面では {dark} で表示します。",
        "Words in this colour are hard to read: it becomes {light} on light ground, {dark} on dark ground.";
    EmbedScheme: "明るさ", "Light or dark";
    EmbedSchemeAuto: "読む人の設定", "As the reader prefers";
    EmbedSchemeLight: "明るい", "Light";
    EmbedSchemeDark: "暗い", "Dark";
    EmbedPreview: "見え方", "Preview";
    EmbedPreviewSketch:
        "ここでは本物を表示できないため、略図です。公開したファイルでこの画面を開くと、実際の見え方を確かめられます。",
        "Only a sketch, since the page cannot be shown inside itself here. Open this dialog in the published file to see the real thing.";
    EmbedSnippet: "貼り付ける内容", "Paste this";
    EmbedCopy: "コピー", "Copy";
    EmbedNotCopied:
        "コピーできませんでした。欄の文字を選んでコピーしてください。",
        "Copying was refused. Select the text in the field and copy it.";
    EmbedAdvice: "CMSの担当の方へ", "For those who keep the CMS";
    EmbedAdviceSource:
        "記事の編集画面を「ソース」に切り替えて貼り付けます。title は枠の名前です。消さずに残してください。",
        "Paste it in the source view of the editor. The title names the frame: keep it.";
    EmbedAdviceShirasagi:
        "SHIRASAGI では、ファイルを記事の添付ではなくアップローダーに置きます。添付したHTMLは枠に表示されません。",
        "In SHIRASAGI, put the file into the uploader node, not into an article: attached HTML is not shown in frames.";
    EmbedAdviceLinkOnly:
        "枠も取り除かれるCMSでは、リンクの行だけを貼り付けます。",
        "Where even frames are removed, paste the line with the link alone.";
    EmbedAdviceScript:
        "スクリプトを取り除くCMSに貼っても、枠の中でスクロールして読めます。",
        "Where scripts are removed, the frame stays and scrolls inside.";
    EmbedAdviceElement:
        "embed.js を会議録のファイルと同じ場所に置きます。スクリプトが動かないときは、タグの中のリンクが残ります。",
        "Put embed.js beside the file. Where scripts do not run, the link inside the element stays.";
    EmbedAdviceJoruri:
        "Joruri と ZOMEKI は記事のスクリプトを取り除きます。「枠とリンク」を使ってください。",
        "Joruri and ZOMEKI remove scripts from articles: use “Frame and link”.";
    EmbedAdviceSandbox:
        "枠に sandbox を付けるときは、allow-scripts allow-popups allow-downloads allow-modals を指定します。共有とコピーには allow=\"web-share; clipboard-write\" も要ることがあります。",
        "With sandbox, allow: allow-scripts allow-popups allow-downloads allow-modals. Sharing and copying may need allow=\"web-share; clipboard-write\", too.";

    ShowNLeftOut: "省略した発言{n}件を表示", "Show {n} speech left out|Show {n} speeches left out";

    // Settings.
    Settings: "表示の設定", "Settings";
    Language: "表示の言語", "Language";
    ShowColours: "立場を色でも示す", "Show roles in colour, too";
    ShowHitsOnly: "検索語を含む発言だけを表示する", "When searching, show only speeches with a match";
    UseShortcuts: "1文字のショートカットキー（/ で検索）を使う", "Use single-key shortcuts (/ to search)";
    SettingsKept: "設定はこのブラウザーだけに保存されます。", "Kept in this browser only.";

    // The viewer without minutes.
    GreetingTitle: "会議録ビューア", "Minutes viewer";
    GreetingEmpty: "このファイルには、まだ会議録が入っていません。", "This file holds no minutes yet.";
    GreetingHow:
        "会議録のテキストから、開くだけで読める1つのファイルを作るには、次のように入力します。",
        "To make one file that opens and reads anywhere out of the text of minutes, type:";
    GreetingCommand: "kaigiroku bundle 会議録.txt", "kaigiroku bundle minutes.txt";
    GreetingResult:
        "できたファイルは、このビューアと会議録の両方を含みます。インターネットには何も送りません。",
        "The file holds both this viewer and the minutes. It sends nothing over the internet.";
}
