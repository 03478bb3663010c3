// Speeches that nobody held: the same for the same number. `makeCorpus` gives them, `QUERIES` what is
// looked for in them, each with its kind.
const WORDS = {
  subject: "道路 橋 河川 公園 図書館 学校 給食 病院 介護 保育 観光 農業 漁業 商店街 空き家 上水道 下水道 ごみ 消防 防災 選挙 税 予算 決算 条例 庁舎 職員 統計 移住 港湾 空港 バス ＤＸ エネルギー ガイドライン ネットワーク".split(" "),
  matter: "整備 改修 維持 計画 補助金 助成 調査 相談 周知 点検 更新 統合 民間委託 見直し 負担 窓口 体制 審議会 指針 目標".split(" "),
  name: "青木 石田 上原 江口 大山 梶原 北川 熊田 小島 坂口 島村 杉本 関根 高木 津田 中西 野口 橋本 平井 堀内".split(" "),
};
const FRAMES = [
  "{subject}の{matter}について伺います。", "{subject}{matter}につきましては、令和{n}年度に{n}件の申請がありました。",
  "御質問の{subject}ですが、関係する機関と協議の上、{matter}を進めてまいります。", "{subject}と{subject}の{matter}は分けて考えるべきではないか。",
  "前回の会議で{name}委員が述べた{subject}の件です。", "費用は{n}万円を見込み、執行率は{n}％となりました。",
  "{matter}の進め方は{matter}の結果を踏まえて改めてお示しします。", "異議なしと認めます。", "よろしくお願いいたします。",
  "{subject}{matter}条例の一部を改正する案について、提案の理由を説明します。",
];
const POSTS = "委員 委員長 事務局 議長 市長 教育長 部長 課長".split(" ");

// A sequence of numbers below 1 that looks like chance (xorshift).
const chance = (seed) => {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
};

export function makeCorpus(n, seed = 41) {
  const roll = chance(seed);
  // The first of a list far more often than the last.
  const pick = (list) => list[Math.floor(roll() ** 2 * list.length)];
  const digits = (number) =>
    roll() < 0.5 ? String(number) : String(number).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  const sentence = () =>
    pick(FRAMES).replace(/\{(\w+)\}/g, (_, kind) => (kind === "n" ? digits(1 + Math.floor(roll() * 400)) : pick(WORDS[kind])));
  return Array.from({ length: n }, () => {
    const n_sentences = 1 + Math.floor(roll() ** 2 * 11);
    return `${pick(POSTS)}（${pick(WORDS.name)}）　${Array.from({ length: n_sentences }, sentence).join("")}`;
  });
}

export const QUERIES = [
  ...["市", "橋", "税", "堀"].map((q) => ["c1", q]),
  ...["予算", "移住", "空港", "条例", "DX", "港湾", "質問", "統計", "学校", "漁業"].map((q) => ["c2", q]),
  ...["補助金", "審議会", "図書館", "空き家", "の一部", "執行率"].map((q) => ["c3", q]),
  ...["道路整備", "公園改修", "港湾統計", "執行率は", "の件です", "令和6年"].map((q) => ["c4", q]),
  ...["関係する機関と協議の上", "提案の理由を説明", "分けて考えるべきではないか", "ネットワーク民間委託", "下水道更新", "前回の会議で"].map((q) => ["cN", q]),
  ...["予算 学校", "空き家 移住 補助金", "DX 委員", "市長 橋 万円"].map((q) => ["and", q]),
  ...["核融合", "冥王星探査", "量子 補助金", "鯨"].map((q) => ["abs", q]),
];
