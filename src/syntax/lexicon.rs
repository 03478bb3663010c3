//! The words that minutes have in common: names of items, of parts, of posts.
//!
//! May live here: words of the trade. May not: names of towns, bodies, people, subjects.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::kind::Field;
use super::numbering;
use crate::chars::{is_kana, is_kanji, is_space};

/// The part that somebody has in a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Presides: 委員長, 会長, 議長, 座長.
    Chair,
    /// Deliberates: 委員, 議員, 副委員長.
    Member,
    /// Answers and keeps the record: 事務局, 部長, 課長.
    Secretariat,
    /// Was invited: 参考人, オブザーバー.
    Guest,
    /// Something else, or not to be told from the label.
    Other,
}

impl Role {
    /// All roles, in the order in which they are listed to readers.
    pub const ALL: [Role; 5] = [Role::Chair, Role::Member, Role::Secretariat, Role::Guest, Role::Other];

    /// The name by which files and links call it.
    pub fn key(self) -> &'static str {
        match self {
            Role::Chair => "chair",
            Role::Member => "member",
            Role::Secretariat => "secretariat",
            Role::Guest => "guest",
            Role::Other => "other",
        }
    }

    /// The role called `key`.
    pub fn from_key(key: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.key() == key)
    }
}

/// A list of words, cut from one string on first use: a list of hundreds reads better so.
type Words = LazyLock<Vec<&'static str>>;

macro_rules! words {
    ($words:expr) => {
        LazyLock::new(|| $words.split_whitespace().collect())
    };
}

/// Names of the items of a form, inner spaces left out.
const ITEMS: &[(Field, &str)] = &[
    (
        Field::Name,
        "会議名 会議の名称 会議名称 会議の名 附属機関等の名称 審議会等名称 審議会等の名称 \
         審議会名",
    ),
    (
        Field::When,
        "開催日時 開催日時等 開催年月日 開催日 日時 とき 期日 招集年月日 開会年月日 \
         開会日時 会議日時 開会の日時 開会日 会議の日時 招集日時 開催の日時 開催月日 会議年月日 \
         開催日及び場所 日時及び場所 開催日時及び場所 日時・場所 開催日時・場所 開会期日",
    ),
    (
        Field::Place,
        "開催場所 場所 会場 ところ 招集場所 招集の場所 開催会場 会議の場所 開催の場所 開会場所 \
         会議場所 開会の場所",
    ),
    (
        Field::Roll,
        "出席者 出席者等 出席委員 出席委員の氏名 出席議員 委員の出席 出席職員 \
         出席職員の職・氏名 出席者氏名 欠席者 欠席委員 欠席した委員 欠席議員 説明員 \
         説明のため出席した者 事務局 出席 参加者 委員 出席者及び欠席者 応招議員 不応招議員 出席説明員 欠席説明員 委員会説明員 \
         出席した委員 欠席した議員 出席した議員 出席構成員 出席者名簿 事務局職員 議会事務局職員 \
         説明のため出席した者の職氏名 職務のため出席した者 地方自治法第121条により出席した者 \
         事務局出席職員 出席者職氏名 出席説明者 説明者 出席理事者 欠席理事者",
    ),
    (
        Field::Agenda,
        "議題 議題等 会議次第 次第 案件 付議事件 付議案件 会議に付した事件 本日の会議に付した事件 本日の会議に付した案件 協議事項 \
         審査事件 審査案件 付託案件 付託事件 審議事項 会議に付した案件 会議に付議した事件 \
         調査事件 議事日程 本日の議題 提出議案 会議に付された事件 会議の案件 会議の議題 日程及び提出議案の題目",
    ),
    (
        Field::Openness,
        "公開、非公開の別 公開・非公開の別 公開又は非公開の別 公開の可否 会議の公開・非公開 \
         会議の公開 公開・非公開 公開区分 傍聴の可否",
    ),
    (Field::Observers, "傍聴者 傍聴人 傍聴者数 傍聴者人数 傍聴人数 傍聴人の数 傍聴者の数"),
    (Field::Office, "担当課 担当部署 所管課 問い合わせ先 問合せ先 お問い合わせ 会議の事務局"),
    (Field::Materials, "配付資料 配布資料 会議資料 資料 提出資料 資料名"),
    (
        Field::Discussion,
        "審議内容 審議の内容 審議経過 審議の経過 会議の結果 会議結果 会議の概要 会議概要 \
         会議内容 会議の内容 会議経過 会議の経過 会議録 議事 議事内容 議事の内容 議事概要 \
         議事の概要 議事の要旨 議事要旨 議事録 主な質疑 主な質疑応答 質疑応答 主な内容 \
         主な意見 意見交換 発言内容 内容 会議",
    ),
    (
        Field::Address,
        "挨拶 あいさつ 会長挨拶 会長あいさつ 委員長挨拶 委員長あいさつ 開会挨拶 \
         開会あいさつ 市長挨拶 市長あいさつ 町長あいさつ 部長挨拶 部長あいさつ 課長あいさつ \
         閉会挨拶 閉会あいさつ 開会 閉会",
    ),
];

/// The names of items, each behind its first letter: few lines begin with one of them.
static ITEM_WORDS: LazyLock<Vec<(char, Field, &'static str)>> = LazyLock::new(|| {
    let words =
        ITEMS.iter().flat_map(|(field, words)| words.split_whitespace().map(move |word| (*field, word)));
    words.filter_map(|(field, word)| Some((word.chars().next()?, field, word))).collect()
});

/// Words for who presides.
static CHAIRS: Words = words!("委員長 会長 議長 座長 部会長 理事長 主査委員 分科会長 司会");

/// Words for who deliberates. Deputies take the chair only now and then.
static MEMBERS: Words = words!(
    "委員代理 各委員 副委員長 副会長 副議長 副座長 副部会長 職務代理者 委員長代理 会長代理 \
     会長職務代理者 農業委員 推進委員 委員 議員 構成員 メンバー"
);

/// Words for the office as a whole, or for whoever speaks for it.
static OFFICES: Words = words!("事務局 担当課 所管課 執行部 理事者 当局 説明員 市 町 村 県");

/// Words for those who were invited.
static GUESTS: Words = words!(
    "参考人 オブザーバー アドバイザー 傍聴者 傍聴人 市民 町民 住民 参加者 講師 \
     公述人 陳述人 説明者 申請者 請願者 陳情者 来場者 参加委員 教授 弁護士 \
     コーディネーター ファシリテーター パネリスト"
);

/// Heads of posts in an office, which end them.
static POST_HEADS: Words = words!(
    "会計管理者 統括リーダー 課長補佐 室長補佐 部長補佐 所長補佐 副市長 副町長 副村長 \
     副区長 副知事 副部長 副課長 副所長 副館長 副主幹 副参事 副主任 副校長 教育長 \
     事務局長 事務局次長 事務長 事務次長 総括主幹 総括主査 主任主査 主任主事 担当部長 \
     担当課長 担当係長 グループ長 チーム長 リーダー 市長 町長 村長 区長 知事 局長 \
     部長 次長 課長 室長 所長 場長 館長 園長 校長 教頭 署長 支所長 センター長 \
     係長 班長 参与 参事 理事 監事 監 主幹 主査 主任 主事 技監 技師 技術員 \
     専門員 専門監 調整監 政策監 補佐 書記 幹事 係員 係 職員 会計年度任用職員 \
     補助員 管理監 支配人 院長 消防長 公室長 企業長 管理者 大臣 副大臣 政務官 長官 総裁 総長 統括官 審議官 専門官 \
     調査官 企画官 学芸員 司書 栄養士 保育士 保健師 指導主事 相談員 推進員 支援員 指導員 教諭 教頭 師長 団長 組合長 理事官 戦略監"
);

/// Kinds of units of an office, and words of which their names are made.
static UNIT_WORDS: Words = words!(
    "公室 支所 出張所 本部 事務所 事務局 部 課 局 室 係 班 担当 グループ チーム \
     センター 所 総務 企画 政策 経営 戦略 秘書 広報 広聴 財政 財務 行政 行革 \
     改革 管財 契約 検査 税務 市民税 資産税 納税 収納 会計 出納 人事 職員 法務 \
     文書 庶務 統計 情報 システム デジタル ＤＸ DX 危機 管理 防災 消防 防犯 \
     安全 安心 交通 市民 町民 村民 区民 県民 住民 生活 地域 地区 自治 協働 共創 \
     活動 支援 相談 窓口 戸籍 保険 年金 医療 国保 健康 保健 福祉 社会 障害 \
     障がい 高齢 高齢者 長寿 介護 子ども こども 子育て 児童 保育 青少年 家庭 男女 \
     共同参画 人権 国際 交流 多文化 環境 衛生 清掃 廃棄物 資源 循環 脱炭素 \
     エネルギー 公園 緑地 農林 農政 農業 農村 農地 林業 林務 森林 水産 畜産 園芸 \
     産業 商工 商業 商政 工業 工政 企業 立地 誘致 労働 労政 雇用 就労 経済 観光 \
     振興 物産 ブランド 移住 定住 建設 土木 道路 河川 港湾 維持 用地 建築 住宅 \
     住まい 営繕 施設 都市 計画 開発 整備 景観 まちづくり 街づくり 再開発 区画整理 \
     上下水道 上水道 下水道 水道 業務 工務 給水 浄水 教育 学校 学務 学事 指導 \
     給食 生涯 学習 社会教育 文化 文化財 芸術 スポーツ 体育 図書 図書館 公民館 \
     博物館 美術 病院 議会 監査 選挙 議事 調査 調整 推進 対策 創生 総合 特命 \
     統括 総括 主任 予防 警防 保全 事業 事務 研究 開発 審査 認定 給付 徴収 \
     委員会"
);

/// The name of an item at the start of `text` with the bytes that it takes, inner spaces
/// included; the longest that fits.
pub(super) fn item(text: &str) -> Option<(Field, usize)> {
    let first = text.chars().next()?;
    ITEM_WORDS
        .iter()
        .filter(|(letter, ..)| *letter == first)
        .filter_map(|&(_, field, word)| Some((field, numbering::spaced_prefix(text, word)?)))
        .max_by_key(|&(_, len)| len)
}

/// The words for parts and posts, each behind its last letter: few labels end with one of them.
static ROLE_WORDS: LazyLock<BTreeMap<char, Vec<(Role, &'static str)>>> = LazyLock::new(|| {
    let lists = [
        (Role::Member, &MEMBERS),
        (Role::Chair, &CHAIRS),
        (Role::Guest, &GUESTS),
        (Role::Secretariat, &OFFICES),
        (Role::Secretariat, &POST_HEADS),
    ];
    let mut by_end: BTreeMap<char, Vec<(Role, &'static str)>> = BTreeMap::new();
    for (role, words) in lists {
        for word in words.iter() {
            by_end.entry(word.chars().next_back().unwrap_or(' ')).or_default().push((role, word));
        }
    }
    by_end
});

/// The word for a part or post that ends `label`, with what stands before it and the role that
/// it gives. `label` holds no spaces and no brackets.
pub(super) fn role_suffix(label: &str) -> Option<(Role, &str)> {
    ROLE_WORDS
        .get(&label.chars().next_back()?)?
        .iter()
        .filter_map(|(role, word)| Some((word.len(), *role, label.strip_suffix(word)?)))
        // The office as a whole is called by its bare word only: 「○○市」 is a place.
        .filter(|(len, role, before)| !(*role == Role::Secretariat && *len <= 3 && !before.is_empty()))
        .max_by_key(|&(len, _, _)| len)
        .map(|(_, role, before)| (role, before))
}

/// Headings that only say which part of a meeting begins.
const FORMALITIES: &[&str] = &[
    "開会",
    "閉会",
    "散会",
    "開議",
    "休憩",
    "再開",
    "議事",
    "議題",
    "議案",
    "審議",
    "協議",
    "案件",
    "次第",
    "議事次第",
    "会議次第",
    "会議",
    "開会・閉会",
    "開会宣言",
    "閉会宣言",
    "会議の成立",
    "会議成立",
    "出席確認",
    "出席者の確認",
    "資料確認",
    "資料の確認",
    "配布資料の確認",
    "配付資料の確認",
    "配布資料確認",
    "配付資料確認",
    "事務連絡",
    "日程",
];

/// Whether a heading without spaces is one of those, or an address: 会長挨拶.
pub(super) fn is_formality(heading: &str) -> bool {
    let bare = heading.trim_matches(|c: char| !c.is_alphanumeric());
    FORMALITIES.contains(&bare)
        || ["挨拶", "あいさつ"].iter().any(|word| bare.len() > word.len() && bare.ends_with(word))
        || bare.contains("主な意見")
        || ["開会の宣告", "散会の宣告", "閉会の宣告", "開議の宣告"].iter().any(|word| bare.starts_with(word))
}

/// Whether a line without spaces heads a table of who said what: 発言者 会議の経過.
pub(super) fn heads_speeches(line: &str) -> bool {
    line.strip_prefix("発言者").is_some_and(|behind| {
        let words = ["経過", "内容", "要旨", "議題", "質疑"];
        behind.chars().count() <= 24
            && words.iter().any(|word| behind.contains(word))
            && !behind.ends_with('。')
    })
}

/// Words with which the record closes behind the last speech.
const CLOSINGS: &[&str] = &[
    "上記のとおり",
    "上記の会議",
    "上記会議",
    "上記、",
    "この会議録",
    "本会議録",
    "この議事録",
    "本議事録",
    "会議録署名",
    "議事録署名",
    "署名委員",
    "署名議員",
    "記録者",
    "会議の顛末",
    "会議の経過を記載",
    "会議の次第を記載",
    "以上、会議の",
    "以上会議の",
    "地方自治法第１２３条",
    "地方自治法第123条",
    "問い合わせ先",
    "問合せ先",
];

/// Whether a line closes the record: signatures, and what is said of the record itself.
pub(super) fn closes_record(text: &str) -> bool {
    CLOSINGS.iter().any(|words| text.starts_with(words))
}

/// Whether a sentence of a summary tells how a matter ended: `採決の結果、…可決した。`
pub(super) fn is_outcome(text: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    has(&["採決", "全員の賛成", "全会一致", "全員一致", "異議なく"])
        && has(&["可決", "承認", "了承", "決定", "採択", "認定", "同意", "否決"])
        && text.ends_with("た。")
}

/// Words of remarks in brackets, which tell what happened in the room.
const STAGE: &[&str] = &[
    "拍手",
    "登壇",
    "降壇",
    "異議",
    "呼ぶ",
    "声",
    "起立",
    "休憩",
    "再開",
    "開会",
    "閉会",
    "散会",
    "退席",
    "着席",
    "退場",
    "入場",
    "退室",
    "入室",
    "説明",
    "朗読",
    "省略",
    "非公開",
    "挙手",
    "交代",
    "配付",
    "配布",
    "参照",
    "笑",
    "採決",
    "結果",
];

/// Whether words in brackets tell what happened in the room: `拍手`, `山田君登壇`.
pub(super) fn is_stage(words: &str) -> bool {
    STAGE.iter().any(|stage| words.contains(stage))
}

/// The byte at which the post begins that ends `entry` (a name and a post without a space
/// between): `佐々木進総務部長` → before 総務部長. `None` where no head of a post ends it, or where
/// what is left over cannot be a name.
///
/// From the right, longest word first: a head, then words of units, then 兼 or ・ and another.
pub(super) fn post_start(entry: &str) -> Option<usize> {
    let mut rest = entry;
    loop {
        rest = strip_longest(rest, &POST_HEADS)?;
        while let Some(shorter) = strip_longest(rest, &UNIT_WORDS).or_else(|| strip_inner_dot(rest)) {
            rest = shorter;
        }
        match rest.strip_suffix('兼').or_else(|| rest.strip_suffix('・')) {
            Some(before) => rest = before,
            None => break,
        }
    }
    is_full_name(rest).then_some(rest.len())
}

/// Whether all of a label names a unit of an office: 福祉課, 環境政策室.
pub(super) fn is_unit(label: &str) -> bool {
    let Some(mut rest) = strip_longest(label, &["課", "室", "係", "局", "部"]) else { return false };
    let is_named = !rest.is_empty();
    while let Some(shorter) = strip_longest(rest, &UNIT_WORDS) {
        rest = shorter;
    }
    is_named && rest.is_empty()
}

fn strip_longest<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().filter_map(|word| text.strip_suffix(word)).min_by_key(|rest| rest.len())
}

/// `商政・労政` is one name of one unit: the dot goes when a word of units stands before it.
fn strip_inner_dot(text: &str) -> Option<&str> {
    strip_longest(text.strip_suffix('・')?, &UNIT_WORDS)
}

/// Whether `text` can be a full name: two to six kanji or kana, spaces left out.
pub(super) fn is_full_name(text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|&c| !is_space(c)).collect();
    // の between kanji ties words: 会期の決定.
    let ties = letters.windows(3).any(|three| matches!(three, [a, 'の', b] if is_kanji(*a) && is_kanji(*b)));
    !ties
        && (2..=6).contains(&letters.len())
        && letters.iter().all(|&c| is_kanji(c) || is_kana(c) || c == 'ヶ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_post(entry: &str, expect: Option<(&str, &str)>) {
        assert_eq!(post_start(entry).map(|at| entry.split_at(at)), expect);
    }

    #[test]
    fn a_post_is_split_from_the_right() {
        check_post("佐々木進総務部長", Some(("佐々木進", "総務部長")));
        check_post(
            "南光一郎企画・財政課長補佐兼企画係長",
            Some(("南光一郎", "企画・財政課長補佐兼企画係長")),
        );
        check_post("森下薫商工労働部工業振興課主査", Some(("森下薫", "商工労働部工業振興課主査")));
    }

    #[test]
    fn an_entry_without_a_known_post_stays_whole() {
        check_post("森下薫", None);
        check_post("森下薫宇宙鉄道開発課長", None);
        check_post("総務部長", None);
    }

    #[track_caller]
    fn check_item(text: &str, expect: Option<(Field, &str)>) {
        assert_eq!(item(text).map(|(field, len)| (field, &text[..len])), expect);
    }

    #[test]
    fn the_name_of_an_item_may_be_spaced() {
        check_item("議 題", Some((Field::Agenda, "議 題")));
        check_item("日　　時　令和", Some((Field::When, "日　　時")));
        check_item("公開、非公開の別 公開", Some((Field::Openness, "公開、非公開の別")));
        check_item("予算の説明", None);
    }

    #[track_caller]
    fn check_role(label: &str, expect: Option<(Role, &str)>) {
        assert_eq!(role_suffix(label), expect);
    }

    #[test]
    fn the_longest_word_that_ends_a_label_gives_the_role() {
        check_role("委員長", Some((Role::Chair, "")));
        check_role("副委員長", Some((Role::Member, "")));
        check_role("佐野委員", Some((Role::Member, "佐野")));
        check_role("総務部長", Some((Role::Secretariat, "総務")));
        check_role("事務局", Some((Role::Secretariat, "")));
        check_role("東野市", None);
        check_role("補助金", None);
    }
}
