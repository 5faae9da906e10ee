import { taskId } from '@breakwater/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../columns-of.js';
import { midway, midwayNow, usage } from '../example-run.testing.js';
import { laneColumns, laneLines, type Working } from './lane-lines.js';

const view = { columns: 80, colour: false, unicode: true };
const running = midway.tasks.find(({ id }) => id === 'audit-log')!;
const columns = laneColumns(midway, view);

function shown(working: Partial<Working>, width = 80): readonly string[] {
  return laneLines({ task: running, news: undefined, now: midwayNow, ...working }, columns, { ...view, columns: width });
}

const news = (phase: 'open' | 'prepare' | 'session' | 'save' | 'verify') =>
  ({ attempt: 1, phase, quietSince: midwayNow }) as const;

describe('the steps of a task in a wide window', () => {
  it.each([
    ['open', '▶ prepare  · session  · verify'],
    ['prepare', '▶ prepare  · session  · verify'],
    ['session', '✔ prepare  ▶ session  · verify'],
    ['save', '✔ prepare  ▶ session  · verify'],
    ['verify', '✔ prepare  ✔ session  ▶ verify'],
  ] as const)('while it is at %s', (phase, steps) => {
    expect(shown({ news: news(phase) }, 110)[0]).toContain(steps);
  });
});

describe('what a task does', () => {
  it.each([
    [{ activity: 'edits a.ts', detail: 'npm ci' }, 'edits a.ts'],
    [{ detail: 'npm ci' }, 'npm ci'],
    [{ activity: 'edits a.ts', quietSince: '2026-11-22T09:18:48.000Z' }, 'quiet for 1:01'],
    [{ activity: 'edits a.ts', quietSince: '2026-11-22T09:18:50.000Z' }, 'edits a.ts'],
  ])('%j is %j', (told, doing) => {
    expect(shown({ news: { ...news('session'), ...told } })[0]).toMatch(new RegExp(` {3}${doing}$`));
    expect(shown({ news: { ...news('session'), ...told } }, 40)[1]).toBe(`    session ${doing}`);
  });
});

describe('what a task cost', () => {
  it('is left open until something is told, and never mistaken for nothing', () => {
    const told = (used: ReturnType<typeof usage>) => shown({ news: { ...news('session'), usage: used } }, 110)[0];
    expect(told(usage(5, 0.5, 1500))).toContain('2:33   $0.50     2k');
    expect(told(usage(5, 0, 1500))).toContain('2:33             2k');
    expect(shown({}, 110)[0]).toMatch(/2:33$/);
  });
});

it('columns are the same for every task of a run, whatever the names and the width', async () => {
  const name = fc.stringMatching(/^t[a-z]{0,40}$/);
  await fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 4 }), fc.integer({ min: 60, max: 160 }), (names, width) => {
      const tasks = names.map((id) => ({ ...running, id: taskId(id) }));
      const wide = { ...view, columns: width };
      const same = laneColumns({ ...midway, tasks }, wide);
      const starts = tasks.map((task) => {
        const [line = ''] = laneLines({ task, news: undefined, now: midwayNow }, same, wide);
        return columnsOf(line.slice(0, line.search(/[▶✔]/)));
      });
      expect(new Set(starts)).toEqual(new Set([same.detail]));
    }),
  );
});
