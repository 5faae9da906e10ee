import type { Precedence, PrecedenceReason, Task, TaskId } from '@breakwater/model';
import type { Ground } from '../ground/ground.js';
import type { Reading } from '../reading.js';
import { type Novelties, noveltiesOf } from './novelties.js';

/**
 * Who has to wait for whom, as the briefs let on: one task speaks of a file or a name that is not there yet and that exactly one other
 * brings into being. By the task that waits; `independentOf` of either overrules it. May hold cycles, and what is declared already.
 */
export function inferredPrecedences(readings: readonly Reading[], ground: Ground): readonly Precedence[] {
  const all = readings.map((reading) => ({ task: reading.task, ...noveltiesOf(reading, ground) }));
  const makers = makersOf(all);
  return all.flatMap(({ task, used }) => waitsOf(task, used, makers));
}

function waitsOf(task: Task, used: ReadonlySet<string>, makers: ReadonlyMap<string, Maker | undefined>): readonly Precedence[] {
  const reasons = new Map<TaskId, PrecedenceReason[]>();
  for (const thing of used) {
    const maker = makers.get(thing);
    if (maker === undefined || areIndependent(maker.task, task)) continue;
    reasons.set(maker.task.id, [...(reasons.get(maker.task.id) ?? []), maker.reason]);
  }
  return [...reasons].map(([before, why]) => ({ before, after: task.id, reasons: why }));
}

interface Maker {
  readonly task: Task;
  readonly reason: PrecedenceReason;
}

/** What two tasks make is nobody's to wait for: they are in each other's way. */
function makersOf(all: readonly ({ readonly task: Task } & Novelties)[]): ReadonlyMap<string, Maker | undefined> {
  const makers = new Map<string, Maker | undefined>();
  for (const { task, made } of all) {
    for (const [thing, reason] of made) makers.set(thing, makers.has(thing) ? undefined : { task, reason });
  }
  return makers;
}

function areIndependent(a: Task, b: Task): boolean {
  return a.independentOf?.includes(b.id) === true || b.independentOf?.includes(a.id) === true;
}
