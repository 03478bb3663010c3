//! The kinds of nodes, each with an example as it is printed.
//!
//! May live here: kinds. May not: rules.

/// What a node of the tree is. Kinds up to [`SyntaxKind::Plain`] have children; the rest are
/// tokens, which hold the characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SyntaxKind {
    /// The whole text.
    Minutes,
    /// The heading of the whole, in one or two lines: `第2回○○審議会 会議録`.
    Title,
    /// An item of the record's form with all its lines: `2 開催日時 令和7年3月10日`.
    Item(Field),
    /// A group of the roll: `(1) 委員 山田太郎委員、…`.
    RollGroup,
    /// One person of a group: `山田太郎委員（委員長）`.
    Attendee,
    /// A line of the announced order of business: `ア 事業計画について`.
    AgendaEntry,
    /// A heading of the discussion: `(1) 事業計画について`.
    Topic,
    /// A label and what was said.
    Speech,
    /// The row that names the columns of a table in which questions and answers stand beside each other:
    /// `意見・質問 | 回答`.
    Columns,
    /// What stands in one cell of such a table, by the number of its column from 0: a speech without a label
    /// of its own.
    Cell(u8),
    /// What reads as one paragraph, seams inside.
    Paragraph,
    /// What the record tells between speeches: `資料に基づき説明を行った。`, `〔拍手〕`.
    Narrative,
    /// Lines that nothing recognised.
    Plain,

    /// Text of the node above.
    Text,
    /// A bullet before a number or a word: `- `, `・`.
    Bullet,
    /// A number as printed: `1`, `(1)`, `ア`, `第３`.
    Number,
    /// The name of an item: `議 題`.
    ItemLabel,
    /// One line of an item's value.
    Value,
    /// The name of a group: `事務局`.
    GroupName,
    /// A person's name, or the whole entry where no post is known to end it.
    Name,
    /// The part taken in the body: `委員長`.
    PartTitle,
    /// The post held in the office: `総務部長`.
    Post,
    /// The name of who came instead: `代理 田中花子氏`.
    Proxy,
    /// A line of the roll in which no people could be told apart.
    Unread,
    /// A mark before a label: `○`.
    Mark,
    /// A speaker label without marks and brackets around it: `委員長（山田君）`.
    Label,
    /// A line of dashes or stars between parts: `――――◇――――`.
    Rule,
    /// A line break inside a sentence.
    LineSeam,
    /// Blank lines inside a sentence, as a page's edge leaves them.
    PageSeam,
    /// What a conversion put between letters that belong together: a space, a line end.
    LetterSeam,
    /// The line of a table between two cells.
    CellSeam,
    /// Spaces, separators and brackets between tokens, and line ends.
    Gap,
    /// Lines that hold nothing but white space.
    Blank,
}

/// The items that forms of minutes have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// 会議名, 会議の名称.
    Name,
    /// 開催日時, 日時, とき.
    When,
    /// 開催場所, 会場, ところ.
    Place,
    /// 出席者, 出席委員, 事務局.
    Roll,
    /// 議題, 次第, 案件.
    Agenda,
    /// 公開、非公開の別.
    Openness,
    /// 傍聴者.
    Observers,
    /// 担当課, 所管課.
    Office,
    /// 資料, 配付資料.
    Materials,
    /// 審議内容, 会議の概要: what follows is the discussion.
    Discussion,
    /// 挨拶, 閉会: a heading under which somebody speaks.
    Address,
    /// A numbered item of the form whose name is not one of these.
    Other,
}
