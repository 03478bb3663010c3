//! Numbers as Word prints them before paragraphs.
//!
//! May live here: the forms of ECMA-376 part 1, 17.18.59 (ST_NumberFormat) that Japanese documents use.
//! May not: which paragraph gets which number.

/// The number in a form; forms that are not known, and numbers beyond the last of a form, are decimal.
pub(super) fn format(number: u32, form: &str) -> String {
    let of =
        |list: &str| number.checked_sub(1).and_then(|at| list.chars().nth(at as usize)).map(String::from);
    let from = |first: u32, n_signs: u32| {
        let at = number.checked_sub(1).filter(|&at| at < n_signs)?;
        char::from_u32(first + at).map(String::from)
    };
    let formatted = match form {
        "none" => Some(String::new()),
        "decimalZero" => Some(format!("{number:02}")),
        "decimalFullWidth" | "decimalFullWidth2" => {
            Some(digits(number, |digit| char::from_u32(u32::from('０') + digit).unwrap_or('０')))
        }
        "numberInDash" => Some(format!("- {number} -")),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => circle(number),
        "decimalEnclosedParen" => from(0x2474, 20),
        "decimalEnclosedFullstop" => from(0x2488, 20),
        "ideographEnclosedCircle" => from(0x3280, 10),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" | "koreanDigital2" => {
            Some(digits(number, |digit| KANJI.chars().nth(digit as usize).unwrap_or('〇')))
        }
        "japaneseCounting"
        | "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => counted(number, KANJI, ['十', '百', '千'], false),
        "japaneseLegal" | "ideographLegalTraditional" => {
            counted(number, "〇壱弐参四伍六七八九", ['拾', '百', '千'], true)
        }
        "aiueoFullWidth" => of(AIUEO),
        "aiueo" => of("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"),
        "irohaFullWidth" | "iroha" => of(IROHA),
        "ideographTraditional" => of("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => of("子丑寅卯辰巳午未申酉戌亥"),
        "upperLetter" => letters(number, b'A'),
        "lowerLetter" => letters(number, b'a'),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).map(|roman| roman.to_ascii_lowercase()),
        _ => None,
    };
    formatted.unwrap_or_else(|| number.to_string())
}

const KANJI: &str = "〇一二三四五六七八九";
const AIUEO: &str =
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
const IROHA: &str =
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";

fn digits(number: u32, sign: impl Fn(u32) -> char) -> String {
    number.to_string().chars().filter_map(|c| c.to_digit(10)).map(sign).collect()
}

/// ① to ㊿, which stand in three rows of Unicode.
fn circle(number: u32) -> Option<String> {
    let first = match number {
        1..=20 => 0x2460 - 1,
        21..=35 => 0x3251 - 21,
        36..=50 => 0x32B1 - 36,
        _ => return None,
    };
    char::from_u32(first + number).map(String::from)
}

/// 二百三十四; with `says_one` 壱百 and not 百. Numbers of five digits are not counted.
fn counted(number: u32, signs: &str, units: [char; 3], says_one: bool) -> Option<String> {
    if number == 0 || number > 9_999 {
        return None;
    }
    let mut out = String::new();
    let sign = |digit: u32| signs.chars().nth(digit as usize);
    for (scale, unit) in [1_000, 100, 10].into_iter().zip(units.into_iter().rev()) {
        let digit = number / scale % 10;
        if digit > 1 || (digit == 1 && says_one) {
            out.extend(sign(digit));
        }
        if digit > 0 {
            out.push(unit);
        }
    }
    if !number.is_multiple_of(10) {
        out.extend(sign(number % 10));
    }
    Some(out)
}

/// A to Z, then AA, BB and so on.
fn letters(number: u32, first: u8) -> Option<String> {
    let at = number.checked_sub(1)?;
    let times = at / 26 + 1;
    let letter = char::from(first + (at % 26) as u8);
    (times < 30).then(|| std::iter::repeat_n(letter, times as usize).collect())
}

fn roman(number: u32) -> Option<String> {
    if number == 0 || number > 3_999 {
        return None;
    }
    let signs = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut out = String::new();
    for (value, sign) in signs {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    Some(out)
}

/// The sign that a symbol font shows for a letter, where Unicode has it. These fonts come before Unicode,
/// and Word writes their letters as they are or from U+F000 on.
pub(super) fn symbol(c: char, font: &str) -> Option<char> {
    let code = match u32::from(c) {
        code @ 0xF020..=0xF0FF => code - 0xF000,
        code @ 0x20..=0xFF => code,
        _ => return None,
    };
    let is_wingdings = font.eq_ignore_ascii_case("Wingdings");
    Some(match code {
        0x6C if is_wingdings => '●',
        0x6E if is_wingdings => '■',
        0x6F | 0x71 | 0xA8 if is_wingdings => '□',
        0x75 if is_wingdings => '◆',
        0x76 if is_wingdings => '❖',
        0xA7 if is_wingdings => '▪',
        0xD8 if is_wingdings => '➢',
        0xE0 if is_wingdings => '→',
        0xFC if is_wingdings => '✓',
        0xFE if is_wingdings => '☑',
        0xB7 if font.eq_ignore_ascii_case("Symbol") => '•',
        _ => return None,
    })
}
