import { at } from '../at.js';
import { pairAt } from '../pair-table.js';
import { type Arrangement, moveTask, riskIn, swapTasks } from './arrangement.js';

/** One small change of an arrangement, and what it adds to the summed risk. */
export type Step =
  | { readonly kind: 'move'; readonly task: number; readonly wave: number; readonly cost: number }
  | { readonly kind: 'swap'; readonly task: number; readonly other: number; readonly cost: number };

/** The task into another wave; undefined when something forbids it or it costs `limit` or more. The cheap question comes first. */
export function moveStep(
  arrangement: Arrangement,
  task: number,
  wave: number,
  limit = Number.POSITIVE_INFINITY,
): Step | undefined {
  const from = at(arrangement.waveOf, task);
  const cost = riskIn(arrangement, task, wave) - riskIn(arrangement, task, from);
  if (cost >= limit || wave === from) return undefined;
  if (at(arrangement.members, wave).size >= arrangement.instance.concurrency) return undefined;
  return mayEnter(arrangement, { task, wave }) ? { kind: 'move', task, wave, cost } : undefined;
}

/** Two tasks of different waves change places; undefined when something forbids it or it costs `limit` or more. */
export function swapStep(
  arrangement: Arrangement,
  task: number,
  other: number,
  limit = Number.POSITIVE_INFINITY,
): Step | undefined {
  const [from, to] = [at(arrangement.waveOf, task), at(arrangement.waveOf, other)];
  const lost = riskIn(arrangement, task, from) + riskIn(arrangement, other, to);
  const met = riskIn(arrangement, task, to) + riskIn(arrangement, other, from);
  const cost = met - 2 * pairAt(arrangement.instance.risk, task, other) - lost;
  if (cost >= limit || from === to) return undefined;
  if (!mayEnter(arrangement, { task, wave: to, without: other })) return undefined;
  if (!mayEnter(arrangement, { task: other, wave: from, without: task })) return undefined;
  return { kind: 'swap', task, other, cost };
}

export function take(arrangement: Arrangement, step: Step): void {
  if (step.kind === 'move') moveTask(arrangement, step.task, step.wave);
  else swapTasks(arrangement, step.task, step.other);
}

interface Entry {
  readonly task: number;
  readonly wave: number;
  /** A member that leaves the wave at the same moment. */
  readonly without?: number;
}

/** Concurrency is the caller's question. */
function mayEnter(arrangement: Arrangement, entry: Entry): boolean {
  return inTime(arrangement, entry) && meetsNobody(arrangement, entry) && poolsSuffice(arrangement, entry);
}

function inTime({ instance, waveOf }: Arrangement, { task, wave }: Entry): boolean {
  for (const before of at(instance.before, task)) if (at(waveOf, before) >= wave) return false;
  for (const after of at(instance.after, task)) if (at(waveOf, after) <= wave) return false;
  return true;
}

function meetsNobody({ instance, apartIn }: Arrangement, { task, wave, without }: Entry): boolean {
  const leaving = without === undefined ? 0 : pairAt(instance.apart, task, without);
  return at(apartIn, wave * instance.size + task) === leaving;
}

function poolsSuffice({ instance, load }: Arrangement, { task, wave, without }: Entry): boolean {
  const { needs, capacities } = instance;
  return at(needs, task).every(({ pool, amount }) => {
    const given = without === undefined ? 0 : (at(needs, without).find((need) => need.pool === pool)?.amount ?? 0);
    const taken = at(load, wave * capacities.length + pool) - given;
    return taken <= 0 || taken + amount <= at(capacities, pool);
  });
}
