//! Sorting, beside the library's own.

use kaigiroku::order::{sort, sort_by_key};
use proptest::prelude::*;

proptest! {
    #[test]
    fn lists_are_put_in_order_as_the_library_does(list in prop::collection::vec((0..9_u8, any::<u16>()), 0..60)) {
        let (mut ours, mut theirs) = (list.clone(), list.clone());
        sort(&mut ours);
        theirs.sort();
        prop_assert_eq!(&ours, &theirs);
        let (mut ours, mut theirs) = (list.clone(), list);
        sort_by_key(&mut ours, |of| of.0);
        theirs.sort_by_key(|of| of.0);
        prop_assert_eq!(ours, theirs, "what is equal stays as it stood");
    }
}
