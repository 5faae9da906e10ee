import { type Precedence, type PrecedenceReason, type Task, type TaskId, taskId } from '@breakwater/model';
import { alg, Graph } from '@dagrejs/graphlib';

/** What the author declared, by the first task's place in the list, then the second's; a dependency named twice counts once. */
export function declaredPrecedences(tasks: readonly Task[]): readonly Precedence[] {
  const reasons = tasks.flatMap(({ id: after, dependsOn }) =>
    dependsOn.map((before) => [edge({ before, after }), [{ kind: 'declared' }]] as const),
  );
  return inOrder(tasks, new Map(reasons));
}

/**
 * What is declared, and what was inferred besides, in the same order. What the author declared is never contradicted: an inferred one
 * that would close a cycle, with that or with an earlier inferred one, is left out. An edge of both keeps all its reasons.
 */
export function allPrecedences(tasks: readonly Task[], inferred: readonly Precedence[]): readonly Precedence[] {
  const declared = declaredPrecedences(tasks);
  if (inferred.length === 0) return declared;
  const reasons = new Map<string, readonly PrecedenceReason[]>(declared.map((one) => [edge(one), one.reasons]));
  const graph = graphOf(tasks, declared);
  for (const one of inferred) {
    if (!isPossible(graph, one)) continue;
    graph.setEdge(one.before, one.after);
    reasons.set(edge(one), [...(reasons.get(edge(one)) ?? []), ...one.reasons]);
  }
  return inOrder(tasks, reasons);
}

function edge({ before, after }: { readonly before: TaskId; readonly after: TaskId }): string {
  return `${before} ${after}`;
}

function graphOf(tasks: readonly Task[], precedences: readonly Precedence[]): Graph {
  const graph = new Graph({ directed: true });
  for (const { id } of tasks) graph.setNode(id);
  for (const { before, after } of precedences) graph.setEdge(before, after);
  return graph;
}

/** Both tasks are in the list, and nothing leads from the second to the first. */
function isPossible(graph: Graph, { before, after }: Precedence): boolean {
  if (!graph.hasNode(before) || !graph.hasNode(after)) return false;
  return !alg.postorder(graph, [after]).includes(before);
}

function inOrder(tasks: readonly Task[], reasons: ReadonlyMap<string, readonly PrecedenceReason[]>): readonly Precedence[] {
  const numbers = new Map(tasks.map(({ id }, number) => [id, number]));
  const numberOf = (id: TaskId): number => numbers.get(id) ?? 0;
  return [...reasons]
    .map(([key, why]): Precedence => {
      const [before = '', after = ''] = key.split(' ');
      return { before: taskId(before), after: taskId(after), reasons: why };
    })
    .sort((a, b) => numberOf(a.before) - numberOf(b.before) || numberOf(a.after) - numberOf(b.after));
}
