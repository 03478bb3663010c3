//! Many meetings on plain hosting: what the files give is what a look at everything gives.

use std::collections::BTreeMap;

use kaigiroku::search::Query;
use kaigiroku::search::fold::fold;
use kaigiroku::search::query::{Field, Term};
use kaigiroku::search::shards::{Directory, Maker, Meeting, Said, Sizes, Stored, find};
use proptest::prelude::*;

/// Files by their names.
type Files = BTreeMap<[u8; 6], Vec<u8>>;

fn made(meetings: &[(Meeting, Vec<Said>)], sizes: Sizes) -> (Directory, Files) {
    let mut files = Files::new();
    let mut store = |bytes: &[u8]| {
        let number = (files.len() as u64).to_be_bytes();
        let name = number[2..].try_into().unwrap();
        files.insert(name, bytes.to_vec());
        Ok::<_, ()>(Stored { name, len: bytes.len() as u32 })
    };
    let mut maker = Maker::new(sizes);
    for (meeting, speeches) in meetings {
        maker.add(meeting, speeches, &mut store).unwrap();
    }
    let directory = maker.end(&mut store).unwrap();
    (Directory::read(&directory).unwrap(), files)
}

/// What the files give: pages and numbers of speeches. Of the lists some may be missing.
fn found(
    directory: &Directory,
    files: &Files,
    query: &Query,
    is_there: impl Fn(usize) -> bool,
) -> Vec<(String, u32)> {
    let numbers = directory.lists(query);
    let lists: Vec<(usize, &[u8])> = numbers
        .into_iter()
        .filter(|number| is_there(*number))
        .map(|number| (number, files[&directory.list(number).unwrap().name].as_slice()))
        .collect();
    let blocks = directory.blocks(query, &lists).into_iter();
    let hits = blocks.flat_map(|block| find(&files[&directory.block(block).unwrap().name], query).unwrap());
    hits.map(|hit| (hit.meeting.page, hit.speech.number)).collect()
}

/// What a look at everything gives.
fn looked(meetings: &[(Meeting, Vec<Said>)], query: &Query) -> Vec<(String, u32)> {
    let holds = |said: &Said, term: &Term| {
        let holds = |text: &str| term.forms.iter().any(|form| fold(text).contains(form));
        match term.field {
            Field::Text => said.paragraphs.iter().any(|paragraph| holds(paragraph)),
            Field::Speaker => holds(&said.label),
            Field::Topic => holds(&said.heading),
        }
    };
    let mut out = Vec::new();
    for (meeting, speeches) in meetings {
        let is_held = |said: &&Said| {
            !query.is_empty()
                && query.all.iter().all(|group| group.iter().any(|term| holds(said, term)))
                && !query.none.iter().any(|term| holds(said, term))
        };
        out.extend(speeches.iter().filter(is_held).map(|said| (meeting.page.clone(), said.number)));
    }
    out
}

/// Few letters, so that they meet often.
fn text() -> impl Strategy<Value = String> {
    "[市町橋ﾊか゛ Ａa々\u{200B}]{0,9}"
}

fn said() -> impl Strategy<Value = (String, String, Vec<String>)> {
    ("委員|議長", "予算|", prop::collection::vec(text(), 0..4))
}

fn meetings() -> impl Strategy<Value = Vec<(Meeting, Vec<Said>)>> {
    prop::collection::vec(prop::collection::vec(said(), 0..6), 0..12).prop_map(|meetings| {
        let meeting = |(at, speeches): (usize, Vec<(String, String, Vec<String>)>)| {
            let said = |(number, (label, heading, paragraphs)): (usize, (String, String, Vec<String>))| {
                Said { number: number as u32, label, heading, paragraphs }
            };
            let meeting = Meeting { page: format!("m{at}"), ..Meeting::default() };
            (meeting, speeches.into_iter().enumerate().map(said).collect())
        };
        meetings.into_iter().enumerate().map(meeting).collect()
    })
}

fn typed() -> impl Strategy<Value = String> {
    let word =
        prop_oneof![text(), "-[市町橋]", "話者:[委議]", "[市町] OR [橋は]", "議題:予", "「[市町橋か]{1,4}」"];
    prop::collection::vec(word, 1..4).prop_map(|words| words.join(" "))
}

fn sizes() -> impl Strategy<Value = Sizes> {
    (1_usize..60, 1_usize..120, 1_usize..200).prop_map(|(part, block, lists)| Sizes { part, block, lists })
}

proptest! {
    #[test]
    fn the_files_give_what_a_look_at_everything_gives(
        meetings in meetings(), typed in typed(), sizes in sizes(), missing in 0_usize..4,
    ) {
        let (directory, files) = made(&meetings, sizes);
        let query = Query::parse(&typed);
        let all = looked(&meetings, &query);
        prop_assert_eq!(&found(&directory, &files, &query, |_| true), &all);
        let blocks = directory.blocks(&query, &[]);
        prop_assert!(directory.at_once(&query, &blocks) <= blocks.len());
        // What is missing makes more blocks be looked into, and nothing else.
        prop_assert_eq!(&found(&directory, &files, &query, |number| number % 4 != missing), &all);
    }

    #[test]
    fn bytes_of_others_are_no_files(bytes in prop::collection::vec(any::<u8>(), 0..200), typed in typed()) {
        let query = Query::parse(&typed);
        let _ = find(&bytes, &query);
        if let Some(directory) = Directory::read(&[b"kgs1", &bytes[..]].concat()) {
            let lists: Vec<_> = directory.lists(&query).into_iter().map(|number| (number, &bytes[..])).collect();
            let _ = directory.blocks(&query, &lists);
        }
    }

    #[test]
    fn a_list_that_is_cut_off_stops_nothing(
        meetings in meetings(), typed in typed(), cut in 0_usize..50,
    ) {
        let (directory, files) = made(&meetings, Sizes { part: 1, block: 1, lists: 1 << 20 });
        let query = Query::parse(&typed);
        let lists: Vec<_> = directory.lists(&query);
        let cut_lists: Vec<(usize, &[u8])> = lists.iter().map(|&number| {
            let bytes = &files[&directory.list(number).unwrap().name];
            (number, &bytes[..bytes.len().saturating_sub(cut)])
        }).collect();
        prop_assert!(directory.blocks(&query, &cut_lists).len() <= directory.n_blocks());
    }
}

#[test]
fn a_hit_says_where_its_words_stand() {
    let said = Said {
        number: 4,
        label: "委員".into(),
        heading: String::new(),
        paragraphs: vec!["はい。".into(), "市のﾊﾞｽ。".into()],
    };
    let (directory, files) = made(&[(Meeting::default(), vec![said])], Sizes::default());
    let query = Query::parse("バス");
    let block = &files[&directory.block(0).unwrap().name];
    let hits = find(block, &query).unwrap();
    let [hit] = &hits[..] else { panic!("{hits:?}") };
    let paragraph = &hit.speech.paragraphs[hit.paragraph];
    let words: Vec<&str> =
        hit.words.iter().map(|word| &paragraph[word.start as usize..word.end as usize]).collect();
    assert_eq!((hit.paragraph, words), (1, vec!["ﾊﾞｽ"]));
}
