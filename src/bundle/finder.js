// Finds words in all meetings of a site: fetches the files that `Finder` names, in two rounds, and shows what it finds in
// them. `bind` gives the function that starts the program. Nothing is sent but the names of files.
(() => {
  "use strict";

  /** So many bytes of text are fetched at a reader's wish for more. */
  const MORE = 500_000;
  /** So many hits are shown at a time. */
  const SHOWN = 50;

  const byId = (id) => document.getElementById(id);
  const [form, box, note, list, more] = ["q", "q", "kg-note", "kg-hits", "kg-more"].map(byId).map(
    (element, at) => at === 0 ? element.form : element);
  const program = byId("kg-wasm");

  const inflate = async (bytes, format) => {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };

  const fetched = async (name) => {
    const answer = await fetch(`s/${name}`);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return inflate(await answer.arrayBuffer(), "deflate-raw");
  };

  const element = (name, text, to) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    to?.append(made);
    return made;
  };

  const show = (hit) => {
    const item = element("li", "", list);
    const link = element("a", hit.title, element("p", "", item));
    link.href = `m/${hit.page}.html#${hit.speech}`;
    link.parentNode.append(` ${[hit.date, hit.council].filter(Boolean).join(" ")}`);
    const words = element("p", "", item);
    element("b", hit.label, words);
    words.append("　");
    for (const [text, isHit] of hit.text) {
      if (isHit) element("mark", text, words);
      else words.append(text);
    }
  };

  let finder;
  let turn = 0;
  let left = [];
  let hits = [];

  const tell = (nRead, nBlocks) => {
    const state = left.length > 0 ? `（候補 ${nBlocks} 件のうち新しい ${nRead} 件を読みました）` : "";
    note.textContent = `${hits.length} 件の発言が見つかりました${state}。`;
    more.hidden = left.length === 0 && hits.length <= list.children.length;
  };

  const showMore = () => hits.slice(list.children.length, list.children.length + SHOWN).forEach(show);

  /** Fetches the next `n` blocks, all at a time, and shows what they hold. */
  const round = async (n, mine, nBlocks) => {
    const blocks = await Promise.all(left.splice(0, n).map(({ name }) => fetched(name)));
    if (mine !== turn) return;
    hits.push(...blocks.flatMap((block) => JSON.parse(finder.find(block))));
    showMore();
    tell(nBlocks - left.length, nBlocks);
  };

  let again = async () => {};

  const search = async () => {
    const mine = ++turn;
    left = [];
    hits = [];
    list.replaceChildren();
    more.hidden = true;
    note.textContent = "";
    const lists = JSON.parse(finder.ask(box.value));
    if (lists === null) return;
    note.textContent = "探しています…";
    try {
      const bytes = await Promise.all(lists.map(({ name }) => fetched(name)));
      if (mine !== turn) return;
      bytes.forEach((list, nth) => finder.list(lists[nth].number, list));
      const { blocks, atOnce } = JSON.parse(finder.blocks());
      left = blocks;
      const nBlocks = left.length;
      again = async () => {
        let sum = 0;
        const end = left.findIndex(({ len }) => (sum += len) > MORE);
        return round(end < 0 ? left.length : Math.max(1, end), mine, nBlocks);
      };
      await round(atOnce, mine, nBlocks);
    } catch (cause) {
      fail(cause, mine);
    }
  };

  const fail = (cause, mine) => {
    console.warn("kaigiroku:", cause);
    if (mine === turn) note.textContent = "探すためのファイルを受け取れませんでした。時間をおいてお試しください。";
  };

  const boot = async () => {
    const bytes = Uint8Array.from(atob(program.textContent.trim()), (c) => c.charCodeAt(0));
    const start = bind();
    await start({ module_or_path: await inflate(bytes, "gzip") });
    finder = start.Finder.read(await fetched(program.dataset.directory));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      history.replaceState(null, "", `?q=${encodeURIComponent(box.value)}`);
      search();
    });
    more.addEventListener("click", () => {
      const mine = turn;
      if (list.children.length >= hits.length) return again().catch((cause) => fail(cause, mine));
      showMore();
      more.hidden = left.length === 0 && hits.length <= list.children.length;
    });
    box.value = new URLSearchParams(location.search).get("q") ?? "";
    await search();
  };

  boot().catch((cause) => {
    console.warn("kaigiroku:", cause);
    note.textContent = "このブラウザーでは会議録を探せません。一覧からお読みいただけます。";
  });
})();
