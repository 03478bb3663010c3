//! Minutes made by hand, so that what is read from them does not depend on how they are parsed.

use kaigiroku::app::Document;
use kaigiroku::diagnostics::{Diagnostic, Finding};
use kaigiroku::model::*;
use kaigiroku::source::{Source, TextRange};

/// Writes a text and records what each part of it is.
#[derive(Default)]
pub struct Hand {
    text: String,
    minutes: Minutes,
    topic: Option<TopicId>,
}

impl Hand {
    pub fn new() -> Hand {
        Hand::default()
    }

    /// Writes words that belong to nothing yet, and says where.
    pub fn put(&mut self, text: &str) -> TextRange {
        let start = self.text.len();
        self.text.push_str(text);
        TextRange::new(start, self.text.len())
    }

    /// Words in which `|` stands for a line break inside a sentence, `‖` for the edge of a page
    /// and `_` for a line break between words.
    pub fn prose(&mut self, text: &str) -> Prose {
        let mut pieces = Vec::new();
        let mut join = Join::Line;
        for part in text.split_inclusive(['|', '‖', '_']) {
            let words = part.trim_end_matches(['|', '‖', '_']);
            pieces.push(Piece { range: self.put(words), join });
            join = match part.chars().next_back() {
                Some('‖') => Join::Page,
                Some('_') => Join::Space,
                _ => Join::Line,
            };
            self.put(if join == Join::Page { "\n\n" } else { "\n" });
        }
        pieces.retain(|piece| !piece.range.is_empty());
        Prose { pieces }
    }

    pub fn topic(&mut self, num: &str, heading: &str, agenda: &[u32]) {
        let id = TopicId(self.minutes.topics.len() as u32);
        let start = self.text.len();
        let num = (!num.is_empty()).then(|| self.put(num));
        self.put(" ");
        let heading = self.prose(heading);
        let range = TextRange::new(start, heading.range().end as usize);
        let agenda = agenda.iter().copied().map(AgendaId).collect();
        self.minutes.topics.push(Topic { id, num, heading, agenda, range, called: None });
        self.minutes.body.push(Block::Topic(id));
        self.topic = Some(id);
    }

    pub fn speech(&mut self, label: &str, role: Role, paragraphs: &[&str]) -> SpeechId {
        let id = SpeechId(self.minutes.speeches.len() as u32);
        let start = self.text.len();
        self.put("○");
        let printed = Prose::one(self.put(label));
        self.put("　");
        let paragraphs: Vec<Prose> = paragraphs.iter().map(|text| self.prose(text)).collect();
        let text = &self.text;
        let known = self.minutes.labels.iter().find(|known| text[known.first.range().to_usize()] == *label);
        let label = known.map(|known| known.id).unwrap_or_else(|| {
            let label = LabelId(self.minutes.labels.len() as u32);
            self.minutes.labels.push(SpeakerLabel { id: label, first: printed.clone(), role });
            label
        });
        let (topic, range) = (self.topic, TextRange::new(start, self.text.len()));
        let by = Attribution::Unnamed;
        self.minutes.speeches.push(Speech { id, topic, label, printed, by, role, paragraphs, range });
        self.minutes.body.push(Block::Speech(id));
        id
    }

    pub fn narrative(&mut self, text: &str) {
        let id = NarrativeId(self.minutes.narratives.len() as u32);
        let prose = self.prose(text);
        let range = prose.range();
        self.minutes.narratives.push(Narrative { id, topic: self.topic, prose, range });
        self.minutes.body.push(Block::Narrative(id));
    }

    pub fn plain(&mut self, text: &str) {
        let id = PlainId(self.minutes.plains.len() as u32);
        let range = self.put(text);
        self.put("\n");
        self.minutes.plains.push(Plain { id, topic: self.topic, range });
        self.minutes.body.push(Block::Plain(id));
        self.minutes.diagnostics.push(Diagnostic::new(Finding::Unrecognised, range));
    }

    /// For what has no method of its own.
    pub fn minutes(&mut self) -> &mut Minutes {
        &mut self.minutes
    }

    pub fn finish(self) -> Document {
        Document::new(Minutes { source: Source::new(self.text), ..self.minutes })
    }
}

/// A short meeting about a harbour, with something of everything.
pub fn harbour() -> Document {
    let mut hand = Hand::new();
    let title = hand.prose("第3回 みなと計画検討会 会議録");
    let (num, label) = (Some(hand.put("1")), hand.put("議　題"));
    let item = hand.prose("協議");
    let (a_num, a) = (hand.put("ア"), hand.prose("桟橋の改修"));
    let (i_num, i) = (hand.put("イ"), hand.prose("駐車場の運用"));
    let leaf = |id, num, heading| AgendaItem { id: AgendaId(id), num: Some(num), heading, children: vec![] };
    let children = vec![leaf(1, a_num, a), leaf(2, i_num, i)];
    let (place_label, place) = (hand.put("会 場"), hand.prose("市民センター_2階 研修室"));
    let (open_label, open) = (hand.put("公開の別"), hand.prose("公開"));
    let (observers_label, observers) = (hand.put("傍聴者"), hand.prose("2人"));
    let (materials_label, when) = (hand.put("資料"), hand.put("令和元年5月7日（火）10時"));
    let (group, chair, chair_title) = (hand.put("委　員"), hand.put("髙﨑みなみ"), hand.put("座長"));
    let (first, second) = (hand.put("佐藤一郎"), hand.put("佐藤花子"));
    let (post, proxy) = (hand.put("港湾課長"), hand.put("沢田 光"));
    hand.put("\n");
    let minutes = hand.minutes();
    let fact = |field, label, values: &[&Prose]| Fact {
        num: None,
        label,
        field,
        values: values.iter().map(|&value| value.clone()).collect(),
    };
    minutes.meeting = Meeting {
        date: Date::new(2019, 5, 7).map(|date| MeetingDate {
            date,
            weekday: Some(Weekday::Tuesday),
            evidence: when,
        }),
        start: Some(Clock { hour: 10, minute: 0, evidence: when }),
        place: Some(place.clone()),
        openness: Some(open.clone()),
        observers: Some(observers.clone()),
        facts: vec![
            fact(Field::Agenda, label, &[]),
            fact(Field::Place, place_label, &[&place]),
            fact(Field::Openness, open_label, &[&open]),
            fact(Field::Observers, observers_label, &[&observers]),
            fact(Field::Materials, materials_label, &[]),
        ],
        ..Meeting::default()
    };
    minutes.title = Some(title);
    minutes.agenda = vec![AgendaItem { id: AgendaId(0), num, heading: item, children }];
    let attendee = |id, name, title, post, proxy, role| Attendee {
        id: PersonId(id),
        entry: name,
        name,
        title,
        post,
        proxy,
        role,
    };
    let people = vec![
        attendee(0, chair, Some(chair_title), None, None, Role::Chair),
        attendee(1, first, None, None, None, Role::Member),
        attendee(2, second, None, Some(post), Some(proxy), Role::Member),
    ];
    minutes.roll = Roll {
        groups: vec![RollGroup {
            num: None,
            name: group,
            role: Role::Member,
            absent: false,
            people,
            unread: vec![],
        }],
    };
    let evidence = chair;

    hand.speech("座長", Role::Chair, &["ただ今から検討会を開きます。"]);
    hand.topic("(1)", "桟橋の改修について", &[1]);
    hand.narrative("資料1により事務局が桟橋を説明した。");
    hand.speech("佐藤委員", Role::Member, &["浮き桟‖橋の耐用年数は何年か。", "また、ﾌｪﾘｰの便数はどうなる。"]);
    hand.speech("事務局", Role::Secretariat, &["桟橋は30年、フェリー|は1日4便を見込む。"]);
    hand.topic("(2)", "駐車場の運用について", &[2]);
    hand.plain("別紙　料金表\n  普通車　３００円\n");
    hand.speech("Ａ委員", Role::Member, &["駐車場のｻｰﾋﾞｽ券は続けるのか。"]);
    hand.speech("事務局", Role::Secretariat, &["サ－ビス券は続ける。 駐車場から桟橋への通路も直す。"]);
    hand.speech("座長", Role::Chair, &["では、閉会します。"]);
    let speeches = &mut hand.minutes().speeches;
    for chair in [0, 5] {
        speeches[chair].by = Attribution::Person { person: PersonId(0), evidence };
    }
    speeches[1].by = Attribution::Ambiguous { people: vec![PersonId(1), PersonId(2)] };
    hand.finish()
}
