//! The accent of a portal, made readable.
//!
//! A colour that somebody asks for is kept as far as words in it can be read: on light ground it is mixed
//! with black, on dark ground with white, step by step until its contrast is enough (WCAG 2.2, 1.4.3).
//!
//! May live here: colours and their contrast. May not: the colours of the page (`style/tokens.css`).

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark words on light ground.
    Light,
    /// Light words on dark ground.
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Scheme; 2] = [Scheme::Light, Scheme::Dark];

    /// The name in addresses and messages.
    pub fn key(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }

    /// The scheme with this name.
    pub fn from_key(key: &str) -> Option<Scheme> {
        Scheme::ALL.into_iter().find(|scheme| scheme.key() == key)
    }

    /// Of all grounds on which a link may stand, the one on which it is read worst.
    fn ground(self) -> Colour {
        match self {
            Scheme::Light => Colour([0xf3, 0xe5, 0xf4]),
            Scheme::Dark => Colour([0x2a, 0x2a, 0x2d]),
        }
    }
}

/// A colour: red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// How much better a contrast must be than 1:1. Luminance is reckoned a little roughly here.
const LEAST_CONTRAST: f64 = 4.6;

/// In how many steps a colour becomes black or white.
const STEPS: u16 = 32;

impl Colour {
    /// The colour of links on light ground: 青 1000 of the design system.
    pub const OF_LINKS: Colour = Colour([0x00, 0x11, 0x8f]);

    /// The colour that six hexadecimal digits stand for.
    pub fn parse(hex: &str) -> Option<Colour> {
        let is_hex = hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = is_hex.then(|| u32::from_str_radix(hex, 16).ok())??;
        let [_, r, g, b] = number.to_be_bytes();
        Some(Colour([r, g, b]))
    }

    /// Its six hexadecimal digits.
    pub fn hex(self) -> String {
        let [r, g, b] = self.0;
        format!("{r:02x}{g:02x}{b:02x}")
    }

    /// The nearest colour of its kind in which words can be read.
    pub fn readable(self, scheme: Scheme) -> Colour {
        let end = match scheme {
            Scheme::Light => 0,
            Scheme::Dark => 255,
        };
        let mixed = |step: u16| {
            Colour(self.0.map(|part| {
                let sum = u16::from(part) * (STEPS - step) + end * step;
                u8::try_from(sum / STEPS).unwrap_or(u8::MAX)
            }))
        };
        (0..STEPS)
            .map(mixed)
            .find(|colour| contrast(*colour, scheme.ground()) >= LEAST_CONTRAST)
            .unwrap_or(mixed(STEPS))
    }

    /// A style sheet in which links and buttons have this colour.
    pub fn sheet(self) -> String {
        let [light, dark] = Scheme::ALL.map(|scheme| self.readable(scheme).hex());
        format!(
            "@media screen{{:root{{--link:#{light}}}}}\
             @media (prefers-color-scheme: dark){{:root{{--link:#{dark}}}}}"
        )
    }

    /// The amount of light. The curve of sRGB without a power, which would weigh on every file.
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|part| {
            let share = f64::from(part) / 255.0;
            share * (share * (share * 0.305_306_011 + 0.682_171_111) + 0.012_522_878)
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (a.luminance() + 0.05, b.luminance() + 0.05);
    a.max(b) / a.min(b)
}
