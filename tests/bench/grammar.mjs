// SPDX-License-Identifier: GPL-3.0-or-later
// The English rewrites of the corpus through harper.js: what it finds in a rewritten sentence and did not
// find in the one before.
//
//   node grammar.mjs DIRECTORY REWRITES
//
// DIRECTORY is where npm put harper.js. A finding counts as new if the sentence before has fewer of its kind.
import { readFileSync } from 'node:fs';
import { getKind, loadHarperOfBoth } from './harper.mjs';

const [directory, path] = process.argv.slice(2);

/** Pairs of a sentence and its rewrite, from `rule: example` and `  kind: rewrite` below it. */
function readPairs() {
  const pairs = [];
  let before = '';
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [, rewrite] = line.match(/^  \w+: (.*)$/) ?? [];
    if (rewrite !== undefined) pairs.push({ before, after: rewrite });
    else before = line.replace(/^\S+: /, '');
  }
  return pairs;
}

async function countKinds(lint, text) {
  const kinds = new Map();
  for (const found of await lint(text)) {
    const kind = getKind(found);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return kinds;
}

const lint = await loadHarperOfBoth(directory);
const pairs = readPairs();
const found = [];

for (const { before, after } of pairs) {
  const known = await countKinds(lint, before);
  for (const [kind, n] of await countKinds(lint, after))
    for (let i = known.get(kind) ?? 0; i < n; i++) found.push({ kind, after });
}

for (const { kind, after } of found) console.log(`${kind}\n  ${after}`);
const rate = (found.length * 1000) / pairs.length;
console.log(`${found.length} new findings in ${pairs.length} rewrites: ${rate.toFixed(1)} per 1,000`);
