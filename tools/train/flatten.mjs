/**
 * A model is surer in a repository it has not seen than it has reason to be. Its odds are made flatter by one factor, the likeliest for
 * what models say of repositories they were trained without (Platt 1999, without the shift: that is a repository's own rate).
 */
import { oddsOf } from './boost.mjs';

const STEPS = 20;

/** `told`: examples, each with the model that tells it. Newton's method on the logistic loss. */
export function slopeOf(told) {
  const odds = told.map(({ model, row }) => oddsOf(model, row));
  let slope = 1;
  for (let step = 0; step < STEPS; step += 1) {
    let [gradient, curvature] = [0, 0];
    for (const [n, { conflict }] of told.entries()) {
      const p = 1 / (1 + Math.exp(-slope * odds[n]));
      gradient += (p - Number(conflict)) * odds[n];
      curvature += p * (1 - p) * odds[n] ** 2;
    }
    slope -= gradient / curvature;
  }
  return slope;
}

/** The model with its odds times `slope`. */
export function flattened({ bias, trees, ...model }, slope) {
  const flat = trees.map(({ leaves, ...tree }) => ({ ...tree, leaves: leaves.map((leaf) => leaf * slope) }));
  return { ...model, bias: bias * slope, trees: flat };
}
