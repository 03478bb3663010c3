//! The words from which things are derived.
//!
//! Lists that are looked up at every letter are sorted.
//!
//! May live here: words and endings that minutes have in common. May not: rules, and words of one
//! text, town or person.

use super::{CommitmentKind, Kind};

/// Units that make a number a figure.
pub(super) const UNITS: &[&str] = &[
    "人", "名", "者", "社", "件", "団体", "法人", "事業所", "事業者", "企業", "店舗", "店", "施設", "世帯",
    "戸", "棟", "校", "園", "校区", "学区", "小学校", "中学校", "学級", "クラス", "教室", "自治体",
    "市町村", "市町", "都道府県", "か国", "カ国", "ヶ国", "ヵ国", "地区", "区画", "町内会", "自治会",
    "議席", "議員", "委員", "組", "人分", "世帯分", "か所", "カ所", "ヶ所", "ヵ所", "ケ所", "箇所", "路線",
    "区間", "系統", "往復", "チーム", "グループ", "台", "本", "冊", "枚", "個", "箱", "袋", "席", "床",
    "棟", "両", "隻", "頭", "羽", "匹", "票", "口", "食", "便", "泊", "品目", "種類", "事業", "項目",
    "議案", "セット", "回", "年間", "か年", "カ年", "ヶ年", "箇年", "か月", "カ月", "ヶ月", "ヵ月", "ケ月",
    "箇月", "か月間", "カ月間", "ヶ月間", "週間", "日間", "時間", "分", "分間", "秒", "歳", "才", "円",
    "銭", "ドル", "ユーロ", "割", "倍", "％", "%", "パーセント", "ポイント", "キロ", "キロメートル",
    "メートル", "センチ", "センチメートル", "ミリ", "ミリメートル", "平方メートル", "平方キロ",
    "平方キロメートル", "平米", "立方メートル", "リューベ", "ヘクタール", "アール", "坪", "トン",
    "キログラム", "グラム", "リットル", "ミリシーベルト", "ワット", "キロワット", "キロワット時",
    "メガワット", "㎞", "㎝", "㎜", "㎡", "㎢", "㎥", "㎏", "℃", "km", "cm", "mm", "m", "ha", "kg", "t",
    "kW", "kWh", "MW",
];

/// Units that are figures behind a single kanji numeral too: 三社. Others make words and names
/// with it: 二戸, 一部, 三者.
pub(super) const KANJI_UNITS: &[&str] = &[
    "人", "名", "社", "件", "回", "団体", "世帯", "か所", "カ所", "ヶ所", "ヵ所", "箇所", "年間", "か年",
    "カ年", "か月", "カ月", "ヶ月", "ヵ月", "週間", "日間", "時間", "歳", "割", "倍", "％", "パーセント",
];

/// Of these, the ones that are words of everyday behind 一: 一人一人, 一回り, 人一倍.
pub(super) const NOT_WITH_ONE: &[&str] = &[
    "人", "回", "倍",
];

/// Words that begin with the letter of a unit: `2 人材育成` counts no people.
pub(super) const WORDS_LIKE_UNITS: &[&str] = &[
    "人材", "人財", "人口", "人事", "人権", "人件", "人命", "人間", "人形", "人物", "人的", "人格", "人工",
    "人生", "名称", "名簿", "名前", "名誉", "名所", "名産", "社会", "社協", "社員", "社長", "社宅", "社寮",
    "件名", "件数", "店長", "施設整", "戸籍", "戸別", "戸建", "棟梁", "校長", "校舎", "校庭", "校内",
    "校則", "園長", "園児", "園舎", "組合", "組織", "台風", "台帳", "台湾", "台地", "本市", "本町", "本村",
    "本県", "本区", "本部", "本庁", "本会", "本日", "本年", "本当", "本来", "本格", "本人", "本線", "本校",
    "本館", "本社", "本化", "本件", "本案", "本計", "個人", "個別", "個々", "個性", "席次", "床面", "床上",
    "床下", "頭数", "口頭", "口座", "食育", "食事", "食料", "食品", "食材", "食生", "便利", "便所", "回答",
    "回覧", "回数", "回収", "回復", "回線", "分野", "分析", "分類", "分割", "分科", "分担", "分館", "分別",
    "分団", "分庁", "分布", "分散", "円滑", "円卓", "円形", "割合", "割引", "割増", "倍率", "事業計",
    "事業実", "事業評", "事業内", "議案第", "議員定", "議員報", "委員会", "委員長", "項目別", "歳入",
    "歳出", "歳末", "企業誘", "企業立", "企業支", "両親", "両立", "両方", "両市", "者数", "グループホ",
    "ミリオン",
];

/// What may stand behind 年 where a number of years is meant: 5年で, 3年以内. Elsewhere it may be a year.
pub(super) const BEHIND_YEARS: &[&str] = &[
    "で", "以", "前", "後", "程", "ほど", "くらい", "ぐらい", "ごと", "毎", "ぶり", "余", "未", "弱", "強",
    "が経", "経", "たっ", "に一", "に1", "に１", "計画", "連続",
];

/// Speaker labels that say what is done under them: 質問1, （回答）. Letters count only where the
/// text uses both of a pair: an Ａ alone is somebody whose name is kept back.
pub(super) const KIND_LABELS: &[(&str, Kind)] = &[
    ("質問", Kind::Question),
    ("質疑", Kind::Question),
    ("問", Kind::Question),
    ("質問者", Kind::Question),
    ("意見・質問", Kind::Question),
    ("質問・意見", Kind::Question),
    ("回答", Kind::Answer),
    ("答弁", Kind::Answer),
    ("答", Kind::Answer),
    ("回答者", Kind::Answer),
    ("意見", Kind::Opinion),
    ("要望", Kind::Opinion),
    ("説明", Kind::Explanation),
];

/// The letters of question and answer.
pub(super) const LETTER_LABELS: [(&str, Kind); 2] = [("Q", Kind::Question), ("A", Kind::Answer)];

/// Words that ask wherever in a sentence they stand.
pub(super) const ASKS: &[&str] = &[
    "いかがか", "うかがいたい", "お伺いいた", "お伺いし", "お伺いを", "お尋ねいた", "お尋ねさせ",
    "お尋ねし", "お尋ねを", "お教え", "お示しくださ", "お示し願", "お答えいただきたい", "お答えくださ",
    "お答え願", "お聞かせ", "お聞きいた", "お聞きし", "お聞きします", "ご所見を", "ご答弁を", "ご見解を",
    "でしょうか", "伺いたい", "伺います", "尋ねたい", "尋ねます", "尋ねる。", "御所見を", "御答弁を",
    "御見解を", "教えていただ", "教えてくださ", "教えてくれ", "教えてほしい", "教えてもらいたい",
    "教えて下さ", "教えて欲しい", "教えて頂", "知りたい", "確認させて", "確認したい", "答弁を求め",
    "聞かせて", "聞きたい", "聞きます", "見解を求め", "説明してほしい", "説明をいただきたい", "説明を求め",
    "説明願いたい", "質問いたします", "質問させて", "質問したい", "質問します",
];

/// Words that end in か and ask nothing.
pub(super) const NO_ASKS: &[&str] = &[
    "しずか", "たしか", "ほか", "しか", "確か", "静か",
    "僅か", "わずか", "豊か", "細か", "明らか", "おろか", "なか", "さなか",
];

/// Words that wish or think; those that think count at the end of a sentence only.
pub(super) const WISHES: &[&str] = &[
    "お願いしたい", "ていただきたい", "てほしい", "てもらいたい", "て欲しい", "て頂きたい",
    "でいただきたい", "でほしい", "でもらいたい", "べき。", "べきか", "べきだ", "べきで", "べきと",
    "をお願いいたします", "をお願いします", "望ましい", "望みます", "期待し", "求めたい", "求めます",
    "要望いた", "要望し", "要望する", "願いたい",
];
pub(super) const THOUGHTS: &[&str] = &[
    "いい。", "いいのでは", "だろう", "ではないか", "と理解", "よい。", "よいのでは", "反対", "大切",
    "心配", "必要がある", "必要だ", "必要である", "必要です", "思い", "思う", "思って", "思わ", "感じ",
    "懸念", "考えた", "考えて", "考えます", "考える", "良い。", "良いのでは", "賛成", "重要である",
];

/// Words with which a meeting is led.
pub(super) const PROCEDURES: &[&str] = &[
    "あいさつがあり", "ありますか", "ありませんか", "いかがでしょうか、御", "お手元に配", "お諮りいた",
    "お諮りし", "お諮りを", "これより", "これをもち", "ございますか", "ございませんか", "ご了承", "ご異議",
    "ご発言", "ご着席", "ご説明を", "ただいまから", "ただいまより", "ただ今から", "どうぞ", "ないようで",
    "なければ", "なしと認め", "よろしいでしょうか", "よろしいですか", "をお願いいたします",
    "をお願いします", "上程", "付託", "以上をもち", "休憩", "休憩いたし", "休憩とし", "会議を開",
    "会議録署名", "何かあ", "何かござ", "傍聴", "入らせて", "入りたい", "入ります", "再開し", "出席委員は",
    "出席議員は", "可決", "否決", "回答をお願い", "報告いたさせ", "報告を終わり", "始めたい", "始めます",
    "委員会を開", "定足数", "延会", "当選され", "御了承", "御異議", "御発言", "御着席", "御説明を",
    "意見、ご質問", "意見、御質問", "意見がなけれ", "意見はあ", "意見はござ", "意見はない", "意見・御質問",
    "成立いた", "成立し", "承認することに", "投票", "指名", "指定いたし", "指定し", "挙手", "挨拶があり",
    "採決", "散会", "日程第", "本日の会議", "次に移", "次の議題", "次第に", "求めます", "決しました",
    "決定いたしました", "決定しました", "決定することに", "申し上げます", "異議ありませんか", "異議がな",
    "異議ございませんか", "異議なし", "発表いたし", "発言を許し", "発言を許可", "発言願", "着席",
    "確認いたします", "移らせて", "移りたい", "移ります", "答弁をお願い", "答弁を求めます", "紹介いたし",
    "紹介し", "終わりたい", "終わりました", "終わります", "終了いた", "終了し", "署名人", "署名委員",
    "署名議員", "聴取いたし", "行います", "表決", "討論", "許します", "許可し", "説明させ", "説明をお願い",
    "説明を求めます", "説明願います", "諮ります", "議事を進め", "議事録署名", "議長を交代", "議題といた",
    "議題とし", "議題に供し", "質問、ご意見", "質問、御意見", "質問がなけれ", "質問の時間", "質問はあ",
    "質問はござ", "質問はない", "質問等がなけれ", "質疑がなけれ", "質疑に入り", "質疑はあ", "質疑はござ",
    "質疑を終", "質疑を許し", "起立", "通告", "進めさせて", "進めたい", "進めてまいります", "進めます",
    "進行", "配付いたし", "配布いたし", "閉じ", "閉会", "開きます", "開会", "開議", "関連質問",
];

/// Whole sentences that only agree, and words that only thank.
pub(super) const NEUTRAL: &[&str] = &[
    "はい", "では", "それでは", "以上", "以上です", "以上でございます", "分かりました", "わかりました",
    "了解しました", "承知しました", "なるほど", "そうですね",
];
pub(super) const THANKS: &[&str] = &[
    "ありがとうござ", "お疲れさま", "お疲れ様", "ご苦労さま", "よろしくお願い", "宜しくお願い",
    "御苦労さま", "有難うござ",
];

/// Words at the beginning of a speech that say that it answers, or that it explains.
pub(super) const ANSWERS: &[&str] = &[
    "お尋ねにお答え", "お答えいたします", "お答えします", "お答え申し上げます", "ご答弁いたし",
    "ご答弁申し上げ", "ご質問でございますが", "についてお答え", "回答いたします", "回答します",
    "御答弁いたし", "御答弁申し上げ", "御質問でございますが", "答弁いたします", "質問にお答え",
    "質疑にお答え",
];
pub(super) const EXPLAINS: &[&str] = &[
    "ページをご覧", "ページを御覧", "報告いたします", "報告させていただ", "報告します", "報告申し上げます",
    "説明いたします", "説明させていただ", "説明させて頂", "説明した。", "説明します", "説明する。",
    "説明申し上げます", "資料をご覧", "資料を御覧",
];

/// Ends of a name that is called: 「下村委員。」
pub(super) const CALLED: &[&str] = &[
    "委員", "議員", "部長", "課長", "局長", "次長", "室長", "所長", "市長", "町長", "村長", "区長", "知事",
    "教育長", "館長", "校長", "係長", "主査", "主幹", "参事", "理事", "管理者", "委員長", "監", "事務局",
    "担当課", "担当", "さん", "君", "氏", "様", "番", "先生", "会長", "大臣", "参考人",
];

/// Words by which the chair leaves one matter for another: what is said then answers nothing before.
pub(super) const LEAVES: &[&str] = &[
    "移ります", "移りたい", "移らせて", "入ります", "入りたい", "議題", "日程第", "議案第", "報告第",
    "ほかに", "他に", "そのほか", "休憩", "再開", "次第", "ないようで", "次の",
];

/// Words with which the chair asks for an explanation.
pub(super) const REQUESTS: &[&str] = &[
    "説明を求め", "説明をお願い", "説明願い", "報告をお願い", "報告を求め", "報告願い", "聴取",
];

/// Words with which somebody of the office is called to answer.
pub(super) const CALLS: &[&str] = &[
    "事務局", "担当課", "答弁", "回答", "お答え", "当局", "執行部",
];

/// Pairs of kanji that every meeting uses: two speeches that share one share no matter yet.
pub(super) const COMMON: &str = "必要 検討 事業 実施 状況 今後 対応 場合 内容 計画 意見 質問 説明 \
資料 市内 本市 当市 市民 町民 委員 事務 務局 会議 年度 令和 平成 重要 非常 目標 課題 実際 問題 関係 具体 体的 現在 \
以上 以下 程度 理解 認識 予定 結果 理由 方法 部分 全体 皆様 可能 場所 時間 今回 前回 次回 今年 昨年 来年 本当 考慮 効果 \
成果 実績 評価 報告 確認 参考 意味 基本 同様 以外 一部 一定 十分 段階 最終 最後 一点 二点 三点 点目 本日 議員 市長 町長 \
部長 課長 御質 御意 指摘 提案 要望 所見 見解 答弁 方針 現状 期待 当然 大変 大切 様々 多様 一人 自分 協議 審議 議論 議題";

/// Words that open a further point of a speech, and words that carry them on to their mark: 2点目ですが、
pub(super) const OPENERS: &[&str] = &[
    "また", "それから", "次に", "つぎに", "あわせて", "併せて", "最後に",
];
pub(super) const OPENER_ENDS: &[&str] = &[
    "、", "，", "は、", "が、", "ですが、", "ですけれども、", "として、", "としましては、", "に、",
    "だけ、", "は", "に",
];

/// Where the name of a subject ends: 「給食費の補助について、」. The words before them in the list are
/// tried first, so the longer ones stand first.
pub(super) const SUBJECT_ENDS: &[&str] = &[
    "に関しましては", "につきましては", "に関しては", "については", "についてですが",
    "についてですけれども", "についてお", "について伺", "についてのお尋ね", "についての御質問",
    "についてのご質問", "について質問", "についてです。", "についてであります。", "に関して、",
    "について、", "につきまして、", "のほか、", "ですが、", "ですけれども、",
];

/// What stands between the name of a subject and the rest of its phrase: Xに係る…について.
pub(super) const SUBJECT_LINKS: &[&str] = &[
    "に係る", "に関する",
];

/// Words of which a name consists that says nothing alone: 目標設定, 今後の進め方, 資料2.
pub(super) const GENERIC: &str = "体制 事例 一つ 具体的な 具体的 詳細な 詳細 少し 現時点 で な 本 時間 期日 目標 設定 資料 予算 質問 点 件 事業 計画 内容 状況 現状 課題 対応 結果 理由 \
効果 成果 実績 評価 意見 説明 報告 議題 方法 周知 費用 金額 人数 数値 数字 表 図 項目 全体 全般 今後 今年度 本年度 来年度 \
次年度 昨年度 前年度 年度 今年 来年 昨年 スケジュール 日程 進め方 取組 取り組み 取組み 施策 制度 条例 市 町 村 本市 本町 当市 委員会 \
会議 協議 審議 検討 運用 運営 経費 財源 時期 期間 場所 対象 対象者 参加者 職員 委員 市民 町民 部分 問題 関係 指摘 提案 要望 \
御意見 ご意見 御質問 ご質問 御指摘 ご指摘 実施 推進 周知方法 趣旨 目的 経緯 背景 概要 詳細 案 案件 議案 考え方 考え 方針 方向性 変更 見直し 改正 \
確認 調査 開催 日時 次回 次第 その他 予定 事項 最後 最初 の と や ・ 及び および 等 など こと もの ところ ページ 番 号 目 第 第一 中 値 額 率 数 基準 年 月 日 一 二 三 四 五";

/// How a name begins that points at something said before.
pub(super) const POINTING: &[&str] = &[
    "この", "その", "あの", "どの", "これ", "それ", "あれ", "どれ", "ここ", "そこ", "あそこ", "どこ",
    "こう", "そう", "こちら", "そちら", "こういう", "そういう", "先ほど", "先程", "さきほど", "今ほど",
    "今の", "いまの", "今回", "今日", "前回", "ただいま", "只今", "ただ今", "同じ", "同様", "当該", "上記",
    "以上", "以下", "何", "なぜ", "誰", "いつ", "また", "私", "わたし", "皆", "次の", "他の", "ほかの",
    "本件", "本案", "お手元", "御", "ご", "お尋ね", "なお", "まず", "では", "ここで",
];

/// Words that no name of a subject holds.
pub(super) const NO_NAME: &[&str] = &[
    "これ", "それ", "この", "その", "ちょっと", "点目", "わけ", "、", "，", "。", "を", "です", "ます",
    "ました", "先ほど", "質問", "指摘", "お尋ね", "発言", "委員の", "議員の", "ページ", "頁", "お話",
    "という",
];

/// Short sentences before a subject: thanks and greetings.
pub(super) const GREETINGS: &[&str] = &[
    "ありがとうございま", "よろしくお願い", "はい", "分かりました", "わかりました", "承知しました",
    "おはようございま", "こんにちは",
];

/// Words before a subject that open no point.
pub(super) const BEFORE_SUBJECTS: &[&str] = &[
    "例えば、", "例えば", "特に、", "今回の", "まず初めに、", "まず始めに、", "まずは、", "まず、",
    "初めに、", "はじめに、", "さらに、", "なお、", "続いて、", "続きまして、", "それでは、", "では、",
    "はい、", "あと、", "ほかに、", "加えて、", "一方、", "次は、", "ただ、", "　",
];

/// Verbs of what is promised: what stands behind the stem before する. The first that fits counts.
pub(super) const PROMISED: &[(&str, CommitmentKind, Verb)] = &[
    ("検討", CommitmentKind::Consider, Verb::Suru),
    ("調査", CommitmentKind::Investigate, Verb::Suru),
    ("精査", CommitmentKind::Investigate, Verb::Suru),
    ("確認", CommitmentKind::Investigate, Verb::Suru),
    ("調べ", CommitmentKind::Investigate, Verb::Ru),
    ("報告", CommitmentKind::Report, Verb::Suru),
    ("回答", CommitmentKind::Report, Verb::Suru),
    ("お示し", CommitmentKind::Report, Verb::Suru),
    ("お知らせ", CommitmentKind::Report, Verb::Suru),
    ("お伝え", CommitmentKind::Report, Verb::Suru),
    ("情報提供", CommitmentKind::Report, Verb::Suru),
    ("対応", CommitmentKind::Act, Verb::Suru),
    ("改善", CommitmentKind::Act, Verb::Suru),
    ("反映", CommitmentKind::Act, Verb::Suru),
    ("修正", CommitmentKind::Act, Verb::Suru),
    ("徹底", CommitmentKind::Act, Verb::Suru),
    ("見直", CommitmentKind::Act, Verb::Su),
    ("取り組", CommitmentKind::Act, Verb::Mu),
    ("取組", CommitmentKind::Act, Verb::Mu),
    ("努め", CommitmentKind::Act, Verb::Ru),
];

/// How a verb is inflected: its form before て, before ます, and the plain one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Suru,
    Su,
    Ru,
    Mu,
}

impl Verb {
    /// Form before ます and たい, form with て, plain form; of each way in which it is put.
    pub(super) fn forms(self) -> &'static [[&'static str; 3]] {
        match self {
            Verb::Suru => &[
                ["し", "して", "する"],
                ["をし", "をして", "をする"],
                ["もし", "もして", "もする"],
                ["はし", "はして", "はする"],
                ["を行い", "を行って", "を行う"],
                ["を進め", "を進めて", "を進める"],
                ["を重ね", "を重ねて", "を重ねる"],
                ["を深め", "を深めて", "を深める"],
                ["を続け", "を続けて", "を続ける"],
                ["を加え", "を加えて", "を加える"],
                ["を図り", "を図って", "を図る"],
                ["いたし", "いたして", "いたす"],
                ["致し", "致して", "致す"],
                ["をいたし", "をいたして", "をいたす"],
            ],
            Verb::Su => &[
                ["し", "して", "す"],
                ["しを行い", "しを行って", "しを行う"],
                ["しを進め", "しを進めて", "しを進める"],
                ["しを図り", "しを図って", "しを図る"],
            ],
            Verb::Ru => &[["", "て", "る"]],
            Verb::Mu => &[["み", "んで", "む"], ["みを進め", "みを進めて", "みを進める"]],
        }
    }
}

/// Behind the form before ます: what makes it a promise.
pub(super) const WILL_MASU: &[&str] = &[
    "ます", "たい",
];
/// Behind the form with て.
pub(super) const WILL_TE: &[&str] = &[
    "いきたい", "いきます", "いく", "行きたい", "行きます", "行く", "ゆきたい", "まいりたい", "まいります",
    "まいる", "参りたい", "参ります", "みたい", "みます", "みる", "おきたい", "おきます", "おく",
];
/// Behind the stem of a verb with する.
pub(super) const WILL_LET: &[&str] = &[
    "させていただきたい", "させていただきます", "させていただく", "させて頂きたい", "させて頂きます",
    "させて頂く",
];

/// What may stand behind a plain form that promises. Anything else makes it part of something larger:
/// 検討する必要がある, 検討する委員会.
pub(super) const BEHIND_PLAIN: &[&str] = &[
    "こととする", "こととしたい", "こととします", "こととしてい", "こととしており", "こととさせ",
    "こととなる", "こととなります", "予定", "つもり", "考えで", "方針で", "所存", "ので", "が、", "。",
];

/// What may not stand behind a polite form or a wish: then somebody else said it, or asks, or it is past.
pub(super) const NOT_BEHIND: &[&str] = &[
    "か", "という", "といった", "と言", "といいまし", "と述べ", "と聞", "と伺", "との", "って", "と書",
    "と答え", "方", "人", "気持", "と思っていま", "と考えていた", "んですけど", "のですが", "ば",
];

/// Words that set a promise in the time to come.
pub(super) const LATER: &[&str] = &[
    "次回", "後日", "改めて", "あらためて", "後ほど", "のちほど", "今後", "次第", "次期", "早急", "速やか",
    "すみやか", "引き続き", "引続き", "次年度", "来年度", "早期に", "できるだけ", "できる限り",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_are_looked_up_are_sorted() {
        for list in [ASKS, WISHES, THOUGHTS, PROCEDURES, ANSWERS, EXPLAINS] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
