//! Colours can be read, and told apart by eyes of every kind.
//!
//! Contrast is that of WCAG 2.2. Distances are CIEDE2000 (Sharma, Wu, Dalal 2005) between colours as
//! they are seen with each kind of colour blindness, by the matrices of Machado, Oliveira and
//! Fernandes (2009) for its full strength.

use std::path::Path;

/// Red, green and blue as amounts of light, from 0 to 1.
pub type Light = [f64; 3];
type Matrix = [[f64; 3]; 3];

const ROLES: [&str; 5] = ["member", "secretariat", "chair", "guest", "other"];

const EYES: [(&str, Matrix); 4] = [
    ("any", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopic",
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    ),
    (
        "deuteranopic",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    (
        "tritanopic",
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ),
];

/// The custom properties of a page that is light or dark.
pub struct Scheme {
    name: &'static str,
    /// Later ones win.
    properties: Vec<(String, String)>,
}

impl Scheme {
    pub fn both() -> [Scheme; 2] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("style/tokens.css");
        let css = std::fs::read_to_string(path).expect("tokens");
        let css: String =
            css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest)).collect();
        let (mut light, mut dark) = (Vec::new(), Vec::new());
        let mut inside: Vec<&str> = Vec::new();
        let mut rest = css.as_str();
        while let Some(at) = rest.find(['{', '}', ';']) {
            let (part, mark) = (rest[..at].trim(), &rest[at..=at]);
            rest = &rest[at + 1..];
            match mark {
                "{" => inside.push(part),
                "}" => drop(inside.pop()),
                _ => {
                    let Some((name, value)) = part.split_once(':') else { continue };
                    let property = (name.trim().to_owned(), value.trim().to_owned());
                    match inside[..] {
                        [":root"] => light.push(property),
                        ["@media (prefers-color-scheme: dark)", ":root"] => dark.push(property),
                        _ => {}
                    }
                }
            }
        }
        assert!(light.len() > 40 && dark.len() > 10, "{} and {}", light.len(), dark.len());
        let dark = light.iter().cloned().chain(dark).collect();
        [Scheme { name: "light", properties: light }, Scheme { name: "dark", properties: dark }]
    }

    /// The colour that a property comes to.
    #[track_caller]
    pub fn colour(&self, property: &str) -> Light {
        let found = self.properties.iter().rev().find(|(name, _)| *name == format!("--{property}"));
        let value = &found.unwrap_or_else(|| panic!("--{property} is set")).1;
        if let Some(other) = value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')')) {
            return self.colour(other);
        }
        let hex = value.strip_prefix('#').filter(|hex| hex.len() == 6);
        let hex = hex.unwrap_or_else(|| panic!("--{property}: {value} is a colour"));
        light([0, 2, 4].map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hexadecimal")))
    }

    /// What words may stand on.
    pub fn grounds(&self) -> Vec<String> {
        let tints = ROLES.map(|role| format!("role-{role}-tint"));
        ["paper", "ground"].map(str::to_owned).into_iter().chain(tints).collect()
    }

    /// Fails where one colour cannot be read on another.
    #[track_caller]
    fn check(&self, text: &str, ground: &str, least: f64) {
        let found = contrast(self.colour(text), self.colour(ground));
        assert!(found >= least, "{}: {text} on {ground} is {found:.2}, less than {least}", self.name);
    }
}

/// The light of a colour that is written in bytes.
pub fn light(bytes: [u8; 3]) -> Light {
    bytes.map(|byte| {
        let share = f64::from(byte) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    })
}

fn multiplied(matrix: &Matrix, of: Light) -> Light {
    matrix.map(|row| row[0] * of[0] + row[1] * of[1] + row[2] * of[2])
}

pub fn contrast(a: Light, b: Light) -> f64 {
    let luminance = |[r, g, b]: Light| 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    let (a, b) = (luminance(a), luminance(b));
    a.max(b) / a.min(b)
}

/// CIELAB under D65.
fn lab(light: Light) -> [f64; 3] {
    const XYZ: Matrix = [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ];
    let [x, y, z] = multiplied(&XYZ, light);
    let [x, y, z] = [x / 0.95047, y, z / 1.08883].map(|share| {
        if share > 216.0 / 24389.0 { share.cbrt() } else { (24389.0 / 27.0 * share + 16.0) / 116.0 }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn ciede2000([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
    let share = |c: f64| (c.powi(7) / (c.powi(7) + 25f64.powi(7))).sqrt();
    let stretch = 1.0 + 0.5 * (1.0 - share((a1.hypot(b1) + a2.hypot(b2)) / 2.0));
    let (a1, a2) = (a1 * stretch, a2 * stretch);
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let hue = |a: f64, b: f64| b.atan2(a).to_degrees().rem_euclid(360.0);
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));
    let is_gray = c1 * c2 == 0.0;
    let turn = if is_gray { 0.0 } else { (h2 - h1 + 180.0).rem_euclid(360.0) - 180.0 };
    let h = if is_gray { h1 + h2 } else { (h1 + turn / 2.0).rem_euclid(360.0) };
    let (l, c) = ((l1 + l2) / 2.0, (c1 + c2) / 2.0);
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0)
        - 0.20 * cos(4.0 * h - 63.0);
    let lightness = (l2 - l1) / (1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt());
    let chroma = (c2 - c1) / (1.0 + 0.045 * c);
    let hue = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin() / (1.0 + 0.015 * c * t);
    let bend = 60.0 * (-((h - 275.0) / 25.0).powi(2)).exp();
    let turned = -2.0 * share(c) * bend.to_radians().sin();
    (lightness.powi(2) + chroma.powi(2) + hue.powi(2) + turned * chroma * hue).sqrt()
}

#[test]
fn distances_are_those_of_the_published_examples() {
    for (a, b, distance) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
        ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ] {
        let found = ciede2000(a, b);
        assert!((found - distance).abs() < 0.0001, "{found} is not {distance}");
    }
}

#[test]
fn roles_can_be_read_on_whatever_they_stand_on() {
    for scheme in Scheme::both() {
        for role in ROLES {
            for ground in ["paper", "ground", &format!("role-{role}-tint")] {
                scheme.check(&format!("role-{role}"), ground, 4.5);
            }
            scheme.check("ink", &format!("role-{role}-tint"), 7.0);
        }
    }
}

#[test]
fn words_can_be_read_on_whatever_they_stand_on() {
    for scheme in Scheme::both() {
        for (text, ground) in [
            ("ink", "paper"),
            ("ink", "ground"),
            ("ink", "mark"),
            ("ink", "mark-now"),
            ("ink-2", "paper"),
            ("ink-2", "ground"),
            ("ink-faint", "paper"),
            ("ink-faint", "ground"),
            ("link", "paper"),
            ("link", "ground"),
            ("focus-ink", "focus-ground"),
        ] {
            scheme.check(text, ground, 4.5);
        }
        // What is no text: 3:1 (WCAG 1.4.11).
        for (shape, ground) in
            [("focus-outline", "paper"), ("focus-outline", "ground"), ("mark-tick", "paper")]
        {
            scheme.check(shape, ground, 3.0);
        }
    }
}

#[test]
fn roles_can_be_told_apart_by_eyes_of_every_kind() {
    // On dark ground colours have less room between white and what can still be read.
    for (scheme, least) in Scheme::both().into_iter().zip([13.0, 11.0]) {
        for (eye, matrix) in &EYES {
            let seen = ROLES.map(|role| {
                let light = multiplied(matrix, scheme.colour(&format!("role-{role}")));
                lab(light.map(|amount| amount.clamp(0.0, 1.0)))
            });
            for (at, role) in ROLES.iter().enumerate() {
                for (other, colour) in ROLES.iter().zip(seen).take(at) {
                    let distance = ciede2000(seen[at], colour);
                    assert!(
                        distance >= least,
                        "{}: {role} and {other} are {distance:.1} apart for {eye} eyes, less than {least}",
                        scheme.name
                    );
                }
            }
        }
    }
}
