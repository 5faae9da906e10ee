import type { Plan, TaskId, WaveStanding } from '@breakwater/model';
import { at } from '../at.js';
import { waveCount } from '../schedule/arrangement.js';
import { scheduleWaves } from '../schedule/schedule-waves.js';
import { meetingOf } from './meeting-of.js';
import { restProblem } from './rest-problem.js';

type Waves = readonly (readonly TaskId[])[];

/**
 * The waves that come, planned anew from where the run stands: with waiting tasks of the present wave that would now meet its work.
 * Undefined when what was planned does as well. Pure: the same standing gives the same answer.
 */
export function planRest(plan: Plan, capacities: Readonly<Record<string, number>>, standing: WaveStanding): Waves | undefined {
  const present = new Set(standing.present);
  const held = new Set(
    standing.open.flatMap(({ task }) => meetingOf(plan, standing, task).tasks).filter((id) => present.has(id)),
  );
  const rest = plan.waves.flat().filter((id) => held.has(id) || standing.coming.some((wave) => wave.includes(id)));
  if (rest.length === 0) return undefined;
  const problem = restProblem(plan, capacities, rest);
  const { waveOf } = scheduleWaves(problem, plan.caution, plan.effort ?? 'default');
  const found = Array.from({ length: waveCount(waveOf) }, (_, wave) => rest.filter((_, n) => at(waveOf, n) === wave));
  return held.size > 0 || isBetter(plan, found, standing.coming) ? found : undefined;
}

/** Fewer waves, or as many with less risk inside them; else nobody should have to read a new plan. */
function isBetter(plan: Plan, found: Waves, known: Waves): boolean {
  if (found.length !== known.length) return found.length < known.length;
  return riskInside(plan, found) < riskInside(plan, known) - HAIR;
}

/** Sums of four decimals, in any order. */
const HAIR = 1e-6;

function riskInside({ risks }: Plan, waves: Waves): number {
  const waveOf = new Map(waves.flatMap((wave, n) => wave.map((id) => [id, n] as const)));
  const inside = risks.filter(({ between: [a, b] }) => waveOf.has(a) && waveOf.get(a) === waveOf.get(b));
  return inside.reduce((sum, { p }) => sum + p, 0);
}
