import { type Plan, type PlanNote, taskId, type WaitReason } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { aTouch, examplePlan, type examplePreview, planned } from '../example-plan.testing.js';
import { renderPlan } from './render-plan.js';

const view = { columns: 80, colour: false, unicode: true };

function aPlan(waves: readonly (readonly string[])[], rest: Partial<Plan> = {}): Plan {
  const tasks = waves.flatMap((wave, at) => wave.map((id) => planned(id, at + 1, [aTouch(`src/${id}.ts`, 0.5, 'brief'), 0])));
  const { run: _, ...forecast } = examplePlan.forecast;
  return {
    ...examplePlan,
    forecast,
    tasks,
    waves: waves.map((wave) => wave.map(taskId)),
    precedences: [],
    conflicts: [],
    risks: [],
    diagnostics: [],
    ...rest,
  };
}

function shown(plan: Plan, rest: Partial<typeof examplePreview> = {}): string {
  return renderPlan({ plan, waits: new Map(), verbose: false, guard: 'off', next: [], ...rest }, view);
}

function vague(id: string, candidates: number, projects: readonly string[]): PlanNote {
  return { code: 'Q_VAGUE', message: 'vague', task: taskId(id), question: { candidates, projects } };
}

describe('a plan', () => {
  it('without tasks says so', () => {
    expect(shown(aPlan([]))).toBe('No tasks to plan.\n');
  });

  it('of one task speaks of no waves to wait for and no clashes', () => {
    expect(shown(aPlan([['fix-login']]))).toBe(`Breakwater plan                                                 main at 4f1c2a9
1 task in 1 wave

Wave 1 ────────────────────────────────────────────────────────────── 1 session
  fix-login  ◐ src/fix-login.ts                              brief

◐ likely that it writes the file

Forecast
  cost        no session here has told its cost yet, and no budget is set
`);
  });

  it('of one wave says that all can run together', () => {
    expect(shown(aPlan([['a', 'b']]))).toContain('\n2 tasks in 1 wave: all can run together\n');
  });

  it('from a commit that is no branch names the commit', () => {
    const plan = aPlan([['a']], { base: { ...examplePlan.base, branch: null } });
    expect(shown(plan)).toContain(' commit 4f1c2a9\n');
  });

  it('shows a task of which nothing is known as such', () => {
    const plan = { ...aPlan([['a']]), tasks: [planned('a', 1, [undefined, 0])] };
    expect(shown(plan)).toContain('  a  · no file expected\n\nForecast');
  });

  it('says how many reasons it leaves out, and none with every detail', () => {
    const plan = aPlan([['a', 'b', 'c', 'd'], ['e']]);
    const reasons = ['a', 'b', 'c', 'd'].map((id): WaitReason => ({ kind: 'after', task: taskId(id) }));
    const waits = new Map([[taskId('e'), reasons]]);
    const lines = shown(plan, { waits })
      .split('\n')
      .filter((line) => /waits|more/.test(line));
    expect(lines).toEqual(['     ↳ waits for a', '     ↳ waits for b', '     ↳ waits for c', '       and 1 reason more']);
    expect(shown(plan, { waits, verbose: true })).toContain('    ↳ waits for d\n');
  });

  it('of many tasks has a line a wave', () => {
    const wave = (n: number): readonly string[] => Array.from({ length: 16 }, (_, at) => `task-${n}-${at}`);
    const plan = aPlan([wave(1), wave(2)], { concurrency: 16 });
    const waits = new Map<ReturnType<typeof taskId>, readonly WaitReason[]>([
      [
        taskId('task-2-0'),
        [
          { kind: 'after', task: taskId('task-1-0') },
          { kind: 'full', wave: 1 },
        ],
      ],
      [taskId('task-2-1'), [{ kind: 'apart', task: taskId('task-1-1') }]],
      [taskId('task-2-2'), [{ kind: 'apart', task: taskId('task-1-1') }]],
    ]);
    expect(shown(plan, { waits })).toContain(`
Wave 2 ──────────────────────────────────────────────────────────── 16 sessions
  task-2-0, task-2-1, task-2-2, task-2-3, task-2-4, task-2-5, task-2-6,
  task-2-7, task-2-8, task-2-9, task-2-10, task-2-11, task-2-12, task-2-13,
  task-2-14, task-2-15
  1 waits for an earlier task, 2 kept apart from an earlier one, 1 found no
  room before

Forecast
`);
  });

  it('warns before it asks', () => {
    const note = { code: 'W_SCOPE', message: 'scope "pay" names no project' };
    const plan = aPlan([['a', 'b']], { diagnostics: [vague('b', 12, ['web']), note] });
    expect(shown(plan)).toContain(`
! scope "pay" names no project

? One question
  b names no project, file or symbol; 12 files would fit it. Which project is
  it about?
  Most likely: web. Answer in the tasks file with  scope: [web]
  Without an answer it runs last, beside one other task only.
`);
  });

  it('asks the first question whole and the others shortly', () => {
    const plan = aPlan([['a'], ['b', 'c', 'd'], ['e']], { diagnostics: [vague('b', 0, []), vague('e', 1, ['api'])] });
    expect(shown(plan)).toContain(`
? 2 questions
  b names no project, file or symbol. Which project is it about?
  Answer in the tasks file with  scope: [project or folder]
  Without an answer it runs in wave 2, beside two other tasks.
  e names none either; 1 file would fit it
`);
    expect(shown(plan)).toContain('  b  ? unsure: nothing says which files\n');
  });
});
