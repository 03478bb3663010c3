//! Putting lists in order.
//!
//! The library's own ways of sorting are the fastest that are known, and each kind of list that is
//! sorted by them adds four kilobytes to every file. These lists are short or nearly in order.
//!
//! May live here: sorting. May not: what is sorted.

/// Puts a list in order: what is equal stays as it stood.
pub fn sort<T: Ord>(list: &mut Vec<T>) {
    merge_sort(list, &|a, b| a < b);
}

/// Puts a list in the order of what `key` gives; what is equal stays as it stood.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    merge_sort(list, &|a, b| key(a) < key(b));
}

fn merge_sort<T>(list: &mut Vec<T>, before: &dyn Fn(&T, &T) -> bool) {
    let is_in_order = list.iter().zip(list.iter().skip(1)).all(|(one, next)| !before(next, one));
    if is_in_order {
        return;
    }
    let mut right = list.split_off(list.len() / 2);
    let mut left = std::mem::take(list);
    merge_sort(&mut left, before);
    merge_sort(&mut right, before);
    list.reserve(left.len() + right.len());
    let mut right = right.into_iter().peekable();
    for item in left {
        while let Some(earlier) = right.next_if(|other| before(other, &item)) {
            list.push(earlier);
        }
        list.push(item);
    }
    list.extend(right);
}
