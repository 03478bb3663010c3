//! What a reader has set is kept as it was, and no kept text does harm.

use kaigiroku::app::settings::Settings;
use kaigiroku::app::state::{Action, State};
use kaigiroku::app::words::Lang;
use proptest::prelude::*;

use crate::app::after;
use crate::hand::harbour;

fn any_settings() -> impl Strategy<Value = Settings> {
    (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
        |(english, colours, hits_only, shortcuts)| {
            let lang = if english { Lang::En } else { Lang::Ja };
            Settings { lang, colours, hits_only, shortcuts }
        },
    )
}

proptest! {
    #[test]
    fn settings_are_read_as_they_were_written(settings in any_settings()) {
        prop_assert_eq!(Settings::parse(&settings.write()), settings);
    }

    #[test]
    fn what_is_not_understood_changes_nothing(settings in any_settings(), junk in "[a-z0-9=;,%あ ]{0,20}") {
        let known = |part: &str| ["lang=", "colours=", "hits=", "keys="].iter().any(|key| part.starts_with(key));
        prop_assume!(!junk.split(';').any(known));
        prop_assert_eq!(Settings::parse(&format!("{junk};{}", settings.write())), settings);
        prop_assert_eq!(Settings::parse(&junk), Settings::default());
    }

    #[test]
    fn any_text_gives_settings(text: String) {
        let settings = Settings::parse(&text);
        prop_assert_eq!(Settings::parse(&settings.write()), settings);
    }
}

#[test]
fn settings_are_written_in_one_line() {
    let settings = Settings { lang: Lang::En, colours: false, ..Settings::default() };
    assert_eq!(settings.write(), "lang=en;colours=0;hits=1;keys=1");
    assert_eq!(
        Settings::parse("colours=2;lang=fr;keys=0;hits"),
        Settings { shortcuts: false, ..Settings::default() }
    );
}

#[test]
fn the_first_language_that_is_known_is_taken() {
    let check = |languages: &[&str], expect: Lang| {
        let languages: Vec<String> = languages.iter().map(|&tag| tag.to_owned()).collect();
        assert_eq!(Settings::for_languages(&languages).lang, expect, "{languages:?}");
    };
    check(&[], Lang::Ja);
    check(&["ja"], Lang::Ja);
    check(&["ja-JP", "en-US"], Lang::Ja);
    check(&["en-GB", "ja"], Lang::En);
    check(&["fr", "ja", "en"], Lang::Ja);
    check(&["zh-CN"], Lang::En);
    check(&["JA-jp"], Lang::Ja);
}

#[test]
fn settings_stay_whatever_is_chosen() {
    let document = harbour();
    let settings = Settings { lang: Lang::En, shortcuts: false, ..Settings::default() };
    let set = [Action::Set(settings)];
    for action in [Action::ClearAll, Action::Visit("#s003;q=%E4%BE%BF".into()), Action::Visit(String::new())]
    {
        let state = after(&document, set.clone().into_iter().chain([crate::app::search("便"), action]));
        assert_eq!(state.settings, settings);
        let link = kaigiroku::app::permalink::write(&document, &state);
        let same = State { settings: Settings::default(), ..(*state).clone() };
        assert_eq!(link, kaigiroku::app::permalink::write(&document, &same));
    }
}
