import type { Plan } from '@breakwater/model';

/** By number of waves: the least summed risk inside them, in ten-thousandths; infinite where so few waves do not do. */
export type LeastRisk = readonly number[];

/**
 * Exact, by trying every set of tasks as the last wave of every set, for each number of waves: at most twelve tasks. Reads the
 * document's lists of order, conflicts and risks; `forbids`: pairs at or above this risk never meet.
 */
export function leastRisk(plan: Plan, forbids = Number.POSITIVE_INFINITY): LeastRisk {
  const { tasks, concurrency } = plan;
  const numberOf = new Map(tasks.map(({ id }, n) => [id, n]));
  const number = (id: (typeof tasks)[number]['id']) => numberOf.get(id) ?? 0;
  const risk = tasks.map(() => tasks.map(() => 0));
  const put = (a: number, b: number, units: number) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      (risk[one] as number[])[other] = units;
  };
  for (const { between, p } of plan.risks) {
    put(number(between[0]), number(between[1]), p >= forbids ? Number.POSITIVE_INFINITY : Math.round(p * 10_000));
  }
  for (const { between } of plan.conflicts) put(number(between[0]), number(between[1]), Number.POSITIVE_INFINITY);
  const needs = tasks.map(({ id }) =>
    plan.precedences.reduce((set, { before, after }) => (after === id ? set | (1 << number(before)) : set), 0),
  );
  return byLayers(costOfSets(risk, needs, concurrency), needs);
}

/** Of every set as one wave. */
function costOfSets(risk: readonly (readonly number[])[], needs: readonly number[], concurrency: number): Float64Array {
  const cost = new Float64Array(2 ** needs.length);
  for (let set = 1; set < cost.length; set += 1) {
    const top = 31 - Math.clz32(set);
    const rest = set & ~(1 << top);
    let sum = cost[rest] ?? 0;
    for (let n = 0; n < top; n += 1) if ((rest >> n) & 1) sum += risk[top]?.[n] ?? 0;
    cost[set] = sum;
  }
  for (let set = 1; set < cost.length; set += 1) if (sizeOf(set) > concurrency) cost[set] = Number.POSITIVE_INFINITY;
  return cost;
}

function byLayers(cost: Float64Array, needs: readonly number[]): LeastRisk {
  let layer = new Float64Array(cost.length).fill(Number.POSITIVE_INFINITY);
  layer[0] = 0;
  const least = [layer[cost.length - 1] ?? 0];
  const needed = Int32Array.from(cost, (_, set) => needs.reduce((all, need, n) => ((set >> n) & 1 ? all | need : all), 0));
  for (let waves = 1; waves <= needs.length; waves += 1) {
    const next = new Float64Array(cost.length).fill(Number.POSITIVE_INFINITY);
    for (let set = 1; set < cost.length; set += 1) {
      let best = Number.POSITIVE_INFINITY;
      for (let last = set; last > 0; last = (last - 1) & set) {
        const before = set & ~last;
        if (((needed[last] ?? 0) & ~before) !== 0) continue;
        const sum = (layer[before] ?? 0) + (cost[last] ?? 0);
        if (sum < best) best = sum;
      }
      next[set] = best;
    }
    layer = next;
    least.push(layer[cost.length - 1] ?? 0);
  }
  return least;
}

function sizeOf(set: number): number {
  let size = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) size += 1;
  return size;
}
