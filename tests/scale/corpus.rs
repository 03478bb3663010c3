//! Minutes of councils that do not exist, as many as one likes, and what is looked for in them.
//!
//! Words are drawn from twelve thousand compounds, the first of which come up often and the last hardly ever
//! (Zipf's law), so that lists of letter pairs are as uneven as those of real minutes. The same numbers give the
//! same minutes.

use std::fmt::Write as _;

/// Numbers without a pattern in them (SplitMix64).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// From 0, below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.bits() % n as u64) as usize
    }

    /// From 0 to 1.
    fn share(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

const FIRST: &[&str] = &[
    "地域",
    "産業",
    "観光",
    "農業",
    "林業",
    "福祉",
    "医療",
    "介護",
    "教育",
    "文化",
    "環境",
    "防災",
    "交通",
    "道路",
    "河川",
    "住宅",
    "子育て",
    "若者",
    "女性",
    "市民",
    "行政",
    "財政",
    "情報",
    "通信",
    "上水道",
    "下水道",
    "資源",
    "森林",
    "公園",
    "学校",
    "図書館",
    "病院",
    "保育所",
    "消防",
    "選挙",
    "予算",
    "決算",
    "条例",
    "雇用",
    "労働",
    "企業",
    "創業",
    "技術",
    "研究",
    "大学",
    "給食",
    "通学",
    "歴史",
    "芸術",
    "国際",
    "移住",
    "空き家",
    "除雪",
    "橋梁",
    "港湾",
    "鉄道",
    "駐車場",
    "温泉",
    "墓地",
    "獣害",
    "耕地",
    "漁港",
    "茶業",
    "窯業",
    "織物",
    "酒造",
    "湧水",
    "棚田",
    "砂防",
    "街路樹",
];
const MIDDLE: &[&str] = &[
    "振興", "推進", "支援", "整備", "対策", "管理", "運営", "評価", "点検", "改善", "育成", "確保", "活用",
    "連携", "促進", "維持", "更新", "拡充", "調整", "検討", "調査", "周知", "保全", "再生", "交流", "助成",
    "指導", "相談", "提供", "導入", "強化", "統合", "移転", "協働", "普及", "啓発", "創出", "研修", "誘致",
    "復旧",
];
const LAST: &[&str] = &[
    "事業",
    "計画",
    "会議",
    "補助金",
    "制度",
    "施設",
    "委員会",
    "協議会",
    "方針",
    "基金",
    "条例",
    "審議会",
    "体制",
    "戦略",
    "センター",
    "協定",
    "要綱",
    "指針",
    "予算",
    "職員",
    "団体",
    "組合",
    "区域",
    "費用",
    "効果",
    "目標",
    "実績",
    "課題",
    "窓口",
    "講座",
    "台帳",
    "憲章",
];
const FOREIGN: &[&str] = &[
    "ガイダンス",
    "マッチング",
    "ホームページ",
    "ニーズ",
    "バイオマス",
    "デジタル",
    "システム",
    "サービス",
    "イベント",
    "リスク",
    "コスト",
    "アンケート",
    "ワークショップ",
    "ボランティア",
    "ネットワーク",
    "インフラ",
    "ハザードマップ",
    "リサイクル",
    "カーボンニュートラル",
    "オンライン",
    "セキュリティ",
    "モデル",
    "ｽｹｼﾞｭｰﾙ",
    "ＤＸ",
    "パブリックコメント",
];
const SENTENCES: &[&str] = &[
    "@について、令和#年度の実績は#件であり、前の年度より増えております。",
    "@は、いつまでに見直すお考えでしょうか。",
    "@と@を合わせて進めていただきたい。",
    "*を活用した@を進める必要があると認識している。",
    "@に#万円を計上し、@の体制を整えてまいります。",
    "御指摘の@につきましては、関係する課と協議の上、改めて検討してまいりたいと考えております。",
    "しかしながら、@の効果が十分に把握できていないところがあるのではないか。",
    "議案第#号、@の一部を改正する件について、提案理由の説明を求めます。",
    "*や*の導入に当たっては、費用も時間も知識も必要になる。",
    "@を含めた@の在り方について、今後の方向性をお示しください。",
    "資料の#ページをお開きください。",
    "以上で@に関する説明を終わります。",
    "御異議ありませんか。",
    "よろしくお願いいたします。",
];
const COUNCILS: &[&str] = &[
    "総務常任委員会",
    "文教厚生常任委員会",
    "産業振興会議",
    "環境審議会",
    "図書館協議会",
    "地域公共交通会議",
    "都市計画審議会",
    "男女共同参画審議会",
    "子ども・子育て会議",
    "防災会議",
    "行財政改革推進委員会",
    "文化財保護審議会",
];
const TOWNS: &[&str] = &["若草野市", "北浜町", "東雲沢市", "山手台市", "白波町", "青葉原市"];
const LABELS: &[&str] = &["委員", "委員", "委員", "事務局", "委員長", "課長"];

/// The forty things that are looked for: of every length, often and never there, several at once, shut out.
pub const QUERIES: [&str; 40] = [
    "市",
    "橋",
    "鯨",
    "税",
    "予算",
    "移住",
    "除雪",
    "条例",
    "DX",
    "港湾",
    "啓発",
    "の一",
    "補助金",
    "審議会",
    "図書館",
    "空き家",
    "の一部",
    "街路樹",
    "地域振興",
    "若者支援",
    "観光交流",
    "下水道更新",
    "カーボンニュートラル",
    "スケジュール",
    "関係する課と協議の上",
    "提案理由の説明",
    "湧水助成計画",
    "獣害調査条例",
    "予算 教育",
    "空き家 移住 方向性",
    "DX 費用",
    "除雪 万円 体制",
    "核融合",
    "冥王星探査",
    "補助金 -図書館",
    "温泉 OR 漁港",
    "「効果が十分に」",
    "議案 説明 -予算",
    "ﾎﾞﾗﾝﾃｨｱ",
    "酒造保全 OR 棚田助成",
];

/// The words, those that come up most first.
pub struct Words {
    compounds: Vec<String>,
    /// For each compound how often it and those before it come up.
    sums: Vec<f64>,
}

impl Words {
    pub fn new() -> Words {
        const N_COMPOUNDS: usize = 12_000;
        let mut chance = Chance::new(20_250_310);
        let mut known = std::collections::BTreeSet::new();
        let mut compounds = Vec::new();
        while compounds.len() < N_COMPOUNDS {
            let mut word = chance.of(FIRST).to_owned();
            word += chance.of(MIDDLE);
            if chance.share() < 0.7 {
                word += chance.of(LAST);
            }
            if known.insert(word.clone()) {
                compounds.push(word);
            }
        }
        let mut sum = 0.0;
        let sums = (1..=N_COMPOUNDS).map(|rank| {
            sum += 1.0 / (rank as f64).powf(1.07);
            sum
        });
        Words { sums: sums.collect(), compounds }
    }

    fn any(&self, chance: &mut Chance) -> &str {
        let point = chance.share() * self.sums.last().copied().unwrap_or_default();
        let at = self.sums.partition_point(|&sum| sum < point);
        &self.compounds[at.min(self.compounds.len() - 1)]
    }

    fn sentence(&self, chance: &mut Chance, out: &mut String) {
        for letter in chance.of(SENTENCES).chars() {
            match letter {
                '@' => *out += self.any(chance),
                '*' => *out += chance.of(FOREIGN),
                '#' => {
                    let _ = write!(out, "{}", 1 + chance.below(60));
                }
                letter => out.push(letter),
            }
        }
    }

    /// The minutes of the meeting of this number: the path of their file, and their text.
    pub fn minutes(&self, number: usize, n_speeches: usize) -> (String, String) {
        let mut chance = Chance::new(number as u64 + 1);
        let (town, council) = (TOWNS[number % TOWNS.len()], COUNCILS[number / TOWNS.len() % COUNCILS.len()]);
        let nth = number / (TOWNS.len() * COUNCILS.len());
        // Six meetings a year, from Heisei 20 on.
        let (year, month) = (2008 + nth / 6, 1 + 2 * (nth % 6));
        let (era, of_era) = if year < 2019 { ("平成", year - 1988) } else { ("令和", year - 2018) };
        let day = 1 + chance.below(28);
        let mut text = format!(
            "{era}{of_era}年第{}回{town}{council} 会議録\n\n開催日時 {era}{of_era}年{month}月{day}日\n\n議題\n",
            nth % 6 + 1
        );
        let topics: Vec<&str> = (0..3).map(|_| self.any(&mut chance)).collect();
        for (at, topic) in topics.iter().enumerate() {
            let _ = writeln!(text, "({}) {topic}について", at + 1);
        }
        for at in 0..n_speeches {
            if at % n_speeches.div_ceil(topics.len()) == 0 {
                let topic = at / n_speeches.div_ceil(topics.len());
                let _ = writeln!(text, "\n({}) {}について", topic + 1, topics[topic]);
            }
            let _ = write!(text, "\n{}　", chance.of(LABELS));
            for _ in 0..1 + chance.below(5) {
                self.sentence(&mut chance, &mut text);
            }
            text.push('\n');
        }
        (format!("{town}/{council}/{year}-{month:02}-{nth:05}.txt"), text)
    }
}
