//! Long minutes that nobody held. Each kind is a form in which minutes are written, with as many
//! speeches as it takes to fill the length asked for.

use std::fmt::Write as _;

/// So many letters stand on a line of wrapped minutes, and so many lines on a page of them.
const WIDTH: usize = 40;
const PAGE: usize = 38;

/// Minutes of a kind, of this length or a speech longer. `texts` are the texts of the project, the seeds
/// first.
pub fn minutes(kind: &str, length: usize, texts: &[String]) -> String {
    match kind {
        "seeds" => repeated(texts.get(..1).unwrap_or_default(), length),
        "mixed" => repeated(texts, length),
        "assembly" => long(length, &head(), |at| format!("○{}　{}\n", called(at), speech(at, "\n　"))),
        "one-line" => {
            long(length, &head().replace('\n', "　"), |at| format!("○{}　{}", called(at), speech(at, "")))
        }
        "wrapped" => wrapped(&long(length, &head(), |at| format!("{}){}\n", plain(at), speech(at, "")))),
        "viewer" => {
            long(length, VIEWER, |at| format!("  {}:\n ◯{}　{}\n\n", at + 1, called(at), speech(at, "\n　")))
        }
        "summary" => long(length, &head(), |at| {
            let mark = if at.is_multiple_of(2) { "・" } else { "→" };
            format!("{mark}{}\n", speech(at, ""))
        }),
        unknown => panic!("no kind of minutes is called {unknown}"),
    }
}

/// What stands above a record in a viewer of many.
const VIEWER: &str = "\
会議録検索システム
トップページへ戻る　検索結果一覧へ
◀ 前の発言　次の発言 ▶

平成28年12月定例会（第3日目）　本文
開催日：2016年12月07日

文書・発言の移動　　表示の切替　　ヘルプ

";

/// Who speaks: the surname, the given name, the post.
const PEOPLE: [(&str, &str, &str); 12] = [
    ("桐山", "隆", "議長"),
    ("楢崎", "明美", "委員"),
    ("柏原", "直", "市長"),
    ("諏佐", "一葉", "委員"),
    ("椎木", "学", "病院事務局長"),
    ("薄井", "圭", "委員"),
    ("根津", "千秋", "環境部長"),
    ("江面", "尚", "委員"),
    ("細貝", "薫", "環境政策課長"),
    ("尾花", "望", "委員"),
    ("矢代", "恵", "財政課長"),
    ("風間", "渉", "副議長"),
];

const SUBJECTS: [&str; 9] = [
    "図書館の開館時間",
    "学校給食費の納期",
    "古着を回収する拠点",
    "消防団の車両の更新",
    "子育て世帯への家賃補助",
    "空き家の除却に係る補助金",
    "産業振興センターの改修",
    "一人一日当たりのごみの量",
    "乗合タクシーの運行区域",
];

/// `@` stands for a subject, `#` for a number.
const SENTENCES: [&str; 11] = [
    "@について、令和5年度の実績は#件であり、前の年度より#件増えております。",
    "@は、いつまでに見直すお考えでしょうか。",
    "資料の#ページをお開きください。",
    "地域の方からは「@を先に進めてほしい」という声も伺っているところでございます。",
    "歳出の総額は#万円で、うち@に#万円を充てております。",
    "なお、@につきましては、関係する課と協議を重ね、次回までに整理してお示しします。",
    "御異議ありませんか。",
    "（「異議なし」と呼ぶ者あり）",
    "以上、3点について伺います。",
    "@には国の補助が見込まれますが、要件が細かく、手続に#か月を要すると聞いております。",
    "御指摘のとおりであり、@の在り方を含めて検討してまいります。",
];

/// Of a list as long as one likes, without end.
fn pick<T: Copy>(list: &[T], at: usize) -> T {
    list[at % list.len()]
}

/// A number that depends on another, without a pattern in it (the mixing step of SplitMix64).
fn mixed(at: usize) -> usize {
    let mut bits = (at as u64).wrapping_add(0x9E37_79B9_7F4A_7C15).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (bits ^ (bits >> 31)) as usize >> 8
}

fn head() -> String {
    let mut head = "平成24年度第2回若草野市環境審議会会議録\n\n".to_owned();
    head += "1 日　時　平成24年10月18日(木) 午前10時00分から午前11時25分\n2 場　所　若草野市役所 第3会議室\n";
    let people = PEOPLE.iter().map(|(surname, given, post)| format!("{surname}{given}{post}"));
    let _ = write!(head, "3 出席者　{}\n4 会議の内容\n", people.collect::<Vec<_>>().join("、"));
    head
}

fn person(at: usize) -> (&'static str, &'static str, &'static str) {
    pick(&PEOPLE, if at.is_multiple_of(3) { 0 } else { mixed(at) })
}

/// `議長（桐山隆君）`.
fn called(at: usize) -> String {
    let (surname, given, post) = person(at);
    format!("{post}（{surname}{given}君）")
}

/// `桐山議長`.
fn plain(at: usize) -> String {
    let (surname, _, post) = person(at);
    format!("{surname}{post}")
}

/// Two to seven sentences; `between` them, now and then, a paragraph ends.
fn speech(at: usize, between: &str) -> String {
    let mut speech = String::new();
    for nth in 0..2 + mixed(at) % 6 {
        let chosen = mixed(at * 8 + nth);
        if nth > 0 && chosen.is_multiple_of(4) {
            speech += between;
        }
        for letter in pick(&SENTENCES, chosen).chars() {
            match letter {
                '@' => speech += pick(&SUBJECTS, chosen / 16),
                '#' => {
                    let _ = write!(speech, "{}", 2 + mixed(chosen) % 480);
                }
                letter => speech.push(letter),
            }
        }
    }
    speech
}

fn long(length: usize, head: &str, nth: impl Fn(usize) -> String) -> String {
    let mut text = head.to_owned();
    let mut speeches = (0..).map(nth);
    while text.len() < length {
        text.extend(speeches.next());
    }
    text
}

/// One text after the other, again and again.
fn repeated(texts: &[String], length: usize) -> String {
    let mut text = String::new();
    for next in texts.iter().cycle().take_while(|next| !next.is_empty()) {
        if text.len() >= length {
            break;
        }
        text += next;
    }
    text
}

/// Lines cut at the width of a page, and pages with their numbers.
fn wrapped(text: &str) -> String {
    let mut pages = String::with_capacity(text.len());
    let mut n_lines = 0_usize;
    for line in text.lines() {
        let letters: Vec<char> = line.chars().collect();
        // An empty line is cut into no pieces, and is a line all the same.
        let pieces = letters.chunks(WIDTH).chain(letters.is_empty().then_some(&letters[..]));
        for piece in pieces {
            pages.extend(piece);
            pages.push('\n');
            n_lines += 1;
            if n_lines.is_multiple_of(PAGE) {
                let _ = writeln!(pages, "{}", n_lines / PAGE);
            }
        }
    }
    pages
}
