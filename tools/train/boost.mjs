/**
 * Trains oblivious boosted trees (see predict/src/trees/boosted-trees.ts) on a logistic loss: at every level of a tree the one question
 * that gains most over all its leaves is asked (second-order gain, as in Chen and Guestrin 2016). Deterministic.
 */

const BINS = 64;

/** Rows are arrays of numbers, labels 0 or 1. `options`: trees, depth, rate, lambda, columns (share of signals a tree may ask). */
export function boost({ rows, labels, weights }, options) {
  const { trees, depth, rate, lambda, columns, seed = 1 } = options;
  const limits = limitsOf(rows);
  const binned = limits.map((limit, j) => Uint8Array.from(rows, (row) => binOf(limit, row[j])));
  const bias = logOdds(labels, weights);
  const state = {
    odds: new Float64Array(rows.length).fill(bias),
    labels,
    weights,
    gradients: new Float64Array(rows.length),
    curvatures: new Float64Array(rows.length),
  };
  const random = randomOf(seed);
  const grown = [];
  for (let n = 0; n < trees; n += 1) {
    const allowed = limits.map((_, j) => j).filter(() => random() < columns);
    grown.push(growTree({ binned, limits, state, allowed, depth, rate, lambda }));
  }
  return { bias, trees: grown };
}

export function oddsOf({ bias, trees }, row) {
  let odds = bias;
  for (const { asked, limits, leaves } of trees) {
    let leaf = 0;
    for (let level = 0; level < asked.length; level += 1) leaf = leaf * 2 + (row[asked[level]] > limits[level] ? 1 : 0);
    odds += leaves[leaf];
  }
  return odds;
}

function growTree({ binned, limits, state, allowed, depth, rate, lambda }) {
  differentiate(state);
  const leafOf = new Uint8Array(state.odds.length);
  const asked = [];
  const asks = [];
  for (let level = 0; level < depth; level += 1) {
    const best = bestQuestion({ binned, limits, state, allowed, leafOf, leaves: 1 << level, lambda });
    if (best === undefined) break;
    asked.push(best.signal);
    asks.push(limits[best.signal][best.bin]);
    const bins = binned[best.signal];
    for (let i = 0; i < leafOf.length; i += 1) leafOf[i] = leafOf[i] * 2 + (bins[i] > best.bin ? 1 : 0);
  }
  const leaves = leafValues(state, leafOf, { count: 1 << asked.length, rate, lambda });
  for (let i = 0; i < leafOf.length; i += 1) state.odds[i] += leaves[leafOf[i]];
  return { asked, limits: asks, leaves };
}

function differentiate({ odds, labels, weights, gradients, curvatures }) {
  for (let i = 0; i < odds.length; i += 1) {
    const p = 1 / (1 + Math.exp(-odds[i]));
    gradients[i] = weights[i] * (p - labels[i]);
    curvatures[i] = weights[i] * p * (1 - p);
  }
}

/** The signal and bin whose split of every leaf gains most in sum; the first of equals. */
function bestQuestion({ binned, limits, state, allowed, leafOf, leaves, lambda }) {
  const [g, h] = [new Float64Array(leaves * BINS), new Float64Array(leaves * BINS)];
  let best;
  let most = 1e-6;
  for (const signal of allowed) {
    g.fill(0);
    h.fill(0);
    const bins = binned[signal];
    for (let i = 0; i < bins.length; i += 1) {
      const at = leafOf[i] * BINS + bins[i];
      g[at] += state.gradients[i];
      h[at] += state.curvatures[i];
    }
    const gains = gainsOf(g, h, { leaves, bins: limits[signal].length, lambda });
    for (const [bin, gain] of gains.entries()) {
      if (gain > most) {
        most = gain;
        best = { signal, bin };
      }
    }
  }
  return best;
}

function gainsOf(g, h, { leaves, bins, lambda }) {
  const gains = new Float64Array(bins);
  for (let leaf = 0; leaf < leaves; leaf += 1) {
    const from = leaf * BINS;
    let [allG, allH] = [0, 0];
    for (let bin = 0; bin < BINS; bin += 1) {
      allG += g[from + bin];
      allH += h[from + bin];
    }
    let [left, leftH] = [0, 0];
    for (let bin = 0; bin < bins; bin += 1) {
      left += g[from + bin];
      leftH += h[from + bin];
      gains[bin] += score(left, leftH, lambda) + score(allG - left, allH - leftH, lambda) - score(allG, allH, lambda);
    }
  }
  return gains;
}

function score(g, h, lambda) {
  return (g * g) / (h + lambda);
}

function leafValues({ gradients, curvatures }, leafOf, { count, rate, lambda }) {
  const [g, h] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < leafOf.length; i += 1) {
    g[leafOf[i]] += gradients[i];
    h[leafOf[i]] += curvatures[i];
  }
  return Array.from(g, (sum, leaf) => (-rate * sum) / (h[leaf] + lambda));
}

/** Rising limits of each signal: its quantiles, with some more at the upper end, where the few good candidates are. */
function limitsOf(rows) {
  const most = Math.min(rows.length, 40_000);
  return Array.from(rows[0], (_, j) => {
    const values = Float64Array.from({ length: most }, (__, i) => rows[Math.floor((i * rows.length) / most)][j]).sort();
    const shares = [
      ...Array.from({ length: BINS - 14 }, (__, k) => (k + 1) / (BINS - 13)),
      0.985,
      0.99,
      0.993,
      0.996,
      0.998,
      0.999,
    ];
    const cuts = [...new Set(shares.map((share) => values[Math.floor(share * most)]))].sort((a, b) => a - b);
    return cuts.filter((cut) => cut < values[most - 1]).map((cut) => Number(cut.toPrecision(5)));
  });
}

function binOf(limits, value) {
  let [low, high] = [0, limits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > limits[middle]) low = middle + 1;
    else high = middle;
  }
  return low;
}

function logOdds(labels, weights) {
  let [all, positive] = [0, 0];
  for (const [i, label] of labels.entries()) {
    all += weights[i];
    positive += weights[i] * label;
  }
  return Math.log(positive / (all - positive));
}

/** A linear congruential generator, in [0, 1). */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
