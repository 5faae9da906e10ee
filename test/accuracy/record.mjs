#!/usr/bin/env node
/**
 * Records what is measured of some tasks and pairs, as numbers only, for the test that watches the shipped models:
 *
 *     npm run accuracy:record -- --mirror DIR --data DIR [--cache DIR]
 *
 * To be run after the signals of `predict` have changed and the models were trained anew.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { FILE_SIGNALS, MODELS, measuredFiles, measuredPairs, PAIR_SIGNALS, probability } from '@breakwater/predict';
import { readWindows, repositories } from '../../tools/train/read-windows.mjs';

const { values: options } = parseArgs({
  options: { mirror: { type: 'string', default: '' }, data: { type: 'string', default: '' }, cache: { type: 'string' } },
});
/** Of each repository one window of everybody and one of one author; of each of them some tasks, with their best candidates. */
const TASKS = 3;
const CANDIDATES = 30;

const lines = [{ files: FILE_SIGNALS, pairs: PAIR_SIGNALS }];
for (const name of repositories(options)) {
  const windows = await readWindows(name, options);
  for (const set of ['dev', 'solo-dev']) record(windows.find((window) => window.set === set));
}
if (lines.length === 1)
  console.log('skipped: no fetched histories with recorded windows; see the head of test/accuracy/measure.mjs');
else writeFileSync(new URL('recorded.ndjson', import.meta.url), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

function record(window) {
  if (window === undefined) return;
  const input = { ...window.input, tasks: window.input.tasks.slice(0, 12) };
  const known = measuredFiles(input).map((files, n) => ({ files, truth: new Set(window.truths[n]) }));
  for (const { files, truth } of known.filter((task) => task.truth.size > 0).slice(0, TASKS)) lines.push(taskLine(files, truth));
  for (const {
    between: [a, b],
    row,
  } of measuredPairs(input, MODELS.files)) {
    const conflict = window.truths[b].some((path) => known[a].truth.has(path));
    lines.push({ pair: row.map(rounded), conflict });
  }
}

function taskLine(files, truth) {
  const ranked = files.map(({ path, row }) => ({ path, row, p: probability(MODELS.files, row) })).sort((a, b) => b.p - a.p);
  const kept = ranked.filter(({ path }, n) => n < CANDIDATES || truth.has(path));
  return { written: truth.size, candidates: kept.map(({ path, row }) => [Number(truth.has(path)), ...row.map(rounded)]) };
}

function rounded(value) {
  return Number(value.toPrecision(4));
}
