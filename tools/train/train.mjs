#!/usr/bin/env node
/**
 * Trains the two models of `predict` and writes them as data, `packages/predict/src/models/*.ts`. Deterministic.
 *
 *     npm run build && npm run train -- --mirror DIR --data DIR [--cache DIR]
 *
 * `--mirror` holds the fetched histories (`<owner>+<name>/repo`), `--data` the recorded windows of past changes (`dev/`, `solo-dev/`).
 * What the repositories say at each base is read by the product's own code, once if a cache is given. All of it takes some ten
 * minutes of a processor. Without data it says so and changes nothing.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileExamples, pairExamples } from './examples.mjs';
import { fitFiles, fitPairs, withoutEach } from './fit.mjs';
import { readWindows, repositories } from './read-windows.mjs';
import { writtenTrees } from './written-trees.mjs';

const { values: places } = parseArgs({
  options: { mirror: { type: 'string', default: '' }, data: { type: 'string', default: '' }, cache: { type: 'string' } },
});
const names = repositories(places);
if (names.length < 2) console.log('skipped: no fetched histories with recorded windows; see the head of tools/train/train.mjs');
else await train();

async function train() {
  const files = [];
  for (const name of names) files.push(fileExamples(await readWindows(name, places)));
  write('FILE_TREES', 'file-trees', fitFiles(files));
  // Pairs are learned from files as they are told of a repository that the model of files has not seen.
  const strangers = withoutEach(files, fitFiles);
  const pairs = [];
  for (const [n, name] of names.entries()) pairs.push(pairExamples(await readWindows(name, places), strangers[n]));
  write('PAIR_TREES', 'pair-trees', fitPairs(pairs));
}

function write(name, file, model) {
  writeFileSync(new URL(`../../packages/predict/src/models/${file}.ts`, import.meta.url), writtenTrees(name, model));
  console.log(`${file}.ts: ${model.trees.length} trees`);
}
