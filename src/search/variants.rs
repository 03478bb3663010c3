//! Kanji that readers take for the same letter, and the form under which they are found.
//!
//! May live here: pairs of letters. May not: words. A pair is entered when officials write the
//! same name or word with either form, as with the letters of family names; whether two names
//! are the same name is not decided by it, for only finding uses it.

use std::sync::LazyLock;

/// The letters that the Kangxi radicals U+2F00–2FD5 look like, in order. Texts taken out of PDF
/// files carry the radicals in place of the letters.
const KANGXI: (char, &str) = (
    '\u{2F00}',
    "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴\
    廾弋弓彐彡彳心戈戸手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵\
    邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麦麻黄黍黒黹黽鼎鼓鼠鼻斉歯竜亀龠",
);

/// The forms of the radicals supplement that PDF files put in place of whole letters.
const RADICALS: &str = "\
    ⺟母 ⺠民 ⺫目 ⺬示 ⺮竹 ⺹老 ⻁虎 ⻃西 ⻄西 ⻆角 ⻑長 ⻒長 ⻗雨 ⻘青 ⻝食 ⻞食 ⻟食 ⻤鬼 ⻣骨 ⻨麦 ⻩黄 ⻫斉 ⻭歯 ⻯竜 \
    ⻲亀";

/// The same for the compatibility ideographs U+FA10–FA2D and U+FA30–FA6A, which Japanese
/// character sets brought along. They are named by their place only, because many programs
/// silently replace the letters themselves.
const COMPATIBILITY: [(char, &str); 2] = [
    ('\u{FA10}', "塚崎晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴"),
    (
        '\u{FA30}',
        "侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭\
         艹艹著褐視謁謹賓贈辶逸難響頻",
    ),
];

/// Old, printed and family-name forms, each followed by the form in common use.
const VARIANTS: &str = "\
    國国 學学 會会 縣県 區区 澤沢 濱浜 濵浜 邊辺 邉辺 齋斉 斎斉 齊斉 廣広 嶋島 嶌島 櫻桜 瀧滝 龍竜 惠恵 眞真 德徳 條条 榮栄 \
    圓円 假仮 髙高 﨑崎 嵜崎 碕崎 𠮷吉 曻昇 桒桑 冨富 渕淵 渊淵 舘館 槗橋 栁柳 邨村 峯峰 薗園 昻昂 凜凛 堯尭 檜桧 籠篭 萬万 \
    彌弥 禮礼 鐵鉄 藏蔵 壽寿 與与 豐豊 靜静 淸清 靑青 黑黒 黃黄 鷗鴎 廳庁 來来 兒児 體体 實実 寶宝 團団 變変 應応 舊旧 當当 \
    獨独 發発 亞亜 惡悪 爲為 緣縁 增増 曾曽 穗穂 繩縄 莊荘 總総 聲声 處処 鹽塩 驛駅 晉晋 聰聡 敎教 稻稲 顯顕 乘乗 佛仏 傳伝 \
    價価 勞労 參参 壯壮 寬寛 將将 尙尚 巖巌 嚴厳 帶帯 彥彦 戰戦 曉暁 樂楽 樣様 橫横 步歩 氣気 淺浅 溫温 滿満 濟済 燈灯 穰穣 \
    經経 續続 聽聴 肅粛 藝芸 藥薬 號号 蟲虫 衞衛 裝装 讀読 讓譲 豫予 轉転 辯弁 遲遅 鄕郷 醫医 釋釈 錄録 鎭鎮 關関 險険 雜雑 \
    顏顔 驗験 鷄鶏 麥麦 點点 黨党 齒歯 齡齢 戶戸 每毎 吳呉 內内 靣面 閒間 靱靭 槇槙 遙遥 瑤瑶 祿禄 槪概 祕秘 絲糸 對対 圖図 寫写 \
    專専 屬属 收収 效効 敍叙 數数 斷断 晝昼 權権 歐欧 歷歴 歸帰 殘残 澁渋 渴渇 濕湿 燒焼 營営 狹狭 畫画 疊畳 盡尽 稅税 竝並 \
    單単 粹粋 絕絶 繪絵 繼継 纖繊 缺欠 舍舎 莖茎 虛虚 覺覚 觀観 證証 譯訳 賣売 踐践 輕軽 辭辞 遞逓 隱隠 雙双 靈霊 驅駆 騷騒 \
    髮髪 鬪闘 龜亀 麴麹 頰頬 塡填 剝剥 瘦痩 蔣蒋 萊莱 蠟蝋 壺壷 攢攅 潑溌 禱祷 繡繍 蟬蝉 軀躯 醬醤 醱醗 鹼鹸 麪麺 麵麺";

static TABLE: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let words = [RADICALS, VARIANTS].into_iter().flat_map(str::split_whitespace);
    let pair = |word: &'static str| {
        let mut letters = word.chars();
        Some((letters.next()?, letters.next()?))
    };
    let in_order = |(first, common): (char, &'static str)| (first..).zip(common.chars());
    let runs = [KANGXI].into_iter().chain(COMPATIBILITY).flat_map(in_order);
    let mut table: Vec<(char, char)> = words.filter_map(pair).chain(runs).collect();
    table.retain(|(variant, common)| variant != common);
    table.sort_unstable();
    table.dedup_by_key(|(variant, _)| *variant);
    table
});

/// The form in common use; any other letter unchanged. Applying it twice changes nothing more.
pub fn common_form(c: char) -> char {
    let found = TABLE.binary_search_by_key(&c, |&(variant, _)| variant);
    found.ok().and_then(|at| TABLE.get(at)).map_or(c, |&(_, common)| common)
}
