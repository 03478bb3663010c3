// Measures one peer, told by the fragment: `#N` speeches. The page holds `makeCorpus`, `QUERIES` and `PEER`:
// - `PEER.build(texts)`: makes it ready; `PEER.scan` says that it answers before it is ready.
// - `PEER.query(words)`: the numbers of all speeches that hold all words.
// - `PEER.raw`: it folds letters itself; all others are given texts and words in NFKC and lower case.
// - `PEER.more(texts)`: what else is to be measured of it.
// What was measured goes to the page around.
const norm = (text) => text.normalize("NFKC").toLowerCase();
const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
};

// The least and the median time of a call, in milliseconds: of up to 9 batches of 4 ms or 64 calls each.
const timed = (call, budget) => {
  const times = [];
  const start = performance.now();
  do {
    let n = 0;
    const from = performance.now();
    let now = from;
    do {
      call();
      n += 1;
      now = performance.now();
    } while (now - from < 4 && n < 64);
    times.push((now - from) / n);
  } while (performance.now() - start < budget && times.length < 9);
  return [Math.min(...times), quantile(times, 0.5)];
};

// Each query: how long it takes, and whether exactly what is there is found.
const answers = (query, truth, budget) => {
  const best = [];
  const median = [];
  const kinds = {};
  let n_exact = 0;
  QUERIES.forEach(([kind, words], nth) => {
    const asked = PEER.raw ? words : norm(words);
    if (truth) {
      const found = Uint32Array.from(query(asked)).sort();
      n_exact += found.length === truth[nth].length && found.every((id, at) => id === truth[nth][at]);
    }
    const [least, middle] = timed(() => query(asked), budget);
    best.push(least);
    median.push(middle);
    (kinds[kind] ??= []).push(least);
  });
  const of = (times) => ({ p50: quantile(times, 0.5), p95: quantile(times, 0.95), max: Math.max(...times) });
  const by_kind = Object.fromEntries(Object.entries(kinds).map(([kind, times]) => [kind, quantile(times, 0.5)]));
  return { ...of(best), median: of(median), n_exact, by_kind };
};

const heap = () => {
  globalThis.gc?.();
  return performance.memory?.usedJSHeapSize ?? 0;
};

const measure = async (n) => {
  const texts = makeCorpus(n);
  const folded = texts.map(norm);
  const given = PEER.raw ? texts : folded;
  const n_bytes = texts.reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0);
  const truth = QUERIES.map(([, words]) => {
    const terms = norm(words).split(/\s+/);
    const found = [];
    folded.forEach((text, id) => terms.every((term) => text.includes(term)) && found.push(id));
    return Uint32Array.from(found);
  });
  await PEER.init?.();
  const measured = { n, n_bytes };
  if (PEER.more) Object.assign(measured, await PEER.more(texts));
  const before = heap();
  if (PEER.scan) {
    const start = performance.now();
    await PEER.feed(given);
    measured.feed = performance.now() - start;
    measured.scan = answers(PEER.first, null, 120);
    measured.scan.n_exact = answers(PEER.query, truth, 0).n_exact;
  }
  const start = performance.now();
  await PEER.build(given);
  measured.build = performance.now() - start + (measured.feed ?? 0);
  measured.heap = heap() - before;
  Object.assign(measured, PEER.memory?.(n_bytes));
  const first = performance.now();
  PEER.query(PEER.raw ? "補助金 予算" : norm("補助金 予算"));
  measured.first = performance.now() - first;
  measured.query = answers(PEER.query, truth, 250);
  if (PEER.after) Object.assign(measured, await PEER.after(measured));
  if (PEER.first) measured.shown = answers(PEER.first, null, 250);
  return measured;
};

measure(Number(location.hash.slice(1))).then(
  (measured) => parent.postMessage(measured, "*"),
  (cause) => parent.postMessage({ failed: String(cause) }, "*"),
);
