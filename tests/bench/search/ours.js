// The engine as a peer of `run.js`: what `dist/engine.html` holds, asked in the page and in its worker.
const content = (id) => document.getElementById(id).textContent;
const bytesOf = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
const encoder = new TextEncoder();

// So many speeches make a meeting.
const MEETING = 100;
const ALL = 0xffffffff;
const PAGE = 200;

const put = (number, out) => {
  while (number >= 128) {
    out.push((number % 128) | 128);
    number = Math.floor(number / 128);
  }
  out.push(number);
};

const joined = (parts) => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

// The blocks of a meeting, plainly: each one text of one piece, without speaker, topic and label.
const plain = (texts) => {
  const parts = [];
  const head = [];
  put(texts.length, head);
  parts.push(Uint8Array.from(head));
  for (const text of texts) {
    const bytes = encoder.encode(text);
    const head = [1, 1];
    put(bytes.length, head);
    parts.push(Uint8Array.from(head), bytes, new Uint8Array(3));
  }
  return joined(parts);
};

const meetings = (texts) =>
  Array.from({ length: Math.ceil(texts.length / MEETING) }, (_, nth) => plain(texts.slice(nth * MEETING, (nth + 1) * MEETING)));

const question = (words, n_listed, id = 1) => {
  const typed = encoder.encode(words);
  const out = [id, 0, 0];
  put(n_listed, out);
  put(typed.length, out);
  return Uint8Array.from([...out, ...typed, 0, 0]);
};

// Gives one number after the other; none here is above 2^31.
const reader = (bytes) => {
  let at = 0;
  const next = () => {
    let byte = bytes[at++];
    let number = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = bytes[at++];
      number |= (byte & 127) << shift;
    }
    return number;
  };
  next.place = () => at;
  return next;
};

const progressOf = (bytes) => {
  const next = reader(bytes);
  const [n_meetings, n_blocks, n_units, n_indexed, n_bytes] = [next(), next(), next(), next(), next()];
  return { n_meetings, n_blocks, n_units, n_indexed, n_bytes };
};

// Reads memory and does nothing else: four times 16 bytes a round, put together by exclusive or.
const READER = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 1, 127, 1, 127, 2, 8, 1, 1, 109, 1, 109, 2, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 114,
  0, 0,
];
const ROUND = [0, 1, 2, 3].flatMap((k) => [32, 2 + k, 32, 1, 253, 0, 0, 16 * k, 253, 81, 33, 2 + k]);
const BODY = [
  2, 1, 127, 4, 123, 3, 64, ...ROUND, 32, 1, 65, 192, 0, 106, 34, 1, 32, 0, 73, 13, 0, 11,
  32, 2, 32, 3, 253, 81, 32, 4, 253, 81, 32, 5, 253, 81, 253, 27, 0, 11,
];

// How long reading so many bytes takes, in milliseconds.
const reading = async (n_bytes) => {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(n_bytes / 65536) + 1 });
  crypto.getRandomValues(new Uint8Array(memory.buffer, 0, 65536));
  for (let at = 65536; at + 65536 <= n_bytes; at += 65536) new Uint8Array(memory.buffer).copyWithin(at, 0, 65536);
  const code = [1, BODY.length, ...BODY];
  const module = Uint8Array.from([...READER, 10, code.length, ...code]);
  const { instance } = await WebAssembly.instantiate(module, { m: { m: memory } });
  const end = n_bytes - (n_bytes % 64);
  return timed(() => instance.exports.r(end), 500);
};

// The engine in its worker, while the page waits: how long until all is found and all is indexed, how long
// answers take from the page to the page, and how long the page ever stood still meanwhile.
const aside = async (texts) => {
  const fed = meetings(texts);
  const blob = new Blob([content("kg-engine")], { type: "text/javascript" });
  const worker = new Worker(URL.createObjectURL(blob));
  const heard = { progress: [], answer: [] };
  const next = (kind) => new Promise((done) => heard[kind].push(done));
  worker.onmessage = ({ data }) => {
    if (data.t === "failed") throw new Error(data.cause);
    heard[data.t]?.splice(0).forEach((done) => done(data.bytes));
  };
  let stood = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    stood = Math.max(stood, performance.now() - last);
    last = performance.now();
  }, 0);
  const start = performance.now();
  worker.postMessage({ t: "start", program: content("kg-engine-simd") });
  fed.forEach((plain, number) => worker.postMessage({ t: "feed", number, plain }, [plain.buffer]));
  worker.postMessage({ t: "finish" });
  last = performance.now();
  let searchable = 0;
  let progress;
  do {
    progress = progressOf(await next("progress"));
    if (searchable === 0 && progress.n_blocks === texts.length) searchable = performance.now() - start;
  } while (progress.n_blocks < texts.length || progress.n_indexed < progress.n_units);
  const indexed = performance.now() - start;
  clearInterval(beat);
  // What is asked at once is warm by then.
  await new Promise((done) => setTimeout(done, 300));
  const times = [];
  for (const [, words] of QUERIES) {
    const from = performance.now();
    worker.postMessage({ t: "ask", question: question(words, PAGE) });
    await next("answer");
    times.push(performance.now() - from);
  }
  worker.terminate();
  return { searchable, indexed, stood, turn: { p50: quantile(times, 0.5), p95: quantile(times, 0.95) } };
};

let engine;
const answer = (question) => {
  engine.ask(question);
  for (;;) {
    const bytes = engine.step();
    if (bytes) return bytes;
  }
};

globalThis.PEER = {
  raw: true,
  scan: true,
  async init() {
    engine = bind();
    const packed = new Blob([bytesOf(content("kg-engine-simd"))]).stream();
    const program = await new Response(packed.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
    await engine({ module_or_path: program });
  },
  async more(texts) {
    return { worker: await aside(texts) };
  },
  feed(texts) {
    meetings(texts).forEach((plain, number) => engine.feedPlain(number, plain));
  },
  build() {
    engine.finish();
    while (engine.work(1 << 18));
  },
  query(words) {
    const bytes = answer(question(words, ALL));
    const next = reader(bytes);
    next();
    const ids = new Uint32Array(next());
    next();
    const n_meetings = next();
    // Past the counts: a number ends with a byte below 128.
    let at = next.place();
    for (let left = n_meetings * 2 + 1; left > 0; left -= bytes[at++] < 128);
    for (let nth = 0; nth < ids.length; nth += 1) {
      let id = 0;
      for (const scale of [MEETING, 1]) {
        let number = bytes[at] & 127;
        for (let shift = 7; bytes[at++] >= 128; shift += 7) number |= (bytes[at] & 127) << shift;
        id += number * scale;
      }
      ids[nth] = id;
    }
    return ids;
  },
  first: (words) => answer(question(words, PAGE)),
  memory() {
    const progress = progressOf(engine.progress());
    return { n_units: progress.n_units, n_held: progress.n_bytes };
  },
  async after({ n_units }) {
    return { reading: await reading(n_units * 2) };
  },
};
