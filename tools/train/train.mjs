#!/usr/bin/env node
/**
 * Trains the two models of `predict` and writes them as data, `packages/predict/src/models/*.ts`. Deterministic.
 *
 *     npm run build && npm run train -- --mirror DIR --data DIR [--cache DIR]
 *
 * `--mirror` holds the fetched histories (`<owner>+<name>/repo`), `--data` the recorded windows of past changes (`dev/`, `solo-dev/`).
 * What the repositories say at each base is read by the product's own code, once if a cache is given. All of it takes an hour of a
 * processor, a third of that with a cache, which takes 3 GB. Without data it says so and changes nothing.
 */
import { parseArgs } from 'node:util';
import { learn } from './learn.mjs';
import { readWindows, repositories } from './read-windows.mjs';
import { writeModels } from './write-models.mjs';

const { values: places } = parseArgs({
  options: { mirror: { type: 'string', default: '' }, data: { type: 'string', default: '' }, cache: { type: 'string' } },
});
const names = repositories(places);
if (names.length < 2) console.log('skipped: no fetched histories with recorded windows; see the head of tools/train/train.mjs');
else await train();

async function train() {
  const learned = await learn(names, (name) => readWindows(name, places));
  writeModels(learned.all());
}
