//! Every sentence, name and button of the viewer, in each language.
//!
//! `{name}` is filled in. Where English has two forms, `one|many`, `{n}` chooses between them.
//!
//! May live here: the table, by the part of the page that shows the words. May not: how it is read
//! (the module above), the sentences of findings (`diagnostics`), words of the minutes themselves.

use super::messages;

messages! {
    // The head and the foot.
    Untitled: "会議録", "Minutes";
    SendsNothing: "このファイルは何も送信しません。", "This file sends nothing anywhere.";

    // Lengths and counts.
    NChars: "{n}字", "{n} character|{n} characters";
    AboutNChars: "約{n}字", "about {n} characters";

    // Facets and their values.
    FacetAndValue: "{facet}：{value}", "{facet}: {value}";
    Speaker: "話者", "Speaker";
    RoleFacet: "立場", "Role";
    Topic: "議題", "Topic";
    AgendaItem: "次第", "Agenda";
    Subject: "話題", "Subject";
    Kind: "種別", "Kind";
    RoleChair: "議長・委員長", "Chair";
    RoleMember: "委員・議員", "Members";
    RoleSecretariat: "事務局・説明者", "Secretariat and officials";
    RoleGuest: "参考人等", "Guests";
    RoleOther: "その他", "Others";
    BadgeChair: "長", "C";
    BadgeMember: "委", "M";
    BadgeSecretariat: "事", "S";
    BadgeGuest: "参", "G";
    BadgeOther: "他", "–";
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
    OpensWith: "「{words}」による", "from the words 「{words}」";
    FollowsSpeechN: "発言{n}を受けて", "taken up from speech {n}";

    // The search box and what it found.
    NHits: "{n}件", "{n}";
    HitOfN: "{at} / {n}件", "{at} of {n}";
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
}
