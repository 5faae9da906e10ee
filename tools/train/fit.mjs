/** How the two models are fitted, and how they are fitted without one repository at a time. */
import { FILE_SIGNALS, PAIR_SIGNALS } from '@breakwater/predict';
import { boost } from './boost.mjs';
import { flattened, slopeOf } from './flatten.mjs';

const FILES = { trees: 120, depth: 5, rate: 0.12, lambda: 8, columns: 0.5 };
const PAIRS = { trees: 150, depth: 3, rate: 0.08, lambda: 8, columns: 0.5 };
/** How much pairs with declared scopes count. */
const DECLARED = 2;

/** A model of files from the examples of several repositories. */
export function fitFiles(sets) {
  return { signals: FILE_SIGNALS, ...boost(joined(sets), FILES) };
}

/** A model of pairs from the examples of several repositories, as sure of itself as it may be in one it has not seen. */
export function fitPairs(sets) {
  const model = boostPairs(sets);
  // Of a single repository there is nothing that was not seen.
  return sets.length < 2 ? model : flattened(model, slopeOf(toldUnseen(sets)));
}

/** Usual pairs, each with the model that has not seen their repository. */
function toldUnseen(sets) {
  const unseen = withoutEach(sets, boostPairs);
  return sets.flatMap((set, n) => set.filter(({ usual }) => usual).map((example) => ({ ...example, model: unseen[n] })));
}

function boostPairs(sets) {
  const examples = sets.flat();
  const rows = examples.map(({ row }) => row);
  const labels = examples.map(({ conflict }) => Number(conflict));
  const weights = examples.map(({ declared }) => (declared ? DECLARED : 1));
  return { signals: PAIR_SIGNALS, ...boost({ rows, labels, weights }, PAIRS) };
}

function joined(sets) {
  return {
    rows: sets.flatMap(({ rows }) => rows),
    labels: sets.flatMap(({ labels }) => labels),
    weights: sets.flatMap(({ weights }) => weights),
  };
}

/** For each member of a list what `make` makes of all others. */
export function withoutEach(sets, make) {
  return sets.map((_, left) => make(sets.filter((__, n) => n !== left)));
}
