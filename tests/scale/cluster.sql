-- Several machines: the same table, kept twice on each shard, and a table over all shards.
-- `minutes` is the name of the cluster in `remote_servers`; {shard} and {replica} are macros of each server. All
-- speeches of a meeting lie on one shard.
CREATE TABLE speeches_local ON CLUSTER minutes
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
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/speeches', '{replica}')
PARTITION BY fiscal_year
ORDER BY (source, id)
SETTINGS index_granularity = 256, allow_nullable_key = 1;

CREATE TABLE speeches ON CLUSTER minutes AS speeches_local
ENGINE = Distributed(minutes, currentDatabase(), speeches_local, cityHash64(meeting));
