import type { Plan, PlannedTask, TaskId } from '@breakwater/model';
import { at } from '../at.js';
import type { StreamProblem } from './stream-problem.js';

/** Seconds of every session while nothing is known about any. */
export const EQUAL_SECONDS = 600;

/** The document in numbers; tasks by their place in it. `capacities` by resource name, 1 for those not named. */
export function problemOfPlan(plan: Plan, capacities: Readonly<Record<string, number>>): StreamProblem {
  const { tasks, precedences, conflicts, risks } = plan;
  const numberOf = numberTasks(plan);
  const pairs = <Edge>(edges: readonly Edge[], ends: (edge: Edge) => readonly [TaskId, TaskId]) =>
    edges.map((edge) => ends(edge).map((id) => numberOf(id)) as [number, number]);
  const order = pairs(precedences, ({ before, after }) => [before, after]);
  const apart = pairs(conflicts, ({ between }) => between);
  const names = [...new Set(tasks.flatMap(({ resources }) => resources.map(({ name }) => name)))].sort();
  const rank = new Map(plan.waves.flat().map((id, place) => [id, place]));
  return {
    size: tasks.length,
    before: neighbours(tasks.length, order, 'from second'),
    after: neighbours(tasks.length, order, 'from first'),
    apart: neighbours(tasks.length, apart, 'both'),
    risk: riskMaps(
      tasks.length,
      pairs(risks, ({ between }) => between),
      risks.map(({ p }) => p),
    ),
    needs: tasks.map((task) => needsOf(task, names)),
    capacities: names.map((name) => (Object.hasOwn(capacities, name) ? (capacities[name] ?? 1) : 1)),
    seconds: secondsOf(plan),
    rank: tasks.map(({ id }, number) => rank.get(id) ?? number),
    risky: plan.caution === 'careful' ? 'wait' : 'later',
  };
}

/** The place of a task in the document; an internal error for one it does not have. */
export function numberTasks(plan: Plan): (id: TaskId) => number {
  const numbers = new Map(plan.tasks.map(({ id }, number) => [id, number]));
  return (id) => {
    const number = numbers.get(id);
    if (number === undefined) throw new Error(`Internal error: task ${id} is not in the plan`);
    return number;
  };
}

function neighbours(
  size: number,
  pairs: readonly (readonly [number, number])[],
  which: 'from first' | 'from second' | 'both',
): readonly (readonly number[])[] {
  const lists: number[][] = Array.from({ length: size }, () => []);
  for (const [a, b] of pairs) {
    if (which !== 'from second') at(lists, a).push(b);
    if (which !== 'from first') at(lists, b).push(a);
  }
  return lists;
}

function riskMaps(
  size: number,
  pairs: readonly (readonly [number, number])[],
  chances: readonly number[],
): readonly ReadonlyMap<number, number>[] {
  const maps = Array.from({ length: size }, () => new Map<number, number>());
  for (const [n, [a, b]] of pairs.entries()) {
    at(maps, a).set(b, at(chances, n));
    at(maps, b).set(a, at(chances, n));
  }
  return maps;
}

function needsOf({ resources }: PlannedTask, names: readonly string[]): StreamProblem['needs'][number] {
  const amounts = new Map<string, number>();
  for (const { name, amount } of resources) amounts.set(name, (amounts.get(name) ?? 0) + amount);
  return [...amounts].map(([name, amount]) => ({ pool: names.indexOf(name), amount }));
}

function secondsOf({ tasks, forecast }: Plan): readonly number[] {
  const known = new Map(forecast.estimates?.map(({ task, minutes }) => [task, Math.max(1, Math.round(minutes * 60))]));
  return tasks.map(({ id }) => known.get(id) ?? EQUAL_SECONDS);
}
