/** A pair of tasks of one plan: the risk it was given, and whether both changed a common file. */
export interface ScoredPair {
  readonly risk: number;
  readonly conflict: boolean;
}

/** How often a conflicting pair has the higher risk, ties counted half (the area under the ROC curve). NaN without both kinds. */
export function areaUnderCurve(pairs: readonly ScoredPair[]): number {
  const groups = byFallingRisk(pairs);
  const conflicting = pairs.filter((pair) => pair.conflict).length;
  const innocent = pairs.length - conflicting;
  let above = 0;
  let area = 0;
  for (const { conflicts, innocents } of groups) {
    area += innocents * (above + conflicts / 2);
    above += conflicts;
  }
  return area / (conflicting * innocent);
}

/** The share of innocent pairs at or above the highest threshold that still catches `recall` of the conflicts. NaN without both kinds. */
export function falseConflictsAt(recall: number, pairs: readonly ScoredPair[]): number {
  const conflicting = pairs.filter((pair) => pair.conflict).length;
  const innocent = pairs.length - conflicting;
  if (conflicting === 0 || innocent === 0) return Number.NaN;
  let caught = 0;
  let blocked = 0;
  for (const { conflicts, innocents } of byFallingRisk(pairs)) {
    caught += conflicts;
    blocked += innocents;
    if (caught >= recall * conflicting) break;
  }
  return blocked / innocent;
}

interface SameRisk {
  readonly conflicts: number;
  readonly innocents: number;
}

/** Pairs of one risk stand or fall together. */
function byFallingRisk(pairs: readonly ScoredPair[]): readonly SameRisk[] {
  const groups = new Map<number, { conflicts: number; innocents: number }>();
  for (const { risk, conflict } of pairs) {
    const group = groups.get(risk) ?? { conflicts: 0, innocents: 0 };
    if (conflict) group.conflicts += 1;
    else group.innocents += 1;
    groups.set(risk, group);
  }
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group);
}
