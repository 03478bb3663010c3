// What Pagefind fetches for the same queries over the same pages, and what it finds: `node pagefind.mjs INDEX PAGES`.
// PAGES names for each query the pages on which our search finds it. The index is read from disk as its page would
// read it from a server; the page of ten hits is loaded, too.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [index, pages] = process.argv.slice(2).map(name => path.resolve(name));
let nBytes = 0, nFiles = 0;
const root = pathToFileURL(index + '/').href;
globalThis.window = { location: { origin: 'http://localhost', href: 'http://localhost/' } };
globalThis.location = window.location;
globalThis.document = { currentScript: null, querySelector: () => ({ getAttribute: () => 'ja' }) };
globalThis.fetch = async address => {
  const name = String(address).replace(/^http:\/\/localhost/, '').replace(/^file:\/\//, '').split('?')[0];
  const bytes = fs.readFileSync(decodeURIComponent(name));
  nBytes += bytes.length;
  nFiles += 1;
  return new Response(bytes);
};

const pagefind = await import(root + 'pagefind.js');
await pagefind.options({ basePath: index + '/', noWorker: true });
await pagefind.init();

const taken = [];
let nCompared = 0, nWhole = 0, nFound = 0, nThere = 0, nResults = 0;
for (const { typed, pages: there } of JSON.parse(fs.readFileSync(pages, 'utf8'))) {
  [nBytes, nFiles] = [0, 0];
  // A phrase is quoted as Pagefind wants it; what is shut out or joined by OR it cannot be asked.
  const asked = typed.replace(/[「」]/g, '"').replace(/ -\S+/g, '').replace(/ OR /g, ' ');
  const { results } = await pagefind.search(asked);
  const shown = await Promise.all(results.slice(0, 10).map(result => result.data()));
  taken.push({ nBytes, nFiles, shown: shown.length });
  // Only plain words are compared, which mean the same to both.
  if (/[「」-]| OR /.test(typed)) continue;
  nCompared += 1;
  const found = new Set((await Promise.all(results.map(result => result.data()))).map(
    ({ url }) => path.basename(url, '.html')));
  const n = there.filter(page => found.has(page)).length;
  nFound += n;
  nThere += there.length;
  nResults += found.size;
  nWhole += n === there.length && found.size === there.length;
}
const at = (name, share) => taken.map(one => one[name]).sort((a, b) => a - b)[Math.floor((taken.length - 1) * share)];
const kb = bytes => Math.ceil(bytes / 1000);
console.log(`\n| Pagefind | p50 | p95 | most |\n|---|--:|--:|--:|`);
console.log(`| fetched for a query and its first ten hits, KB | ${[0.5, 0.95, 1].map(share => kb(at('nBytes', share))).join(' | ')} |`);
console.log(`| files | ${[0.5, 0.95, 1].map(share => at('nFiles', share)).join(' | ')} |`);
const percent = (n, of) => (100 * n / Math.max(1, of)).toFixed(1);
console.log(`\nOf ${nCompared} queries for plain words it finds ${percent(nFound, nThere)} % of the pages that hold them, ` +
  `and ${percent(nFound, nResults)} % of what it finds does; ${nWhole} queries exactly.`);
process.exit(0);
