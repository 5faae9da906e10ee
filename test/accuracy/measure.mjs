#!/usr/bin/env node
/**
 * What the prediction is worth on changes it has not seen: every recorded repository is left out of the training once, and its
 * windows are predicted and planned as `plan --concurrency 3 --caution fast` would. Prints one row for each, for the windows of
 * everybody (`dev`) and of one author (`solo-dev`). Deterministic; some twenty minutes of a processor, a few with a cache.
 *
 *     npm run accuracy -- --mirror DIR --data DIR [--cache DIR] [--json]
 *
 * `--mirror` holds the fetched histories (`<owner>+<name>/repo`), `--data` the recorded windows. Without them it says so.
 */
import { parseArgs } from 'node:util';
import { declareScopes } from '../../tools/train/declare-scopes.mjs';
import { fileExamples, pairExamples } from '../../tools/train/examples.mjs';
import { fitFiles, fitPairs, withoutEach } from '../../tools/train/fit.mjs';
import { readWindows, repositories } from '../../tools/train/read-windows.mjs';
import { calibrationRows, figuresOf, table } from './figures-of.mjs';
import { observe } from './observe.mjs';

const { values: options } = parseArgs({
  options: {
    mirror: { type: 'string', default: '' },
    data: { type: 'string', default: '' },
    cache: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const names = repositories(options);
if (names.length < 2)
  console.log('skipped: no fetched histories with recorded windows; see the head of test/accuracy/measure.mjs');
else await measure();

async function measure() {
  const windows = [];
  for (const name of names) windows.push(await readWindows(name, options));
  const models = modelsWithoutEach(windows);
  const observed = windows.map((own, n) => own.map((window) => observe(shortened(window), models[n])));
  const declared = windows.map((own, n) => own.map((window) => observe(declareScopes(shortened(window)), models[n])));
  for (const set of ['dev', 'solo-dev']) print(set, observed, declared);
}

/** Pairs are learned from files as a model tells them that has not seen their repository. */
function modelsWithoutEach(windows) {
  const files = withoutEach(windows.map(fileExamples), fitFiles);
  const pairs = withoutEach(
    windows.map((own, n) => pairExamples(own, files[n])),
    fitPairs,
  );
  return names.map((_, n) => ({ files: files[n], pairs: pairs[n] }));
}

/** Twelve tasks: the length of a backlog the figures are told for. */
function shortened(window) {
  return { ...window, truths: window.truths.slice(0, 12), input: { ...window.input, tasks: window.input.tasks.slice(0, 12) } };
}

function print(set, observed, declared) {
  const own = observed.map((windows) => windows.filter((window) => window.set === set));
  const scoped = declared.map((windows) => windows.filter((window) => window.set === set));
  const rows = [...names.map((name, n) => [name, own[n], scoped[n]]), ['all', own.flat(), scoped.flat()]].map(
    ([name, windows, withScope]) => ({ name, ...figuresOf(windows), falseWithScope: figuresOf(withScope).falseAt80 }),
  );
  const calibration = calibrationRows(own.flat());
  console.log(options.json ? JSON.stringify({ set, rows, calibration }) : table(set, rows, calibration));
}
