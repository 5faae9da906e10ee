import { NO_USAGE, type Protection, type RunState, type TaskRun, type Usage } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { finished, usage, work } from '../example-run.testing.js';
import { figureRows } from './figure-rows.js';

const [one, two] = finished.tasks;

/** The rows of a run of these tasks, `label: text`. */
function figures(tasks: readonly TaskRun[], rest: Partial<RunState> = {}): readonly string[] {
  const { budget: _, ...state } = finished;
  return figureRows({ ...state, tasks, ...rest }).map(({ label, text }) => `${label}: ${text.join('')}`);
}

function took(usages: readonly Usage[], verifySeconds = 0): readonly TaskRun[] {
  return usages.map((used, n) => ({ ...(n === 0 ? one! : two!), usage: used, verifySeconds }));
}

const UNTOLD: Usage = { inputTokens: 1, outputTokens: 1, turns: 1, seconds: 60 };

describe('the cost of a run', () => {
  it.each<readonly [string, readonly Usage[], number | undefined]>([
    ['$3.00', [usage(1, 1), usage(1, 2)], undefined],
    ['$3.00 of $2.50', [usage(1, 1), usage(1, 2)], 2.5],
    ['$0.00', [NO_USAGE], undefined],
    ['not told by the sessions', [UNTOLD, UNTOLD], undefined],
    ['not told by the sessions; the budget was $10', [UNTOLD], 10],
    ['at least $1.00; 1 task did not tell', [UNTOLD, usage(1, 1)], undefined],
    ['at least $1.00 of $10; 1 task did not tell', [usage(1, 1), UNTOLD], 10],
  ])('is %s', (text, usages, budget) => {
    const rows = figures(took(usages), budget === undefined ? {} : { budget });
    expect(rows[0]).toBe(`cost: ${text}`);
  });
});

describe('the cost of a run with sessions that were cut off', () => {
  const tasks = took([usage(1, 1), UNTOLD]).map((task, n) => (n === 1 ? { ...task, unknownUsd: 2.5 } : task));

  it('is what was told and at most what was kept for them', () => {
    expect(figures(tasks, { budget: 10, runner: 'claude' })[0]).toBe(
      'cost: at most $3.50 of $10; $1.00 was told, sessions that were cut off told nothing',
    );
  });

  it('is not guessed for programs that never tell', () => {
    expect(figures(tasks, { budget: 10, runner: 'command' })[0]).toBe('cost: at least $1.00 of $10; 1 task did not tell');
  });
});

describe('the time of a run', () => {
  it('stands beside that of sessions and checks one after another', () => {
    expect(figures(took([usage(600, 1), usage(1200, 1)], 90), { seconds: 1300 })[1]).toBe(
      'time: 22 min; one after another 33 min (sessions and checks added up)',
    );
  });

  it('is left out when no session ran', () => {
    expect(figures(took([NO_USAGE, NO_USAGE])).map((row) => row.split(':')[0])).toEqual(['cost', 'clashes', 'predicted']);
  });
});

describe('how near the prediction was', () => {
  it('counts the files that were foreseen among those that changed', () => {
    const states = [work(3, [1, 0], ['x.ts', 'y.ts']), work(2, [1, 0])].map((done) => ({
      ...one!,
      state: { state: 'integrated', attempt: 1, work: done, commit: finished.tip } as const,
    }));
    expect(figures(states).at(-1)).toBe('predicted: 3 of the 5 files that changed');
  });

  it('is left out when nothing changed, and clashes with only one task', () => {
    expect(figures([{ ...one!, state: { state: 'pending' } }]).map((row) => row.split(':')[0])).toEqual(['cost', 'time']);
  });

  it('says how many tasks were held', () => {
    expect(figures(finished.tasks)).toContain('clashes: 1 task held; nothing overwritten');
    expect(figures([one!, two!])).toContain('clashes: none');
  });
});

it('what kept the sessions apart, and what did not', () => {
  const fence = (rest: Partial<Protection>) =>
    figures(finished.tasks, { protection: { fence: 'open', guard: 'at-the-end', ...rest } }).filter((row) =>
      row.startsWith('fence'),
    );
  const seen = 'fence: open, seen when a session ended, for its program cannot be asked before';
  expect(fence({})).toEqual([`${seen}; no sandbox`]);
  expect(fence({ isolation: 'clone' })).toEqual([`${seen}; each in a clone of its own; no sandbox`]);
  expect(fence({ sandbox: { use: 'none', why: 'bwrap is not installed' } })).toEqual([
    `${seen}; no sandbox (bwrap is not installed)`,
  ]);
  expect(fence({ sandbox: { use: 'bubblewrap' }, guard: 'each-write', permissionMode: 'dontAsk' })).toEqual([
    'fence: open, sessions asked before each write; permission mode dontAsk; sandbox: bubblewrap, reads everything, writes in its worktree',
  ]);
});
