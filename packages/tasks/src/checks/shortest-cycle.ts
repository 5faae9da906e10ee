/**
 * The shortest cycle of a graph of names, beginning with the name that comes first in the graph's order; empty when there
 * is none. Of equally short ones the one found first in that order. What lies on no cycle is peeled away before the breadth-first
 * searches, so a graph without cycles costs O(V + E), one with a core of V' names O(V' x E').
 */
export function shortestCycle(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const core = cyclicCore(graph);
  let shortest: readonly string[] = [];
  for (const name of core.keys()) {
    const cycle = cycleThrough(name, core, shortest.length === 0 ? core.size : shortest.length - 1);
    if (cycle.length > 0) shortest = cycle;
    if (shortest.length === 1) break;
  }
  return shortest;
}

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** What remains when names that lead nowhere are taken away again and again. */
function cyclicCore(graph: Graph): Graph {
  const open = new Map(
    [...graph].map(([name, targets]) => [name, [...targets].filter((target) => graph.has(target)).length] as const),
  );
  const before = reversed(graph);
  const gone = [...open].filter(([, count]) => count === 0).map(([name]) => name);
  for (const name of gone) {
    for (const waiting of before.get(name) ?? []) {
      const left = (open.get(waiting) ?? 0) - 1;
      open.set(waiting, left);
      if (left === 0) gone.push(waiting);
    }
  }
  const leftOver = new Set(gone);
  return new Map([...graph].filter(([name]) => !leftOver.has(name)));
}

/** For each name those that lead to it. */
function reversed(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const before = new Map<string, string[]>();
  for (const [name, targets] of graph) {
    for (const target of targets) {
      const known = before.get(target);
      if (known === undefined) before.set(target, [name]);
      else known.push(name);
    }
  }
  return before;
}

/** Breadth first from a name back to itself over at most `longest` steps. */
function cycleThrough(start: string, graph: Graph, longest: number): readonly string[] {
  const cameFrom = new Map([[start, start]]);
  let ring: readonly string[] = [start];
  for (let steps = 1; steps <= longest && ring.length > 0; steps += 1) {
    const end = ring.find((name) => graph.get(name)?.has(start));
    if (end !== undefined) return pathTo(end, start, cameFrom);
    ring = nextRing(ring, graph, cameFrom);
  }
  return [];
}

/** Names one step further that were not reached before. */
function nextRing(ring: readonly string[], graph: Graph, cameFrom: Map<string, string>): readonly string[] {
  const next: string[] = [];
  for (const name of ring) {
    for (const target of graph.get(name) ?? []) {
      if (cameFrom.has(target) || !graph.has(target)) continue;
      cameFrom.set(target, name);
      next.push(target);
    }
  }
  return next;
}

function pathTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const path = [end];
  for (let name = end; name !== start; ) {
    name = cameFrom.get(name) ?? start;
    path.push(name);
  }
  return path.reverse();
}
