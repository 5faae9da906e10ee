import { type LaneEnd, type LaneId, NO_USAGE, runId, taskId } from '@breakwater/model';
import { expect, test } from 'vitest';
import { LaneRegistry } from './lane-registry.js';

const RUN = runId('7f3a');
const lane = (task: string, attempt = 1): LaneId => ({ run: RUN, task: taskId(task), attempt });
const STOPPED: LaneEnd = { end: 'stopped', usage: NO_USAGE };

/** Work that ends when it is asked to stop. */
const untilStopped = (signal: AbortSignal) =>
  new Promise<LaneEnd>((resolve) => signal.addEventListener('abort', () => resolve(STOPPED), { once: true }));

test('a lane is opened once, and its end is told to whoever asks later', async () => {
  const registry = new LaneRegistry();
  let begun = 0;
  const work = async (): Promise<LaneEnd> => {
    begun += 1;
    return STOPPED;
  };
  const ends = [registry.open(lane('api'), work), registry.open(lane('api'), work)];
  await Promise.all(ends);
  expect(await registry.open(lane('api'), work)).toEqual(STOPPED);
  expect(begun).toBe(1);
  await registry.open(lane('api', 2), work);
  expect(begun).toBe(2);
});

test('what ended, well or badly, is no longer counted', async () => {
  const registry = new LaneRegistry();
  const bad = registry.open(lane('api'), () => Promise.reject(new Error('a bug')));
  const good = registry.open(lane('web'), async () => STOPPED);
  expect(registry.count()).toBe(2);
  await expect(bad).rejects.toThrow('a bug');
  await good;
  expect(registry.count()).toBe(0);
});

test('a stop of the run reaches lanes and verifications, a stop of a lane only that attempt', async () => {
  const registry = new LaneRegistry();
  const ended: string[] = [];
  const follow = (name: string, end: Promise<unknown>) => void end.then(() => ended.push(name));
  follow('api', registry.open(lane('api'), untilStopped));
  follow('api@2', registry.open(lane('api', 2), untilStopped));
  follow('verify', registry.follow({ run: RUN, stop: new AbortController() }, untilStopped));
  expect(registry.count()).toBe(2);
  registry.stop(RUN, lane('api', 2));
  await expect.poll(() => ended).toEqual(['api@2']);
  registry.stop(runId('beef'));
  registry.stop(RUN);
  await expect.poll(() => [...ended].sort()).toEqual(['api', 'api@2', 'verify']);
});
