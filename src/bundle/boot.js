// Starts the viewer. Whatever fails, the text that stands in the page stays readable and one line
// says what happened. `bind` gives the function that starts the program from its bytes.
//
// Between the program and this script, as events on the document:
// - `kg:ready`: the first screen is drawn. The plain text leaves, so that nothing is there twice.
// - `kg:failed`: the program stops. `detail` is a Japanese sentence for the reader, or the words
//   of a panic, which go to the console only.
//
// To the page around, where there is one: `error` with the word for what happened, and to those that
// make the frame as high as the text, which the program can tell no longer, `size`.
(() => {
  "use strict";

  const OLD = ["old", "このブラウザーは古いため、検索や絞り込みを使えません。新しいブラウザーでお試しください。"];
  const NO_WASM = ["no-wasm", "このブラウザーでは WebAssembly が使えないため、検索や絞り込みを使えません。別のブラウザーでお試しください。"];
  const POLICY = ["policy", "閲覧環境の設定によりプログラムの実行が止められたため、検索や絞り込みを使えません。"];
  const DAMAGED = ["damaged", "ファイルの一部が壊れているため、検索や絞り込みを使えません。ファイルを入手し直してください。"];
  const STOPPED = ["stopped", "プログラムが止まったため、検索や絞り込みを使えません。開き直すと直ることがあります。"];
  const COMPLETE = "下の本文は、このまますべてお読みいただけます。";

  const byId = (id) => document.getElementById(id);
  const plain = byId("kg-plain");
  const app = byId("kg-app");
  const note = byId("kg-note");
  let failed = false;

  // The first speech or topic of `root` on the screen, and how far below its upper edge; where
  // nobody has scrolled yet, what the address asks for.
  const place = (root) => {
    if (scrollY > 0) {
      for (const element of root.querySelectorAll("[id]")) {
        const { top, bottom } = element.getBoundingClientRect();
        if (bottom > 0 && /^[st]\d+$/.test(element.id)) return { id: element.id, top };
      }
    }
    return { id: wanted(), top: 0 };
  };

  // The place in the text that the address names, in a shelf behind its meeting; what follows it is for the
  // viewer alone.
  const wanted = () => {
    const [first, second] = location.hash.slice(1).split(";");
    return first.startsWith("m=") && second ? `${first};${second}` : first;
  };

  const moveTo = ({ id, top }) => {
    const element = byId(id);
    if (!element) return;
    element.scrollIntoView({ behavior: "instant", block: "start" });
    if (top < 0) scrollBy({ behavior: "instant", top: -top });
  };

  const ready = () => {
    if (failed || !plain.isConnected) return;
    const here = place(plain);
    plain.remove();
    moveTo(here);
  };

  const tell = (message) => parent !== window && parent.postMessage(message, "*");
  let ours = false;
  let resizer = false;

  const tellSize = () => {
    const height = Math.ceil(plain.getBoundingClientRect().bottom + scrollY);
    if (ours) tell({ kg: 1, t: "size", h: height });
    if (resizer) tell({ type: "iframe-resized", width: plain.clientWidth, height });
  };

  const hear = ({ source, data }) => {
    if (source !== parent || parent === window || typeof data !== "object" || data === null) return;
    const before = ours || resizer;
    if (data.kg === 1 && data.t === "hello") ours = Array.isArray(data.caps) && data.caps.includes("size");
    if (data.type === "iframe-child-init") resizer = true;
    if (failed && !before && (ours || resizer)) new ResizeObserver(tellSize).observe(plain);
  };

  const fail = ([code, line], cause) => {
    if (failed) return;
    failed = true;
    console.warn("kaigiroku:", cause);
    const here = place(app);
    app.replaceChildren();
    if (!plain.isConnected) {
      app.before(plain);
      moveTo(here);
    } else if (scrollY === 0) {
      moveTo({ id: wanted(), top: 0 });
    }
    note.hidden = false;
    note.textContent = plain.textContent.trim() === "" ? line : line + COMPLETE;
    tell({ kg: 1, t: "error", code });
    if (ours || resizer) new ResizeObserver(tellSize).observe(plain);
  };

  // A page given as text inside another (`srcdoc`) has the other's address: its links would load the
  // other page in its place. They jump all the same.
  const jump = (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link || !location.href.startsWith("about:")) return;
    event.preventDefault();
    byId(link.getAttribute("href").slice(1))?.scrollIntoView();
  };

  const isTrap = (cause) => cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError;

  const unpack = async (block) => {
    const text = block.textContent.trim();
    const bytes = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const program = new Uint8Array(await new Response(stream).arrayBuffer());
    if (program.length !== Number(block.dataset.len)) throw new Error(`${program.length} bytes`);
    return program;
  };

  const boot = async () => {
    plain.addEventListener("click", jump);
    addEventListener("message", hear);
    if (typeof WebAssembly !== "object") return fail(NO_WASM, "no WebAssembly");
    if (typeof DecompressionStream !== "function") return fail(OLD, "no DecompressionStream");
    document.addEventListener("kg:ready", ready);
    document.addEventListener("kg:failed", ({ detail }) =>
      fail(String(detail).endsWith("。") ? ["data", detail] : STOPPED, detail));
    addEventListener("error", ({ error }) => isTrap(error) && fail(STOPPED, error));
    addEventListener("unhandledrejection", ({ reason }) => isTrap(reason) && fail(STOPPED, reason));

    let program, start;
    try {
      program = await unpack(byId("kg-wasm"));
    } catch (cause) {
      return fail(DAMAGED, cause);
    }
    try {
      start = bind();
    } catch (cause) {
      return fail(OLD, cause);
    }
    try {
      await start({ module_or_path: program });
    } catch (cause) {
      // Packed bytes carry their own checksum, so that a program which cannot be compiled was
      // refused, not damaged.
      fail(cause instanceof WebAssembly.CompileError ? POLICY : STOPPED, cause);
    }
  };

  boot();
})();
