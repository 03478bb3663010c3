//! Whatever is derived from minutes stands in their text, whatever the text.

use kaigiroku::insight::{Because, Evidence, Insight};
use kaigiroku::model::*;
use kaigiroku::source::{Source, TextRange};
use proptest::prelude::*;

use crate::minutes::texts;

/// The text in which whatever is said of a block must lie.
fn extent(minutes: &Minutes, block: Block) -> TextRange {
    let prose = |prose: &Prose| prose.pieces.iter().map(|piece| piece.range).collect::<Vec<_>>();
    let ranges: Vec<TextRange> = match block {
        Block::Topic(_) => vec![],
        Block::Speech(id) => {
            let speech = &minutes.speeches[id.idx()];
            speech.paragraphs.iter().chain([&speech.printed]).flat_map(prose).collect()
        }
        Block::Narrative(id) => prose(&minutes.narratives[id.idx()].prose),
        Block::Plain(id) => vec![minutes.plains[id.idx()].range],
    };
    ranges.into_iter().reduce(TextRange::cover).unwrap_or_default()
}

/// Fails where anything derived points at nothing.
fn check_places(minutes: &Minutes) {
    let insight = Insight::new(minutes);
    let n_speeches = minutes.speeches.len();
    let text = minutes.source.text();
    let inside = |block: Block, range: TextRange| {
        let extent = extent(minutes, block);
        assert!(extent.contains(range) && !range.is_empty(), "{range:?} in {extent:?}");
        assert!(text.get(range.to_usize()).is_some(), "{range:?} is no text");
    };
    let said = |speech: SpeechId, range: TextRange| inside(Block::Speech(speech), range);
    for n in [insight.kinds.len(), insight.threads.len(), insight.exchange_of.len(), insight.points.len()] {
        assert_eq!(n, n_speeches);
    }
    for (at, kind) in insight.kinds.iter().enumerate() {
        match kind.map(|kind| kind.evidence) {
            Some(Evidence::Words(range)) => said(SpeechId(at as u32), range),
            Some(Evidence::Answers(question)) => assert!(question.idx() < at),
            Some(Evidence::Part) | None => {}
        }
    }
    for (at, subject) in insight.subjects.iter().enumerate() {
        assert_eq!(subject.id.idx(), at);
        assert!(!minutes.source.slice(subject.name).trim().is_empty());
    }
    for (at, threads) in insight.threads.iter().enumerate() {
        for (n, thread) in threads.iter().enumerate() {
            assert!(thread.subject.idx() < insight.subjects.len());
            assert!(thread.from < minutes.speeches[at].paragraphs.len().max(1));
            assert!(threads[..n].iter().all(|other| other.subject != thread.subject));
            match thread.because {
                Because::Opens(range) => said(SpeechId(at as u32), range),
                Because::Follows(speech) => assert!(speech.idx() < at),
            }
        }
    }
    for (at, exchange) in insight.exchanges.iter().enumerate() {
        assert_eq!(exchange.id.idx(), at);
        assert!(!exchange.answers.is_empty());
        for speech in exchange.answers.iter().chain([&exchange.question]) {
            assert_eq!(insight.exchange_of[speech.idx()], Some(exchange.id));
        }
        for unsettled in &exchange.unsettled {
            let points = &insight.points[unsettled.speech.idx()];
            assert!(points.iter().any(|point| point.number == unsettled.point));
        }
    }
    for (at, points) in insight.points.iter().enumerate() {
        assert_ne!(points.len(), 1);
        for (n, point) in points.iter().enumerate() {
            assert_eq!((point.speech.idx(), point.number), (at, n + 1));
            said(point.speech, point.range);
            point.opener.into_iter().for_each(|opener| said(point.speech, opener));
        }
    }
    for promise in &insight.commitments {
        said(promise.speech, promise.sentence);
        said(promise.speech, promise.phrase);
    }
    for figure in &insight.figures {
        for range in [figure.sentence, figure.range, figure.unit] {
            inside(minutes.body[figure.block], range);
        }
    }
    for date in &insight.dates {
        inside(minutes.body[date.block], date.sentence);
        inside(minutes.body[date.block], date.range);
        assert!(date.year.is_some() || date.month.is_some());
    }
}

/// The letters of every prose are those of its sentences, once and in order.
fn check_sentences(source: &Source, prose: &Prose) {
    let sentences = sentences(source, prose);
    assert!(sentences.windows(2).all(|pair| pair[0].end <= pair[1].start), "{sentences:?}");
    for piece in &prose.pieces {
        for (at, c) in source.slice(piece.range).char_indices().filter(|(_, c)| !c.is_whitespace()) {
            let at = piece.range.start + at as u32;
            let holding = sentences.iter().filter(|sentence| sentence.start <= at && at < sentence.end);
            assert_eq!(holding.count(), 1, "{c} at {at}");
        }
    }
}

#[test]
fn whatever_is_derived_from_our_texts_stands_in_them() {
    for (path, text) in texts() {
        println!("{path}");
        let minutes = Minutes::of(text);
        check_places(&minutes);
        let spoken = minutes.speeches.iter().flat_map(|speech| &speech.paragraphs);
        spoken.for_each(|prose| check_sentences(&minutes.source, prose));
    }
}

/// Minutes in which everything that is looked for stands closer together than in any real ones.
fn dense() -> impl Strategy<Value = String> {
    let scraps = [
        "\n○森委員　",
        "\n○町長　",
        "\n○議長　",
        "\n（質問）",
        "\n（回答）",
        "\n",
        "\n\n",
        "　",
        "。",
        "、",
        "か。",
        "「",
        "」",
        "（",
        "）",
        "橋について",
        "橋のほか、",
        "道の幅に関して、",
        "ですが、",
        "橋の高さについては",
        "また、",
        "もう一点、",
        "2点目は",
        "次に、",
        "伺いたい",
        "検討",
        "していきたい",
        "する",
        "してほしい",
        "報告します",
        "次回",
        "見直し",
        "第",
        "2",
        "３",
        "十",
        "三百",
        "万",
        ",",
        "～",
        "人",
        "円",
        "分の",
        "年",
        "年間",
        "年度",
        "月",
        "日",
        "令和",
        "R6",
        "平成元",
        "御異議ありませんか",
        "感じた",
        "起立",
        "𠮷",
        "?",
        "\r",
    ];
    prop::collection::vec(prop::sample::select(scraps.to_vec()), 0..60).prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_derived_stands_in_the_text(text in dense()) {
        let minutes = Minutes::of(text);
        check_places(&minutes);
        let spoken = minutes.speeches.iter().flat_map(|speech| &speech.paragraphs);
        spoken.for_each(|prose| check_sentences(&minutes.source, prose));
    }

    #[test]
    fn minutes_of_any_shape_are_derived_from(minutes in crate::arbitrary::minutes()) {
        check_places(&minutes);
    }
}
