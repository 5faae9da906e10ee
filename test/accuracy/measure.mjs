#!/usr/bin/env node
/**
 * What the prediction is worth on changes it has not seen: every recorded repository is left out of the training once, and its
 * windows are predicted and planned as `plan --concurrency 3 --caution fast` would. Prints one row for each, for the windows of
 * everybody (`dev`) and of one author (`solo-dev`). Deterministic; more than an hour of a processor, half of one with a cache.
 *
 *     npm run accuracy -- --mirror DIR --data DIR [--cache DIR] [--json] [--train | --cli N]
 *
 * `--mirror` holds the fetched histories (`<owner>+<name>/repo`), `--data` the recorded windows. Without them it says so.
 * `--train`: also writes the models that are learned from all of them, as `npm run train` does.
 * `--cli N`: instead, plans every N-th window through the command line with the models that are shipped, and says which windows come
 * out differently from what the suite makes of them, as they are and with scopes declared; none should. Fails when one does.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MODELS } from '@breakwater/predict';
import { declareScopes } from '../../tools/train/declare-scopes.mjs';
import { learn } from '../../tools/train/learn.mjs';
import { readWindows, repositories, SETS } from '../../tools/train/read-windows.mjs';
import { writeModels } from '../../tools/train/write-models.mjs';
import { withClone } from './ask-cli.mjs';
import { calibrationRows, figuresOf, table } from './figures-of.mjs';
import { observe } from './observe.mjs';

const { values: options } = parseArgs({
  options: {
    mirror: { type: 'string', default: '' },
    data: { type: 'string', default: '' },
    cache: { type: 'string' },
    json: { type: 'boolean', default: false },
    train: { type: 'boolean', default: false },
    cli: { type: 'string' },
  },
});
const names = repositories(options);
if (names.length < 2)
  console.log('skipped: no fetched histories with recorded windows; see the head of test/accuracy/measure.mjs');
else if (options.cli === undefined) await measure();
else await compare(Number(options.cli));

async function measure() {
  const learned = await learn(names, (name) => readWindows(name, options));
  if (options.train) writeModels(learned.all());
  const models = learned.withoutEach();
  const seen = (asked) => learned.windows.map((own, n) => recorded(own).map((window) => observe(asked(window), models[n])));
  const scoped = { scoped: seen(declareScopes), folders: seen((window) => declareScopes(window, 'folders')) };
  const plain = seen((window) => window);
  for (const set of SETS) print(set, plain, scoped);
}

/** What a user gets beside what the suite measures, with the models that are shipped. */
async function compare(step) {
  const [plain, scoped, folders] = [[], [], []];
  for (const name of names) {
    const chosen = recorded(await readWindows(name, options)).filter((_, n) => n % step === 0);
    await withClone(join(options.mirror, name, 'repo'), (ask) => {
      plain.push(chosen.map((window) => same(name, window, ask)));
      scoped.push(chosen.map((window) => same(name, declareScopes(window), ask)));
      folders.push(chosen.map((window) => same(name, declareScopes(window, 'folders'), ask)));
    });
  }
  for (const set of SETS) print(set, plain, { scoped, folders });
}

function same(name, window, ask) {
  const [asked, expected] = [ask(window), observe(window, MODELS)];
  if (JSON.stringify(asked) !== JSON.stringify(expected)) {
    console.error(`${name} ${window.base}${window.declared ? ', scopes declared' : ''}: the command line says something else`);
    process.exitCode = 1;
  }
  return asked;
}

/** The recorded windows, twelve tasks of each: the length of a backlog the figures are told for. */
function recorded(windows) {
  return windows
    .filter(({ set }) => SETS.includes(set))
    .map(({ input, truths, ...window }) => ({
      ...window,
      truths: truths.slice(0, 12),
      input: { ...input, tasks: input.tasks.slice(0, 12) },
    }));
}

/** `scoped`: by the way they are declared, the same windows with scopes. */
function print(set, observed, scoped) {
  const of = (all, n) => (n === undefined ? all.flat() : all[n]).filter((window) => window.set === set);
  const rows = [...names.entries(), [undefined, 'all']].map(([n, name]) => {
    const ways = Object.entries(scoped).map(([way, all]) => [way, figuresOf(of(all, n)).falseAt80]);
    return { name, ...figuresOf(of(observed, n)), ...Object.fromEntries(ways) };
  });
  const calibration = calibrationRows(of(observed));
  console.log(options.json ? JSON.stringify({ set, rows, calibration }) : table(set, rows, calibration));
}
