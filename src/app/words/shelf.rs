//! Every sentence, name and button of the page of a shelf, in each language.
//!
//! May live here: the table, as in `table`. May not: words that minutes alone show, too (`table`).

use super::messages;

messages! {
    ShelfMsg:

    // The head.
    NMeetings: "会議{n}件", "{n} meeting|{n} meetings";
    YearsFromTo: "{first}から{last}まで", "{first} to {last}";
    Skip: "会議の一覧へ移動", "Skip to the meetings";
    Missed:
        "リンク先の会議は、このファイルにありません。",
        "The meeting that the link names is not in this file.";

    // Searching.
    SearchLabel: "すべての会議録から探す", "Search all meetings";
    FoundIn: "{meetings}件の会議に、該当{n}件", "{n} match in {meetings} meetings|{n} matches in {meetings} meetings";
    FoundNothing: "この条件に当てはまる会議はありません。", "No meeting matches.";
    Searching: "{n}件のうち{done}件の会議を調べました", "{done} of {n} meeting searched|{done} of {n} meetings searched";
    NoMeetingFits: "絞り込みに当てはまる会議はありません。", "No meeting passes the filters.";
    ShowingN: "{n}件の会議を表示しています", "Showing {n} meeting|Showing {n} meetings";
    MoreHits: "この会議の該当{n}件をすべて見る", "All {n} match in this meeting|All {n} matches in this meeting";
    SpeechOf: "発言{n}", "Speech {n}";

    // Filters.
    Filters: "絞り込み", "Filters";
    HideFilters: "絞り込みを閉じる", "Hide filters";
    Councils: "会議体", "Councils";
    Years: "年度", "Fiscal years";
    Speakers: "話者", "Speakers";
    FacetTable: "{facet}ごとの会議数。押すとその会議だけを表示", "Meetings by {facet}; press one to show only these";
    MeetingsColumn: "会議", "Meetings";
    MoreValues: "ほか{n}件", "{n} more";
    NoCouncil: "会議体の記載なし", "council not stated";
    NoYear: "年度不明", "year unknown";
    YearAndEra: "{year}（{era}）", "{year} ({era})";

    // The list.
    NoDate: "開催日の記載なし", "no date stated";
    Topics: "議題：{topics}", "Topics: {topics}";
    AndMore: "{topics} ほか{n}件", "{topics} and {n} more";
    More: "さらに{n}件の会議を表示", "Show {n} more meeting|Show {n} more meetings";
    Broken:
        "この会議の部分が壊れているため、開けません。ほかの会議は読めます。ファイルを入手し直してください。",
        "This meeting cannot be opened: its part of the file is damaged. The others can be read. Please get the file anew.";
    BrokenBecause: "{why}（ほかの会議は読めます。）", "{why} (The other meetings can be read.)";

    // What ties meetings.
    Threads: "会議をまたぐ議題・話題", "Matters of several meetings";
    ThreadsHow:
        "同じ言葉の議題と話題を、会議体ごとにつないでいます。",
        "Agenda items and subjects in the same words, followed within each council.";
    OfAgenda: "議題", "Agenda";
    OfSubject: "話題", "Subject";
    MoreThreads: "さらに{n}件の議題・話題を表示", "Show {n} more matter|Show {n} more matters";
    EarlierTies: "これより前の会議（{n}）", "{n} earlier meeting|{n} earlier meetings";
    Ties: "ほかの会議とのつながり（{n}）", "{n} tie to other meetings|{n} ties to other meetings";
    PointsTo: "この会議で触れている会議", "Meetings referred to here";
    PointedFrom: "この会議に触れている会議", "Meetings that refer to this one";

    // In a meeting.
    Over: "会議録の一覧と前後の会議", "All meetings, and those before and after";
    Back: "会議録の一覧へ", "All meetings";
    Before: "前の会議", "Previous meeting";
    After: "次の会議", "Next meeting";
    Opening: "会議録を開いています。", "Opening the minutes.";
    CannotOpen: "この会議録は開けません", "These minutes cannot be opened";
}
