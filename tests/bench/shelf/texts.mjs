// Minutes of so many speeches, which nobody gave, a text of so many each:
//
//     texts.mjs CORPUS SPEECHES OF_EACH FOLDER
//
// CORPUS is a module with `makeCorpus`, which gives speeches as `label　words`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [corpus, n_speeches, of_each, folder] = process.argv.slice(2);
const { makeCorpus } = await import(pathToFileURL(corpus));

const COUNCILS = "都市計画審議会 環境審議会 図書館協議会 防災会議 産業振興会議 地域公共交通会議 子ども・子育て会議".split(" ");

// Every council meets once a month, from April 2020 on.
const head = (nth) => {
  const council = COUNCILS[nth % COUNCILS.length];
  const month = Math.floor(nth / COUNCILS.length);
  const fiscal = 2 + Math.floor(month / 12);
  const of_year = 4 + (month % 12);
  const [year, of_calendar] = of_year > 12 ? [fiscal + 1, of_year - 12] : [fiscal, of_year];
  return `令和${fiscal}年度第${(month % 12) + 1}回若草野市${council} 会議録

1 開催日時 令和${year}年${of_calendar}月10日 午後2時
2 開催場所 市役所
3 審議内容

`;
};

mkdirSync(folder, { recursive: true });
const speeches = makeCorpus(Number(n_speeches));
for (let nth = 0; nth * of_each < speeches.length; nth++) {
  const of_meeting = speeches.slice(nth * of_each, (nth + 1) * of_each);
  const text = head(nth) + of_meeting.map((speech) => `○${speech}\n\n`).join("");
  writeFileSync(join(folder, `m${String(nth).padStart(5, "0")}.txt`), text);
}
