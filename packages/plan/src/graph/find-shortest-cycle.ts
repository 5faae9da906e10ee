/**
 * The shortest cycle as a path whose first and last name are the same, or undefined. Of several equally short ones, the one
 * met first: names are tried in the map's order. Breadth-first from every name: O(names * edges).
 */
export function findShortestCycle<Name extends string>(edges: ReadonlyMap<Name, readonly Name[]>): readonly Name[] | undefined {
  let shortest: readonly Name[] | undefined;
  for (const name of edges.keys()) {
    const cycle = shortestWayBack(edges, name);
    if (cycle !== undefined && (shortest === undefined || cycle.length < shortest.length)) shortest = cycle;
  }
  return shortest;
}

function shortestWayBack<Name extends string>(
  edges: ReadonlyMap<Name, readonly Name[]>,
  start: Name,
): readonly Name[] | undefined {
  const cameFrom = new Map<Name, Name>();
  const queue: Name[] = [start];
  for (const name of queue) {
    for (const next of edges.get(name) ?? []) {
      if (next === start) return [...wayTo(cameFrom, start, name), start];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, name);
      queue.push(next);
    }
  }
  return undefined;
}

function wayTo<Name extends string>(cameFrom: ReadonlyMap<Name, Name>, start: Name, end: Name): readonly Name[] {
  const way = [end];
  for (let name = end; name !== start; ) {
    const previous = cameFrom.get(name);
    if (previous === undefined) throw new Error(`Internal error: no way from ${start} to ${end}`);
    way.unshift(previous);
    name = previous;
  }
  return way;
}
