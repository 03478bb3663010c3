//! Kanji that readers take for the same letter, and the form under which they are found.
//!
//! May live here: pairs of letters. May not: words. A pair is entered when officials write the
//! same name or word with either form, as with the letters of family names; whether two names
//! are the same name is not decided by it, for only finding uses it.

use crate::chars::{KANGXI, RADICALS};

/// Letters named by their place only, because many programs silently replace them: what each
/// looks like, in order.
pub const RUNS: [(char, &str); 4] = [
    // The radicals supplement, whole. Texts taken out of PDF files carry radicals in place of letters.
    ('\u{2E80}', RADICALS),
    // The Kangxi radicals, for the same reason.
    ('\u{2F00}', KANGXI),
    // The compatibility ideographs, as Unicode takes them (NFKC); some came with JIS X 0213.
    ('\u{F900}', COMPATIBILITY),
    ('\u{FA70}', COMPATIBILITY_LATER),
];

const COMPATIBILITY: &str = "\
    豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞\
    擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧\
    怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐\
    戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂\
    燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘\
    藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟\
    蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐\
    祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵𤋮舘";

const COMPATIBILITY_LATER: &str = "\
    並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯\
    猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊\
    𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎";

/// Old, printed and family-name forms, each followed by the form in common use: the old forms of
/// the table of jōyō kanji, the printed forms of JIS X 0213, and what the names of families and
/// places use beside them.
pub const VARIANTS: &str = "\
    國国 學学 會会 縣県 區区 澤沢 濱浜 濵浜 邊辺 邉辺 齋斉 斎斉 齊斉 廣広 嶋島 嶌島 櫻桜 瀧滝 龍竜 惠恵 眞真 德徳 \
    條条 榮栄 圓円 假仮 髙高 﨑崎 嵜崎 碕崎 𠮷吉 曻昇 桒桑 冨富 渕淵 渊淵 舘館 槗橋 栁柳 邨村 峯峰 薗園 昻昂 凜凛 \
    堯尭 檜桧 籠篭 萬万 彌弥 禮礼 鐵鉄 藏蔵 壽寿 與与 豐豊 靜静 淸清 靑青 黑黒 黃黄 鷗鴎 廳庁 來来 兒児 體体 實実 \
    寶宝 團団 變変 應応 舊旧 當当 獨独 發発 亞亜 惡悪 爲為 緣縁 增増 曾曽 穗穂 繩縄 莊荘 總総 聲声 處処 鹽塩 驛駅 \
    晉晋 聰聡 敎教 稻稲 顯顕 乘乗 佛仏 傳伝 價価 勞労 參参 壯壮 寬寛 將将 尙尚 巖巌 嚴厳 帶帯 彥彦 戰戦 曉暁 樂楽 \
    樣様 橫横 步歩 氣気 淺浅 溫温 滿満 濟済 燈灯 穰穣 經経 續続 聽聴 肅粛 藝芸 藥薬 號号 蟲虫 衞衛 裝装 讀読 讓譲 \
    豫予 轉転 辯弁 遲遅 鄕郷 醫医 釋釈 錄録 鎭鎮 關関 險険 雜雑 顏顔 驗験 鷄鶏 麥麦 點点 黨党 齒歯 齡齢 戶戸 每毎 \
    吳呉 內内 靣面 閒間 靱靭 槇槙 遙遥 瑤瑶 祿禄 槪概 祕秘 絲糸 對対 圖図 寫写 專専 屬属 收収 效効 敍叙 數数 斷断 \
    晝昼 權権 歐欧 歷歴 歸帰 殘残 澁渋 渴渇 濕湿 燒焼 營営 狹狭 畫画 疊畳 盡尽 稅税 竝並 單単 粹粋 絕絶 繪絵 繼継 \
    纖繊 缺欠 舍舎 莖茎 虛虚 覺覚 觀観 證証 譯訳 賣売 踐践 輕軽 辭辞 遞逓 隱隠 雙双 靈霊 驅駆 騷騒 髮髪 鬪闘 龜亀 \
    麴麹 頰頬 塡填 剝剥 瘦痩 蔣蒋 萊莱 蠟蝋 壺壷 攢攅 潑溌 禱祷 繡繍 蟬蝉 軀躯 醬醤 醱醗 鹼鹸 麪麺 麵麺 壓圧 圍囲 \
    壹壱 艷艶 毆殴 奧奥 穩穏 壞壊 懷懐 擴拡 殼殻 嶽岳 罐缶 卷巻 陷陥 勸勧 歡歓 僞偽 戲戯 犧犠 據拠 擧挙 峽峡 挾挟 \
    强強 勳勲 薰薫 徑径 揭掲 溪渓 螢蛍 擊撃 硏研 儉倹 劍剣 圈圏 檢検 獻献 恆恒 鑛鉱 碎砕 劑剤 棧桟 蠶蚕 慘惨 贊賛 \
    從従 獸獣 縱縦 緖緒 稱称 涉渉 奬奨 獎奨 狀状 淨浄 剩剰 壤壌 孃嬢 釀醸 觸触 囑嘱 寢寝 愼慎 醉酔 隨随 髓髄 樞枢 \
    瀨瀬 攝摂 竊窃 錢銭 潛潜 禪禅 爭争 搜捜 插挿 巢巣 臟臓 卽即 墮堕 滯滞 臺台 擇択 擔担 膽胆 彈弾 癡痴 鑄鋳 徵徴 \
    敕勅 盜盗 屆届 貳弐 惱悩 腦脳 霸覇 拜拝 廢廃 拔抜 晚晩 蠻蛮 甁瓶 拂払 倂併 襃褒 飜翻 默黙 餘余 譽誉 搖揺 謠謡 \
    賴頼 亂乱 覽覧 兩両 獵猟 綠緑 淚涙 壘塁 勵励 戾戻 曆暦 戀恋 鍊錬 爐炉 樓楼 灣湾 辨弁 瓣弁 郞郎 塲場 凾函 嚙噛 \
    栢柏 藪薮 桝枡 埜野 頴穎 餠餅 鶯鴬 蘆芦 禰祢 萠萌 亙亘 櫟檪 礪砺 蠣蛎 俠侠 吞呑 噓嘘 姸妍 屛屏 幷并 搔掻 攪撹 \
    瀆涜 焰焔 簞箪 繫繋 顚顛 驒騨 鰺鯵 栅柵 珎珍 冝宜 煕熙 熈熙 斈学 圡土 𡈽土 𣘺橋 㟢崎 恊協 㐂喜 畧略 畄留 儘侭 \
    鉃鉄 鐡鉄 銕鉄 逹達 鄰隣 凉涼 壻婿 寳宝 徃往 枩松 柗松 檮梼 棊棋 欵款 歲歳 况況 减減 凖準 灌潅 烟煙 犂犁 甞嘗 \
    畆畝 疂畳 皷鼓 葢蓋 盖蓋 礦鉱 砿鉱 穐秋 禀稟 竈竃 筝箏 筺筐 罸罰 翆翠 脉脈 舩船 荔茘 蕋蕊 蘂蕊 蘓蘇 蠅蝿 裡裏 \
    谿渓 豬猪 賤賎 贗贋 蹟跡 輛輌 邇迩 鈎鉤 鑽鑚 隸隷 鴈雁 韭韮 頸頚 駈駆 欝鬱 雞鶏 麸麩 鼡鼠 𠮟叱 鄉郷 龟亀 〇○ \
    ◯○ 卄廿 囯国 圀国 峩峨 戱戯 敘叙 桺柳 楳梅 竒奇 纒纏 羮羹 舖舗 輙輒 鍳鑑 鑒鑑 閇閉 餝飾 鬭闘 麽麼 眾衆 娛娯 \
    說説 脫脱 銳鋭 悅悦 閱閲 產産 飮飲 俱倶 查査 劵券 礙碍 曠昿 頹頽 臯皐 皋皐";
