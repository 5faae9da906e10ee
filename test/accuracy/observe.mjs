/** One window predicted and planned, beside what came true. */
import { makePlan } from '@breakwater/plan';
import { predict } from '@breakwater/predict';

/** The predictor's answer for a window: ranked files with the truth, pairs with their risk, waves of four times three. */
export function observe(window, models) {
  const { base, input } = window;
  const { touchSets, risks, precedences: inferred } = predict(input, models);
  const place = { base: { commit: base, branch: null }, concurrency: 3, caution: 'fast', hubs: [], capacities: {}, notes: [] };
  return outcomeOf(window, makePlan({ tasks: input.tasks, touchSets, risks, inferred, ...place }));
}

/** A plan beside what came true. */
export function outcomeOf({ set, truths }, { tasks, risks }) {
  const riskOf = new Map(risks.map(({ between, p }) => [between.join(' '), p]));
  const pairs = tasks.flatMap((one, a) =>
    tasks.slice(a + 1).map((other, n) => ({
      between: [a, a + 1 + n],
      risk: riskOf.get(`${one.id} ${other.id}`) ?? 0,
      conflict: meet(truths[a], truths[a + 1 + n]),
    })),
  );
  return {
    set,
    files: tasks.map(({ writes }, n) => ({ ranked: writes.map(({ path }) => path), truth: truths[n] })),
    pairs,
    planned: collisions(
      pairs,
      tasks.map(({ wave }) => wave),
    ),
    listed: collisions(
      pairs,
      tasks.map((_, n) => Math.floor(n / 3)),
    ),
  };
}

function collisions(pairs, waveOf) {
  return pairs.filter(({ between: [a, b], conflict }) => conflict && waveOf[a] === waveOf[b]).length;
}

function meet(one, other) {
  const paths = new Set(one);
  return other.some((path) => paths.has(path));
}
