import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aStart } from './a-journal.testing.js';
import type { RunEvent } from './event.js';
import { foldRun } from './fold-run.js';
import { taskId } from './task.js';
import { recorded } from './testing.js';

const IDS = ['a', 'b', 'c', 'd', 'e'].map(taskId);

/** New waves for the last tasks of the list, from the wave after the ones that stay. */
const replans = fc
  .record({
    kept: fc.integer({ min: 0, max: IDS.length }),
    order: fc.shuffledSubarray(IDS, { minLength: IDS.length }),
    cut: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ kept, order, cut }): RunEvent & { ev: 'run-replanned' } => {
    const moved = order.filter((id) => !IDS.slice(0, kept).includes(id));
    const waves = [moved.slice(0, cut), moved.slice(cut)].filter((wave) => wave.length > 0);
    return { ev: 'run-replanned', because: { kind: 'tasks', tasks: [] }, moved, from: kept + 1, waves };
  });

it('nobody is lost or doubled, and the list is in the order of the waves', async () => {
  await fc.assert(
    fc.property(fc.array(replans, { maxLength: 4 }), (all) => {
      const { tasks, waves } = foldRun(recorded([aStart(...IDS), ...all]));
      expect(tasks.map(({ id }) => id)).toEqual(waves.flat());
      expect(waves.flat().toSorted()).toEqual(IDS);
      expect(tasks.map(({ wave }) => wave)).toEqual(tasks.map(({ wave }) => wave).toSorted((a, b) => a - b));
    }),
  );
});

it('the waves told are there as told, and those before them as they were', async () => {
  await fc.assert(
    fc.property(replans, (event) => {
      const { waves } = foldRun(recorded([aStart(...IDS), event]));
      const from = event.from ?? 1;
      expect(waves.slice(0, from - 1)).toEqual(IDS.slice(0, from - 1).map((id) => [id]));
      expect(waves.slice(from - 1)).toEqual(event.waves);
    }),
  );
});

it('planned anew twice in the same way is once', async () => {
  await fc.assert(
    fc.property(replans, (event) => {
      const [once, twice] = [[event], [event, event]].map((events) => foldRun(recorded([aStart(...IDS), ...events])));
      expect([twice?.waves, twice?.tasks]).toEqual([once?.waves, once?.tasks]);
    }),
  );
});
