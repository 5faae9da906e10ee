import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { tempFolder } from '../rig/temp-folder.js';
import { type FaultWorld, makeFaultWorld } from './fault-world.js';
import { expectSound } from './invariants.js';
import { calmTree, expectDone, halfway, journalOf, type LongCase, longCases } from './runs.js';

let tree: string;
beforeAll(() => {
  tree = calmTree();
});

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

const STEPS: readonly LongCase<number>[] = [
  ['three years back', -3 * YEAR],
  ['two hours back', -2 * HOUR, 'long'],
  ['a day forward', 24 * HOUR, 'long'],
];

/** The environment of a program whose clock is moved, and what moves it. */
function aClock() {
  const file = join(tempFolder('clock'), 'ahead');
  const environment = { NODE_OPTIONS: `--import=${new URL('moved-clock.mjs', import.meta.url)}`, FAULT_CLOCK: file };
  return { environment, move: (by: number) => writeFileSync(file, String(by)) };
}

/** In the order of the journal; seconds the run took, by its own word. */
async function timesOf(world: FaultWorld): Promise<{ readonly recorded: readonly string[]; readonly seconds: number }> {
  const lines = readFileSync(journalOf(world), 'utf8').trimEnd().split('\n');
  const recorded = lines.map((line) => /"t":"([^"]+)"/.exec(line)?.[1] ?? 'none');
  const { seconds } = JSON.parse((await world.run(['status', '--json'])).stdout) as { readonly seconds: number };
  return { recorded, seconds };
}

/** Later records have later times, and the run took about as long as the test that watched it. */
async function expectSane(world: FaultWorld, begin: number): Promise<void> {
  const { recorded, seconds } = await timesOf(world);
  expect(recorded).toEqual([...recorded].sort());
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThan((performance.now() - begin) / 1000);
}

describe('a clock that goes', () => {
  it.each(longCases(STEPS))('%s during a run changes nothing', async (label, step) => {
    const begin = performance.now();
    const world = makeFaultWorld();
    const { environment, move } = aClock();
    expectDone(await halfway(world, () => move(step), undefined, environment));
    await expectSound(world, tree, label);
    await expectSane(world, begin);
  });

  it.each(longCases(STEPS))(
    '%s between a kill and resume: what waits to be tried again waits no longer for it',
    async (label, step) => {
      const begin = performance.now();
      const world = makeFaultWorld();
      const { environment, move } = aClock();
      const run = world.start(['execute'], undefined, { ...environment, FAULT_LATER: 'e' });
      await run.said('tried again in');
      run.process.kill('SIGKILL');
      await run.ended;
      move(step);
      expectDone(await world.run(['resume'], undefined, environment));
      await expectSound(world, tree, label);
      await expectSane(world, begin);
    },
  );
});
