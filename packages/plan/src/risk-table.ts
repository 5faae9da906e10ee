import type { PairRisk, RepoPath, TaskId } from '@breakwater/model';
import { toUnits } from './risk-units.js';

/** A pair's risk in ten-thousandths; the lower number first. */
export interface NumberedRisk {
  readonly between: readonly [number, number];
  readonly units: number;
  readonly path?: RepoPath;
}

/** Risks by place in the list, whatever their order before; of a pair given twice the higher one counts. Nothing below half a unit. */
export function riskTable(risks: readonly PairRisk[], numberOf: ReadonlyMap<TaskId, number>): readonly NumberedRisk[] {
  const byPair = new Map<number, NumberedRisk>();
  for (const risk of risks) {
    const numbered = numberRisk(risk, numberOf);
    if (numbered === undefined || numbered.units === 0) continue;
    const key = numbered.between[0] * numberOf.size + numbered.between[1];
    const known = byPair.get(key);
    if (known === undefined || weighsMore(numbered, known)) byPair.set(key, numbered);
  }
  return [...byPair].sort(([a], [b]) => a - b).map(([, risk]) => risk);
}

function numberRisk({ between, p, path }: PairRisk, numberOf: ReadonlyMap<TaskId, number>): NumberedRisk | undefined {
  const a = numberOf.get(between[0]);
  const b = numberOf.get(between[1]);
  if (a === undefined || b === undefined || a === b) return undefined;
  const pair = { between: [Math.min(a, b), Math.max(a, b)] as const, units: toUnits(p) };
  return path === undefined ? pair : { ...pair, path };
}

function weighsMore(one: NumberedRisk, other: NumberedRisk): boolean {
  if (one.units !== other.units) return one.units > other.units;
  return (one.path ?? '') < (other.path ?? '');
}
