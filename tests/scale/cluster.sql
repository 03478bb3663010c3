-- Several machines: the table of clickhouse.sql, kept twice on each shard, and a table over all shards.
-- `minutes` is the name of the cluster in `remote_servers`; {shard} and {replica} are macros of each server. All
-- speeches of a meeting lie on one shard. First every server is given the table of clickhouse.sql, which stays empty:
-- columns and index are taken from it.
CREATE TABLE speeches_local ON CLUSTER minutes AS speeches
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/speeches', '{replica}')
PARTITION BY fiscal_year
ORDER BY (source, id)
SETTINGS index_granularity = 256, allow_nullable_key = 1;

CREATE TABLE speeches_everywhere ON CLUSTER minutes AS speeches_local
ENGINE = Distributed(minutes, currentDatabase(), speeches_local, cityHash64(meeting));
