//! Every letter of a text is shown to the reader somewhere.

use kaigiroku::model::Minutes;
use proptest::prelude::*;

use crate::invariants::hidden;
use crate::minutes::texts;

#[test]
fn every_letter_of_every_text_is_shown() {
    for (path, text) in texts() {
        assert_eq!(hidden(&Minutes::of(text)), Vec::<String>::new(), "{path}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_letter_of_any_minutes_is_shown(text in crate::syntax::scraps()) {
        prop_assert_eq!(hidden(&Minutes::of(text)), Vec::<String>::new());
    }
}
