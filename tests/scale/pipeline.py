"""Minutes by the thousand, on engines that exist.

Spark pipes texts through `kaigiroku export --format ndjson` on two workers and writes Parquet; ClickHouse (chdb is its
engine in a process) and DuckDB answer the same queries from it. What each finds is compared, speech by speech,
with what our own search finds. A difference ends the program with 1.

    pipeline.py CLI CORPUS TRUTH OUT

CLI is the command line, CORPUS a folder of texts, TRUTH what `scale truth` has printed of it, OUT a folder for the
Parquet. Prints a table in Markdown.
"""

import glob
import json
import os
import shlex
import shutil
import statistics
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
WORKERS = "local-cluster[2,1,1024]"


def to_parquet(cli, corpus, out):
    """Every text of the corpus as rows of Parquet; the number of rows and the seconds it took."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    import pyspark
    from pyspark.sql import SparkSession

    # The workers are processes of their own and look for Spark where this says.
    os.environ.setdefault("SPARK_HOME", os.path.dirname(pyspark.__file__))
    spark = (
        SparkSession.builder.master(WORKERS)
        .appName("kaigiroku")
        .config("spark.ui.enabled", "false")
        .config("spark.log.level", "ERROR")
        .config("spark.executor.memory", "1g")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    fields = {name: "string" for name in
              "meeting title council date source id label by role kind confidence act topic topic_heading text folded".split()}
    fields |= {"fiscal_year": "int", "session": "int", "range": "array<int>",
               "agenda": "array<string>", "agenda_headings": "array<string>"}
    schema = ", ".join(f"`{name}` {kind}" for name, kind in fields.items())
    started = time.monotonic()
    texts = spark.sparkContext.wholeTextFiles(os.path.join(corpus, "*", "*"), minPartitions=4)
    start = len(corpus.rstrip("/")) + 1

    def record(pair):
        path = pair[0].removeprefix("file:")
        return json.dumps({"path": path[start:], "text": pair[1]}, ensure_ascii=False)

    command = shlex.join([cli, "export", "--format", "ndjson", "--folded", "--quiet", "--jobs", "1", "--files-from", "-"])
    lines = texts.map(record).pipe(command, checkCode=True)
    spark.read.schema(schema).json(lines).write.mode("overwrite").parquet(out)
    took = time.monotonic() - started
    n_executors = spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
    rows = spark.read.parquet(out).count()
    spark.stop()
    return rows, took, n_executors


def condition(query, contains):
    """The query in SQL: of each group one word, and none of those that are shut out."""
    groups = [" OR ".join(contains(form) for form in group) for group in query["all"]]
    parts = [f"({group})" for group in groups] + [f"NOT {contains(form)}" for form in query["none"]]
    return " AND ".join(parts)


def quoted(word):
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"


def like(word):
    for sign in "\\%_":
        word = word.replace(sign, "\\" + sign)
    return f"folded LIKE {quoted('%' + word + '%')}"


def measured(name, queries, ask):
    """Asks each query three times; its best time counts. Fails where an answer is not that of our search."""
    times, wrong = [], []
    for query in queries:
        best = float("inf")
        for _ in range(3):
            started = time.monotonic()
            found = ask(query)
            best = min(best, time.monotonic() - started)
        times.append(best * 1000)
        if sorted(found) != sorted(query["hits"]):
            missing = len(set(query["hits"]) - set(found))
            wrong.append(f"{name}: {query['typed']}: {len(found)} found, {len(query['hits'])} expected, {missing} missing")
    times.sort()
    at = lambda share: times[min(len(times) - 1, round(share * len(times)))]
    return wrong, statistics.median(times), at(0.95)


def clickhouse(parquet, queries):
    from chdb import session

    base = session.Session()
    base.query("CREATE DATABASE minutes")
    base.query("USE minutes")
    with open(os.path.join(HERE, "clickhouse.sql"), encoding="utf-8") as file:
        base.query(file.read())
    # The statements for a cluster need servers; here they are read, and no more.
    with open(os.path.join(HERE, "cluster.sql"), encoding="utf-8") as file:
        code = "".join(line for line in file if not line.startswith("--"))
        for statement in filter(str.strip, code.split(";")):
            base.query(f"SELECT formatQuery({quoted(statement)}) FORMAT Null")
    columns = ("meeting, council, toDateOrNull(date) AS date, fiscal_year, source, id, label, `by`, role, act, "
               "topic_heading, text, folded")
    started = time.monotonic()
    base.query(f"INSERT INTO speeches SELECT {columns} FROM file('{parquet}/*.parquet', Parquet)")
    base.query("OPTIMIZE TABLE speeches FINAL")
    took = time.monotonic() - started
    select = lambda query: "SELECT concat(source, ' ', id) FROM speeches WHERE " + condition(query, like)
    ask = lambda query: str(base.query(select(query), "TSV")).splitlines()
    skipped = granules(base, select(next(query for query in queries if query["typed"] == "湧水助成計画")))
    wrong, median, late = measured("ClickHouse", queries, ask)
    base.close()
    return wrong, took, median, late, skipped


def granules(base, select):
    """How many granules the index of letter pairs leaves to be read, of how many."""
    plan = json.loads(str(base.query(f"EXPLAIN indexes = 1, json = 1 {select}", "TSVRaw")))
    stack = [plan]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            if node.get("Name") == "pairs":
                return node["Selected Granules"], node["Initial Granules"]
            stack.extend(node.values())
        elif isinstance(node, list):
            stack.extend(node)
    raise SystemExit("ClickHouse did not use the index")


def duckdb(parquet, queries):
    import duckdb as engine

    base = engine.connect()
    # In memory, as a notebook would have it; the file alone would be read anew for each query.
    started = time.monotonic()
    base.execute(f"CREATE TABLE speeches AS SELECT * FROM read_parquet('{parquet}/*.parquet')")
    took = time.monotonic() - started
    contains = lambda form: "contains(folded, '" + form.replace("'", "''") + "')"
    select = lambda query: "SELECT source || ' ' || id FROM speeches WHERE " + condition(query, contains)
    ask = lambda query: [row[0] for row in base.execute(select(query)).fetchall()]
    wrong, median, late = measured("DuckDB", queries, ask)
    return wrong, took, median, late


def main():
    cli, corpus, truth, out = (os.path.abspath(path) for path in sys.argv[1:5])
    with open(truth, encoding="utf-8") as file:
        queries = json.load(file)["queries"]
    shutil.rmtree(out, ignore_errors=True)
    n_bytes = sum(os.path.getsize(path) for path in glob.glob(os.path.join(corpus, "*", "*", "*")))
    rows, piped, n_executors = to_parquet(cli, corpus, out)
    n_parquet = sum(os.path.getsize(path) for path in glob.glob(os.path.join(out, "*.parquet")))
    wrong, loaded, median, late, (read, of) = clickhouse(out, queries)
    wrong_too, loaded_too, median_too, late_too = duckdb(out, queries)
    wrong += wrong_too
    mb = n_bytes / 1e6
    print(f"{len(queries)} queries over {rows:,} speeches ({mb:.1f} MB of text, {n_parquet / 1e6:.1f} MB of Parquet), "
          f"load {os.getloadavg()[0]:.1f}:\n")
    print("| engine | work | took | query p50, ms | p95, ms | equal to our search |")
    print("|---|---|--:|--:|--:|--:|")
    print(f"| Spark, {n_executors} executors ({WORKERS}) | texts to Parquet | {piped:.1f} s, {mb / piped:.2f} MB/s | – | – | – |")
    for name, work, took, p50, p95, bad in [
        (f"ClickHouse (chdb), {read} of {of} granules read for a rare word", "load and index", loaded, median, late,
         len(wrong) - len(wrong_too)),
        ("DuckDB", "load", loaded_too, median_too, late_too, len(wrong_too)),
    ]:
        print(f"| {name} | {work} | {took:.2f} s | {p50:.1f} | {p95:.1f} | {len(queries) - bad} of {len(queries)} |")
    for line in wrong:
        print(line, file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
