// SPDX-License-Identifier: GPL-3.0-or-later
// Other checkers over the same text, in the table that bench-peers began.
//
//   node peers.mjs DIRECTORY TEXT
//
// DIRECTORY is where npm put them. One that is slow gets only the beginning of the text: what counts is
// the speed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { loadHarper } from './harper.mjs';

const [directory, path] = process.argv.slice(2);
const require = createRequire(join(resolve(directory), 'peers.mjs'));
const text = readFileSync(path, 'utf8');

// The first paragraphs of the text, about so many characters.
function getBeginning(length) {
  const end = text.indexOf('\n\n', length);
  return end < 0 ? text : text.slice(0, end);
}

async function loadWriteGood() {
  const check = require('write-good');
  return (part) => check(part).length;
}

async function loadHarperCount() {
  const lint = await loadHarper(directory);
  return async (part) => (await lint(part)).length;
}

// On text that the checker has not seen: some remember what they found in a paragraph.
async function time(check, part) {
  await check(text.slice(-2000));
  const start = performance.now();
  const found = await check(part);
  return { milliseconds: performance.now() - start, found };
}

function printRow(name, part, { milliseconds, found }) {
  const bytes = Buffer.byteLength(part);
  const size = (bytes / 1e6).toFixed(2).padStart(6);
  const duration = milliseconds.toFixed(1).padStart(9);
  const speed = (bytes / 1e3 / milliseconds).toFixed(3).padStart(8);
  console.log(`${name.padEnd(24)} ${size} MB ${duration} ms ${speed} MB/s ${String(found).padStart(9)}`);
}

const peers = [
  { name: 'write-good', load: loadWriteGood, length: text.length },
  { name: 'harper.js', load: loadHarperCount, length: 20_000 },
];

for (const { name, load, length } of peers) {
  const { version } = JSON.parse(readFileSync(join(directory, 'node_modules', name, 'package.json')));
  const part = getBeginning(length);
  printRow(`${name} ${version}`, part, await time(await load(), part));
}
