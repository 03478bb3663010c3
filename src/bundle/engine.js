// Serves the search engine: in a worker where there may be one, else in the page itself. `bind` gives the
// function that starts the program from its bytes, with the functions of `bin/engine` on it.
//
// Messages in:
// - `{ t: "start", program, prime }`: the program, gzip in base64; the prime of the shelf, if there is one.
// - `{ t: "feed", number, block }`: a meeting that is packed behind the prime. A block is `{ base64, len }`, as
//   `bundle::shelf` has them. In the place of `block` may be `meeting`, bytes of `write_meeting`, or `plain`,
//   blocks as `search::engine::wire` has them.
// - `{ t: "finish" }`: no meeting is expected soon.
// - `{ t: "ask", question }`: bytes. A newer question takes the place of one that is not answered yet.
//
// Messages out: `{ t: "progress", bytes }`, `{ t: "answer", bytes }`, `{ t: "broken", number }` for a meeting
// that cannot be read, `{ t: "failed", cause }` after which nothing more is said.
(() => {
  "use strict";

  // Nobody waits longer for the page, and no question for the rest, than for one slice (milliseconds).
  const SLICE = 8;
  // Progress is told this often (milliseconds).
  const PACE = 100;
  // How many meetings are unpacked ahead.
  const AHEAD = 4;
  // Questions of every kind, answered once before anybody asks: what has run is compiled better.
  const WARMTH = 24;

  const bytesOf = (text) =>
    Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

  const unpack = async (parts, format) => {
    const stream = new Blob(parts).stream().pipeThrough(new DecompressionStream(format));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };

  // Serves one engine: what is told goes to `tell`, what is heard comes to the function that is given back.
  const serve = (tell) => {
    const waiting = [];
    const unpacked = [];
    let n_unpacking = 0;
    let engine = null;
    let prime = { bytes: new Uint8Array(), len: 0 };
    let question = null;
    let asking = false;
    let finished = false;
    let working = true;
    let warmth = 0;
    let told = 0;
    let n_units = 1 << 16;
    let awake = false;
    let failed = false;

    // Comes back after whatever else is waiting.
    const { port1, port2 } = new MessageChannel();
    const wake = () => {
      if (awake || !engine || failed) return;
      awake = true;
      port2.postMessage(null);
    };

    const fail = (cause) => {
      failed = true;
      tell({ t: "failed", cause: String(cause) });
    };

    const meeting = async ({ base64, len }) => {
      const bytes = await unpack([prime.bytes, bytesOf(base64)], "deflate-raw");
      if (bytes.length !== prime.len + len) throw new Error(`${bytes.length} bytes`);
      return bytes.subarray(prime.len);
    };

    const ahead = () => {
      while (n_unpacking + unpacked.length < AHEAD && waiting.length > 0) {
        // Meetings are fed in the order in which they came, however long each takes.
        const next = waiting.shift();
        unpacked.push(next);
        if (!next.block) continue;
        n_unpacking += 1;
        const done = (bytes) => {
          n_unpacking -= 1;
          next.meeting = bytes;
          wake();
        };
        meeting(next.block).then(done, () => done(new Uint8Array()));
      }
    };

    const progress = () => {
      told = performance.now();
      tell({ t: "progress", bytes: engine.progress() });
    };

    // One step of whatever comes first; whether there is more.
    const step = () => {
      if (question) {
        engine.ask(question);
        question = null;
        asking = true;
      }
      if (asking) {
        const answer = engine.step();
        asking = !answer;
        if (answer) tell({ t: "answer", bytes: answer });
        return true;
      }
      ahead();
      const next = unpacked[0];
      if (next && (next.plain || next.meeting)) {
        unpacked.shift();
        const { number, plain, meeting } = next;
        const done = plain ? engine.feedPlain(number, plain) : engine.feed(number, meeting);
        if (!done) tell({ t: "broken", number });
        working = true;
        return true;
      }
      if (next) return false;
      if (finished) {
        engine.finish();
        finished = false;
        working = true;
      }
      if (working) {
        const start = performance.now();
        working = engine.work(n_units);
        const took = performance.now() - start;
        // So much that the clock can tell it, and a slice is not filled by one step.
        if (took < SLICE / 4) n_units = Math.min(n_units * 2, 1 << 20);
        if (took > SLICE / 2) n_units = Math.max(n_units / 2, 1 << 12);
        if (!working) progress();
        return true;
      }
      if (warmth < WARMTH) {
        warmth += 1;
        engine.warm(warmth);
        return true;
      }
      return false;
    };

    port1.onmessage = () => {
      awake = false;
      try {
        const start = performance.now();
        let more = true;
        while (more && performance.now() - start < SLICE) more = step();
        if (performance.now() - told > PACE && working) progress();
        if (more) wake();
      } catch (cause) {
        fail(cause);
      }
    };

    const start = async (message) => {
      const functions = bind();
      await functions({ module_or_path: await unpack([bytesOf(message.program)], "gzip") });
      if (message.prime) prime = { bytes: bytesOf(message.prime.base64), len: message.prime.len };
      engine = functions;
      wake();
    };

    return (message) => {
      switch (message.t) {
        case "start":
          start(message).catch(fail);
          break;
        case "feed":
          waiting.push(message);
          break;
        case "finish":
          finished = true;
          break;
        case "ask":
          question = message.question;
          break;
      }
      wake();
    };
  };

  if (typeof document === "undefined") {
    const hear = serve((message) => postMessage(message));
    onmessage = ({ data }) => hear(data);
  } else {
    globalThis.kgEngine = serve;
  }
})();
