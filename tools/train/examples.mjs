/** What the models learn from: rows of numbers with the truth beside them, computed by the product's own code. */
import { FILE_SIGNALS, measuredFiles, measuredPairs } from '@breakwater/predict';
import { randomOf } from './boost.mjs';
import { declareScopes, WAYS } from './declare-scopes.mjs';

/** Of the wrong candidates those that a simple ranking puts first all count; of the others one in `FEW`, for all of them. */
const RANKING = FILE_SIGNALS.indexOf('mixedRank');
const FIRST = Math.log(20);
const FEW = 5;
/** How many tasks of a window are a plan as people make them. */
const USUAL = 12;
/** Every other window is also asked with declared scopes, so that the model of files knows what these are worth. */
const DECLARED = 2;

/** The candidates of all tasks of a repository's windows. */
export function fileExamples(windows) {
  const examples = { rows: [], labels: [], weights: [] };
  const random = randomOf(7);
  const declared = windows.filter((_, n) => n % DECLARED === 0).map((window) => declareScopes(window, 'inner'));
  for (const { truths, input } of [...windows, ...declared]) {
    for (const [n, files] of measuredFiles(input).entries()) {
      if (truths[n].length > 0) addFiles(examples, files, { truth: new Set(truths[n]), random });
    }
  }
  return examples;
}

function addFiles({ rows, labels, weights }, files, { truth, random }) {
  for (const { path, row } of files) {
    const isKept = truth.has(path) || row[RANKING] <= FIRST;
    const isDrawn = random() < 1 / FEW;
    if (!isKept && !isDrawn) continue;
    rows.push(Float32Array.from(row));
    labels.push(Number(truth.has(path)));
    weights.push(isKept ? 1 : FEW);
  }
}

/**
 * All pairs of tasks, as they are and with scopes declared in one way or another, files told by the given model; `conflict`: both wrote
 * a common file; `usual`: of a plan as most are, nothing declared.
 */
export function pairExamples(windows, files) {
  const declared = windows.map((window, n) => declareScopes(window, WAYS[n % WAYS.length]));
  return [...windows, ...declared].flatMap(({ truths, input, declared = false }) =>
    measuredPairs(input, files).map(({ between: [a, b], row }) => {
      const truth = new Set(truths[a]);
      const conflict = truths[b].some((path) => truth.has(path));
      const usual = !declared && Math.max(a, b) < USUAL;
      return { declared, usual, row: Float32Array.from(row), conflict };
    }),
  );
}
