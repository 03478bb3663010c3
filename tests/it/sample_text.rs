//! The text of a short meeting about a market, written for tests: an agenda that is taken up in
//! another order, people of one surname, promises, figures and dates.

use kaigiroku::app::Document;
use kaigiroku::model::Minutes;

const MARKET: &str = "\
令和6年度第2回 みどり市場運営協議会 会議録

1 開催日時 令和6年11月12日（火）午前10時から

2 出席者
(1) 委員 山本春子（会長）、佐藤夏男委員、佐藤秋江委員
(2) 事務局 高木冬樹商工課長

3 欠席者 森田五月委員

4 議題
(1) 協議
ア 使用料の見直しについて
イ 冷蔵庫の更新について
ウ 朝市の開催日について
(2) 報告
ア 駐車場の工事について

5 審議内容

(1) 開会

山本春子会長　ただいまから協議会を開きます。

(2) 冷蔵庫の更新について

佐藤委員　冷蔵庫の更新について、市場の電気代は2022年3月から何割増えたのか。

もう一点、朝市の日曜開催は広報紙で知らせたのか。

会長　事務局、お願いします。

事務局　冷蔵庫の更新については、電気代が令和4年度に3割増え、年250万円となった。更新の時期は改めて検討する。

会長　ほかにありませんか。

(3) 使用料の見直し及び朝市の開催日について

佐藤委員　使用料の見直しについて、2024年度の改定率は12.5％でよいか。

事務局　改定率は12.5％である。なお、昨年度は検討した。近隣の3市の例を調査してまいります。
";

/// The meeting, read.
pub fn market() -> Document {
    Document::new(Minutes::of(MARKET))
}
