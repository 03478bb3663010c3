//! Meetings of two councils that nobody held, over three years, in the plainest form.

/// A meeting: its file, its council, the year of its 年度 and its 回, its day, its place, its topics, and what is said under each.
type Meeting = (
    &'static str,
    &'static str,
    (u32, u32),
    &'static str,
    &'static str,
    &'static [(&'static str, &'static [(&'static str, &'static str)])],
);

const COMMUNITY: &str = "若草野市地域づくり審議会";
const HARBOUR: &str = "港まつり実行委員会";

const MEETINGS: [Meeting; 6] = [
    (
        "2023/1.txt",
        COMMUNITY,
        (5, 1),
        "令和5年6月12日（月）",
        "若草野市役所 3階会議室",
        &[
            (
                "地域公共交通計画について",
                &[
                    ("委員長", "ただいまから会議を開きます。"),
                    ("事務局", "予算は1,200万円で、循環バスを2路線増やす計画です。"),
                    ("磯部委員", "循環バスの運賃は据え置くのか。"),
                    ("事務局", "据え置く考えです。次回までに資料を用意します。"),
                ],
            ),
            (
                "図書館の開館時間について",
                &[
                    ("潮見委員", "図書館の開館時間を午後8時まで延ばしてほしい。"),
                    ("事務局", "予算を含めて検討します。"),
                ],
            ),
        ],
    ),
    (
        "2023/2.txt",
        COMMUNITY,
        (5, 2),
        "令和5年11月20日（月）",
        "若草野市役所 3階会議室",
        &[
            (
                "地域公共交通計画について",
                &[
                    ("委員長", "前回の会議で、循環バスの運賃について質問がありました。"),
                    ("事務局", "令和5年度第1回の会議で申し上げた資料をお配りしました。"),
                    ("磯部委員", "予算の内訳を示してほしい。"),
                ],
            ),
            ("その他", &[("委員長", "ほかになければ、これで閉じます。")]),
        ],
    ),
    (
        "2024/1.txt",
        COMMUNITY,
        (6, 1),
        "令和6年6月17日（月）",
        "若草野市役所 大会議室",
        &[
            (
                "図書館の開館時間について",
                &[
                    ("委員長", "前回に引き続き、よろしくお願いします。"),
                    ("事務局", "図書館の開館時間は、10月から午後8時までとします。"),
                    ("潮見委員", "ありがたい。予算は足りるのか。"),
                    ("事務局", "補正予算で対応します。"),
                ],
            ),
            (
                "空き家の活用について",
                &[("磯部委員", "空き家を学生に貸す制度はどうか。"), ("事務局", "先進地を調べて報告します。")],
            ),
        ],
    ),
    (
        "2024/2.txt",
        COMMUNITY,
        (6, 2),
        "令和7年3月10日（月）",
        "若草野市役所 大会議室",
        &[(
            "空き家の活用について",
            &[
                ("委員長", "空き家の活用について、前回の質問への回答を求めます。"),
                ("事務局", "家賃の補助は予算の範囲で行っています。"),
                ("磯部委員", "空き家の持ち主への説明が要る。"),
            ],
        )],
    ),
    (
        "港/1.txt",
        HARBOUR,
        (6, 1),
        "令和6年11月12日（火）",
        "港湾会館",
        &[(
            "花火の打ち上げについて",
            &[
                ("委員長", "ただいまから会議を開きます。"),
                ("磯部委員", "花火の打ち上げについて、潮位は調べたのか。"),
                ("事務局", "調べました。予算は昨年と同じです。"),
            ],
        )],
    ),
    (
        "港/2.txt",
        HARBOUR,
        (7, 1),
        "令和7年5月20日（火）",
        "港湾会館",
        &[
            (
                "花火の打ち上げについて",
                &[
                    ("委員長", "前回の会議で、潮位について質問がありました。"),
                    ("事務局", "打ち上げは午後8時からとします。"),
                ],
            ),
            ("露店の配置について", &[("潮見委員", "露店は北側に並べるのがよい。")]),
        ],
    ),
];

/// The texts, each with the name of its file.
pub fn texts() -> Vec<(String, String)> {
    let text = |(file, council, (year, session), day, place, topics): Meeting| {
        let mut text = format!(
            "令和{year}年度第{session}回 {council} 会議録\n\n1 開催日時 {day}午後2時から午後4時まで\n\n"
        );
        text.push_str(&format!("2 開催場所 {place}\n\n3 出席者\n"));
        text.push_str(
            "(1) 委員 浜田渚委員長、磯部岬委員、潮見涼委員\n(2) 事務局 港湾課長 波多野航\n\n4 議題\n",
        );
        for (at, (topic, _)) in topics.iter().enumerate() {
            text.push_str(&format!("({}) {topic}\n", at + 1));
        }
        text.push_str("\n5 会議の内容\n\n");
        for (at, (topic, speeches)) in topics.iter().enumerate() {
            text.push_str(&format!("({}) {topic}\n\n", at + 1));
            for (label, words) in *speeches {
                text.push_str(&format!("○{label}　{words}\n\n"));
            }
        }
        (file.to_owned(), text)
    };
    MEETINGS.map(text).into()
}
