import type { Recorded, RunState } from '@breakwater/model';
import { accepted, type Rig } from './api-rig.testing.js';
import { execute, preflight } from './execute.js';
import { plan } from './plan.js';

export interface Ran {
  readonly state: RunState;
  readonly records: readonly Recorded[];
}

/** Plans, checks and runs; fails the test when any of it is refused. */
export async function runAll({ world }: Rig, onRecord: (record: Recorded) => void = () => undefined): Promise<Ran> {
  const records: Recorded[] = [];
  const planned = accepted(await plan({}, world));
  const ready = accepted(await preflight(planned, {}, world));
  const record = (one: Recorded): void => {
    records.push(one);
    onRecord(one);
  };
  return { state: accepted(await execute(planned, ready, { record, news: () => undefined }, world)), records };
}
