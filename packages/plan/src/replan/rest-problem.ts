import type { Plan, TaskId } from '@breakwater/model';
import { toUnits } from '../risk-units.js';
import { type Pair, type Problem, problemOf } from '../schedule/problem.js';

/** Some tasks of a document as the scheduler is told them, in the order given: what is between them, and nothing else of the plan. */
export function restProblem(plan: Plan, capacities: Readonly<Record<string, number>>, rest: readonly TaskId[]): Problem {
  const numberOf = new Map(rest.map((id, n) => [id, n]));
  const pairs = <Edge>(edges: readonly Edge[], ends: (edge: Edge) => readonly [TaskId, TaskId]) =>
    edges.flatMap((edge) => {
      const [a, b] = ends(edge).map((id) => numberOf.get(id));
      return a === undefined || b === undefined ? [] : [{ pair: [a, b] as Pair, edge }];
    });
  const tasks = plan.tasks.filter(({ id }) => numberOf.has(id));
  const names = [...new Set(tasks.flatMap(({ resources }) => resources.map(({ name }) => name)))].sort();
  return problemOf({
    size: rest.length,
    concurrency: plan.concurrency,
    minutes: minutesOf(plan, rest),
    precedences: pairs(plan.precedences, ({ before, after }) => [before, after]).map(({ pair }) => pair),
    conflicts: pairs(plan.conflicts, ({ between }) => between).map(({ pair }) => pair),
    risks: pairs(plan.risks, ({ between }) => between).map(({ pair, edge }) => [...pair, toUnits(edge.p)] as const),
    needs: tasks.flatMap(({ id, resources }) =>
      names.map((name, pool) => ({ task: numberOf.get(id) ?? 0, pool, amount: amountOf(resources, name) })),
    ),
    capacities: names.map((name) => (Object.hasOwn(capacities, name) ? (capacities[name] ?? 1) : 1)),
  });
}

function amountOf(needs: readonly { readonly name: string; readonly amount: number }[], wanted: string): number {
  return needs.reduce((sum, { name, amount }) => (name === wanted ? sum + amount : sum), 0);
}

/** All alike where nobody has estimated them. */
function minutesOf({ forecast }: Plan, rest: readonly TaskId[]): readonly number[] {
  const known = new Map((forecast.estimates ?? []).map(({ task, minutes }) => [task, minutes]));
  return rest.map((id) => known.get(id) ?? 1);
}
