//! Radicals that stand where letters are meant, as texts taken out of PDF files have them.
//!
//! Letters that many programs silently replace are named by their place only.
//!
//! May live here: radicals and the letters that they look like. May not: other forms of one letter (`search`).

use std::borrow::Cow;

/// The radicals supplement (U+2E80 on), each as the letter that it looks like.
pub const RADICALS: &str = "\
    々厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄㣺扌攵\u{2E9A}旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糸\
    纟罓罒网网网羊羊羊老肀聿月臼艹艹艹虎衤西西见角角讠贝足车辶辶辶阝钅長長长门阜阝雨青韦页风飞食食食\
    饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀亀";

/// The Kangxi radicals (U+2F00 on), the same: each as the letter that has the same glyph in Japanese fonts,
/// so that `⿓` in a name is 龍 and not 竜.
pub const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工\
    己巾干幺广廴廾弋弓彐彡彳心戈戸手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉\
    瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
    衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯\
    鬲鬼魚鳥鹵鹿麥麻黃黍黒黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// The letter that a radical looks like. None for what is no radical.
pub fn of_radical(c: char) -> Option<char> {
    let (first, letters) = match c {
        '\u{2E80}'..='\u{2EF3}' => ('\u{2E80}', RADICALS),
        '\u{2F00}'..='\u{2FD5}' => ('\u{2F00}', KANGXI),
        _ => return None,
    };
    letters.chars().nth(c as usize - first as usize).filter(|&letter| letter != c)
}

/// The letter that a radical looks like, where both take the same bytes; others unchanged.
fn letter(c: char) -> char {
    of_radical(c).filter(|letter| letter.len_utf8() == c.len_utf8()).unwrap_or(c)
}

/// A text with letters in the place of radicals. Every letter stays at its byte.
pub fn without_radicals(text: &str) -> Cow<'_, str> {
    let is_radical = |c: char| matches!(c, '\u{2E80}'..='\u{2FD5}');
    if text.contains(is_radical) { text.chars().map(letter).collect::<String>().into() } else { text.into() }
}
