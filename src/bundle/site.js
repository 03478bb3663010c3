// Before the script of a page whose program lies beside it: brings the program, lays it where a single file carries
// it, and goes on as there. Only pages of a site hold this; a file of minutes fetches nothing.
(async () => {
  "use strict";

  const OPEN = "function start() {";
  const own = document.currentScript.src;
  const block = document.getElementById("kg-wasm");
  try {
    const answer = await fetch(block.dataset.src);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    let letters = "";
    // A call takes so many arguments and no more.
    for (let at = 0; at < bytes.length; at += 0x8000) {
      letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    }
    block.append(btoa(letters));
  } catch (cause) {
    // What is missing is told by the script behind this.
    console.warn("kaigiroku:", cause);
  }
  start();
  // A file that is saved here carries everything itself: its blocks are laid where a single file has them.
  const text = async (address) => (await fetch(address)).text();
  const sheet = document.getElementById("kg-css");
  try {
    const [css, script] = await Promise.all([text(sheet.href), text(own)]);
    sheet.append(css);
    document.getElementById("kg-boot").append(
      script.slice(script.indexOf(`\n${OPEN}`) + 1 + OPEN.length, script.lastIndexOf("}")));
  } catch (cause) {
    console.warn("kaigiroku:", cause);
  }
})();
