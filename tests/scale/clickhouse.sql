-- One machine: speeches with an index of letter pairs over the folded text.
-- A pair of letters that no row of a granule holds leaves the granule unread; what is found is
-- always compared with the text itself, so that the answer is exact.
CREATE TABLE speeches
(
    meeting String,
    council LowCardinality(Nullable(String)),
    date Nullable(Date),
    fiscal_year Nullable(UInt16),
    source String,
    id String,
    label LowCardinality(String),
    `by` LowCardinality(Nullable(String)),
    role LowCardinality(String),
    act LowCardinality(Nullable(String)),
    topic_heading Nullable(String),
    text String CODEC(ZSTD(3)),
    folded String CODEC(ZSTD(3)),
    INDEX pairs folded TYPE ngrambf_v1(2, 65536, 2, 0) GRANULARITY 1
)
ENGINE = MergeTree
ORDER BY (source, id)
SETTINGS index_granularity = 256
