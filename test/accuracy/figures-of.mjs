/** The figures of observed windows, and how they are shown. */
import { areaUnderCurve, falseConflictsAt } from '@breakwater/predict';

/** Recall at 5, 10 and 20 and the mean reciprocal rank over tasks; the rest over pairs and windows. */
export function figuresOf(windows) {
  const tasks = windows.flatMap(({ files }) => files).filter(({ truth }) => truth.length > 0);
  const pairs = windows.flatMap((window) => window.pairs);
  return {
    tasks: tasks.length,
    recall5: mean(tasks.map((task) => recallAt(5, task))),
    recall10: mean(tasks.map((task) => recallAt(10, task))),
    recall20: mean(tasks.map((task) => recallAt(20, task))),
    rank: mean(tasks.map(reciprocalRank)),
    conflicts: pairs.filter(({ conflict }) => conflict).length,
    auc: areaUnderCurve(pairs),
    falseAt80: falseConflictsAt(0.8, pairs),
    collisions: mean(windows.map(({ planned }) => planned)),
    listed: mean(windows.map(({ listed }) => listed)),
  };
}

function recallAt(most, { ranked, truth }) {
  const wanted = new Set(truth);
  return ranked.slice(0, most).filter((path) => wanted.has(path)).length / wanted.size;
}

function reciprocalRank({ ranked, truth }) {
  const wanted = new Set(truth);
  const place = ranked.findIndex((path) => wanted.has(path));
  return place === -1 ? 0 : 1 / (place + 1);
}

function mean(values) {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

const LIMITS = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 1.01];

/** Pairs by the risk they were given: how many, the mean risk, and the share that came true. */
export function calibrationRows(windows) {
  const pairs = windows.flatMap((window) => window.pairs);
  return LIMITS.slice(1).map((to, n) => {
    const own = pairs.filter(({ risk }) => risk >= LIMITS[n] && risk < to);
    const conflicts = own.filter(({ conflict }) => conflict).length;
    return { from: LIMITS[n], to, pairs: own.length, told: mean(own.map(({ risk }) => risk)), true: conflicts / own.length };
  });
}

const COLUMNS = [
  ['tasks', ({ tasks }) => String(tasks)],
  ['r@5', ({ recall5 }) => percent(recall5)],
  ['r@10', ({ recall10 }) => percent(recall10)],
  ['r@20', ({ recall20 }) => percent(recall20)],
  ['MRR', ({ rank }) => percent(rank)],
  ['true', ({ conflicts }) => String(conflicts)],
  ['AUC', ({ auc }) => auc.toFixed(3)],
  ['false@80', ({ falseAt80 }) => percent(falseAt80)],
  ['scoped', ({ scoped }) => percent(scoped)],
  ['folders', ({ folders }) => percent(folders)],
  ['coll.', ({ collisions }) => collisions.toFixed(2)],
  ['listed', ({ listed }) => listed.toFixed(2)],
];

export function table(set, rows, calibration) {
  const head = `${set.padEnd(38)}${COLUMNS.map(([name]) => name.padStart(9)).join('')}`;
  const lines = rows.map((row) => `${row.name.padEnd(38)}${COLUMNS.map(([, show]) => show(row).padStart(9)).join('')}`);
  const bins = calibration
    .filter(({ pairs }) => pairs > 0)
    .map(
      (bin) =>
        `${percent(bin.from)}-${percent(Math.min(1, bin.to))}: ${percent(bin.told)} -> ${percent(bin.true)} of ${bin.pairs}`,
    );
  return [head, ...lines, `risk told -> came true:  ${bins.join(';  ')}`, ''].join('\n');
}

function percent(share) {
  return (100 * share).toFixed(1);
}
