// Measures the work of the benchmark in wasm: `node wasm.js GLUE FOLDER` reads every `KIND-BYTES.txt` of the
// folder and writes the shortest time of each work, in nanoseconds, to `wasm.json` beside them.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

const [glue, folder] = process.argv.slice(2).map(name => path.resolve(name));
const { Input } = require(glue);
const WARM_UP_MS = 200, MEASURE_MS = 800, AT_LEAST = 2;

function time(work) {
  const until = performance.now() + WARM_UP_MS;
  do work(); while (performance.now() < until);
  let shortest = Infinity;
  for (let sum = 0, rounds = 0; sum < MEASURE_MS || rounds < AT_LEAST; rounds++) {
    const start = performance.now();
    work();
    const took = performance.now() - start;
    shortest = Math.min(shortest, took);
    sum += took;
  }
  return shortest * 1e6;
}

const measured = {};
for (const name of fs.readdirSync(folder).filter(name => name.endsWith('.txt'))) {
  const input = new Input(fs.readFileSync(path.join(folder, name)));
  measured[name] = { scan: time(() => input.scan()), parse: time(() => input.parse()) };
  input.free();
  console.log(name, measured[name]);
}
fs.writeFileSync(path.join(folder, 'wasm.json'), JSON.stringify(measured));
