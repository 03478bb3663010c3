//! The page in English: its own words change, those of the minutes stay and say what they are.

use expect_test::expect;
use kaigiroku::app::screen::{BlockView, compose};
use kaigiroku::app::settings::Settings;
use kaigiroku::app::state::Action;
use kaigiroku::app::words::Lang;
use kaigiroku::chars::{is_kana, is_kanji};
use kaigiroku::filter::Choice;
use kaigiroku::model::{SpeechId, TopicId};
use kaigiroku::view::settings::settings;
use kaigiroku::view::speech::SpeechCard;
use yew::prelude::*;

use crate::app::{after, search};
use crate::hand::harbour;
use crate::sample::screen;
use crate::view::{around, check, dispatch, tags, whole};

/// The page in English after a search, with everything on it that can be asked for.
fn english() -> String {
    let document = harbour();
    let settings = Settings { lang: Lang::En, colours: false, ..Settings::default() };
    let actions = [
        Action::Set(settings),
        search("桟橋"),
        Action::Toggle(Choice::Topic(TopicId(0))),
        Action::ToggleOriginal(SpeechId(1)),
    ];
    whole(compose(&document, &after(&document, actions)))
}

/// What Japanese stands in a page outside of tags that say so: texts and names of tags.
pub fn unmarked_japanese(page: &str) -> Vec<String> {
    let is_japanese = |text: &str| text.contains(|c: char| is_kana(c) || is_kanji(c));
    let mut found = Vec::new();
    let mut languages: Vec<Option<&str>> = Vec::new();
    for part in page.split('<').skip(1) {
        let (tag, text) = part.split_once('>').expect("a tag");
        let values = tag.split('"').skip(1).step_by(2);
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if tag.starts_with('/') {
            languages.pop();
        } else {
            let own = tag.split(" lang=\"").nth(1).and_then(|rest| rest.split('"').next());
            languages.push(own.or(languages.last().copied().flatten()));
            let lang = languages.last().copied().flatten();
            found.extend(values.filter(|value| lang != Some("ja") && is_japanese(value)).map(str::to_owned));
            // Tags without an end.
            if matches!(name, "input" | "br") {
                languages.pop();
            }
        }
        if languages.last().copied().flatten() != Some("ja") && is_japanese(text) {
            found.push(text.to_owned());
        }
    }
    assert!(languages.is_empty());
    found
}

#[test]
fn in_english_what_is_japanese_says_so() {
    let page = english();
    assert!(
        page.starts_with("<div lang=\"en\" data-panel=\"text\" data-colours=\"off\" class=\"page\">"),
        "{page}"
    );
    // Names and short words of the minutes inside sentences of ours, and the words searched for.
    expect![[r#"
        Observers: 2人
        桟橋
        Topic: 桟橋の改修について
        髙﨑みなみ (from the attendance)
        represented by 沢田 光
        Only 2 of 6 speeches are printed (words “桟橋”, Topic: 桟橋の改修について).
        Agenda ア · 2 speeches, 51 characters
        from the words 「浮き桟橋の耐用年数は何年か。」"#]]
    .assert_eq(&unmarked_japanese(&page).join("\n"));
}

#[test]
fn in_japanese_no_tag_names_a_language_but_the_choice_of_it() {
    let page = whole(screen());
    let named: Vec<&str> = tags(&page).into_iter().filter(|tag| tag.contains(" lang=")).collect();
    assert_eq!(named, ["label lang=\"ja\"", "label lang=\"en\""]);
}

#[test]
fn a_speech_in_english_keeps_its_words() {
    let document = harbour();
    let settings = Settings { lang: Lang::En, ..Settings::default() };
    let state = after(&document, [Action::Set(settings), Action::ToggleOriginal(SpeechId(2))]);
    let screen = compose(&document, &state);
    let speech = screen.body.iter().find_map(|block| match block {
        BlockView::Speech(speech) if speech.original.is_some() => Some(speech.clone()),
        _ => None,
    });
    let (dispatch, speech) = (dispatch(), speech.unwrap());
    check(
        html! { <SpeechCard {dispatch} lang={Lang::En} {speech} around={around()} /> },
        expect![[r##"
            <article id="s003" tabindex="-1" aria-labelledby="s003-label" class="speech role-secretariat as-printed">
            <header>
            <h3 id="s003-label" lang="ja">事務局</h3>
            <span title="follows speech 2" class="kind">Answer</span>
            <span class="note">no name printed in the minutes</span>
            <a href="#s002" class="pair">Question 2</a>
            <a href="#s003" aria-label="Permanent link to speech 3" class="number">3</a>
            </header>
            <div lang="ja" class="text">
            <p>桟橋は30年、フェリー<span lang="en" title="The line ends here in the source" class="join join-line">
            </span>は1日4便を見込む。</p>
            </div>
            <div role="group" aria-label="The lines of the source" class="original">
            <p lang="ja">○事務局　桟橋は30年、フェリー</p>
            <p lang="ja">は1日4便を見込む。</p>
            </div>
            <div class="actions has-original">
            <button type="button">
            <span class="visually-hidden">Speech 3: </span>Quote</button>
            <button type="button" aria-haspopup="dialog">
            <span class="visually-hidden">Speech 3: </span>Share</button>
            <button type="button">
            <span class="visually-hidden">Speech 3: </span>Read aloud</button>
            <button type="button" aria-pressed="true">
            <span class="visually-hidden">Speech 3: </span>Original</button>
            </div>
            </article>"##]],
    );
}

#[test]
fn settings_are_labelled_switches() {
    let english = Settings { lang: Lang::En, shortcuts: false, ..Settings::default() };
    check(
        settings(&dispatch(), english),
        expect![[r#"
        <section aria-labelledby="settings-heading" class="block settings">
        <h2 id="settings-heading">Settings</h2>
        <fieldset>
        <legend>Language</legend>
        <label lang="ja">
        <input type="radio" name="language">日本語</label>
        <label lang="en">
        <input checked type="radio" name="language">English</label>
        </fieldset>
        <label>
        <input checked type="checkbox">Show roles in colour, too</label>
        <label>
        <input checked type="checkbox">When searching, show only speeches with a match</label>
        <label>
        <input type="checkbox">Use single-key shortcuts (/ to search)</label>
        <p class="quiet">Kept in this browser only.</p>
        </section>"#]],
    );
}
