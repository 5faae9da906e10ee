/** A run of the eight example tasks, record by record. */
import {
  type Change,
  commitId,
  foldRun,
  NO_USAGE,
  type Recorded,
  type RunEvent,
  type RunState,
  runId,
  taskId,
  type Usage,
  type Work,
} from '@breakwater/model';
import { BASE, examplePlan } from './example-plan.testing.js';
import { foldNews, type LiveNews, NO_NEWS } from './run/live-news.js';

export const RUN = runId('7f3a');
const START = Date.parse('2026-11-22T09:12:04.000Z');

/** The wall time so many seconds after the start. */
export function at(seconds: number): string {
  return new Date(START + seconds * 1000).toISOString();
}

export function usage(seconds: number, usd: number, tokens = 30_000): Usage {
  return { usd, inputTokens: tokens, outputTokens: 0, turns: 9, seconds };
}

const TIP = commitId('a'.repeat(40));

/** Work that changed so many files, lines spread over them. */
export function work(files: number, lines: readonly [number, number], unpredicted: readonly string[] = []): Work {
  const names = Array.from({ length: files }, (_, n) => unpredicted[n] ?? `${lines.join('-')}/file-${n + 1}.ts`);
  const changes = names.map((path, n): Change => ({ path, added: n === 0 ? lines[0] : 0, removed: n === 0 ? lines[1] : 0 }));
  return { base: BASE, commit: TIP, changes, savedByUs: false, drift: { unpredicted, untouched: [], alsoChangedBy: [] } };
}

export const STARTED: RunEvent = {
  ev: 'run-started',
  run: RUN,
  plan: examplePlan.id,
  base: BASE,
  baseBranch: 'main',
  integration: 'breakwater/7f3a/integration',
  concurrency: 3,
  runner: 'claude',
  budget: 10,
  tasks: examplePlan.waves.flat().map((id) => {
    const task = examplePlan.tasks.find((one) => one.id === id);
    return { id, wave: task?.wave ?? 1, after: task?.after ?? [] };
  }),
  version: '0.1.0',
};

type Timed = readonly [number, RunEvent];

function start(name: string, lane: number, seconds: number): readonly Timed[] {
  const task = taskId(name);
  return [
    [seconds, { ev: 'task-started', task, attempt: 1, lane, base: BASE }],
    [seconds + 1, { ev: 'task-phase', task, phase: 'prepare' }],
    [seconds + 14, { ev: 'task-phase', task, phase: 'session' }],
    [seconds + 15, { ev: 'session-started', task, sessionId: 'f0', model: 'sonnet' }],
  ];
}

function end(name: string, seconds: number, done: Work, used: Usage): readonly Timed[] {
  const task = taskId(name);
  return [
    [seconds, { ev: 'task-committed', task, work: done, usage: used }],
    [seconds + 41, { ev: 'task-verified', task, old: BASE, candidate: TIP, seconds: 41 }],
    [seconds + 42, { ev: 'task-integrated', task, commit: TIP }],
  ];
}

const FIRST_WAVE: readonly Timed[] = [
  [0, STARTED],
  [0, { ev: 'wave-started', wave: 1, base: BASE }],
  ...start('order-history-api', 0, 0),
  ...start('fix-login-redirect', 1, 0),
  ...start('search-filters', 2, 0),
  ...end('fix-login-redirect', 160, work(4, [63, 12]), usage(201, 0.36)),
  ...end('order-history-api', 225, work(8, [212, 18]), usage(266, 0.84, 64_000)),
  ...end('search-filters', 270, work(9, [187, 40], ['apps/web/src/search/query.ts']), usage(312, 0.73, 61_000)),
];

const SECOND_WAVE: readonly Timed[] = [
  [312, { ev: 'wave-started', wave: 2, base: TIP }],
  ...start('order-history-page', 0, 312),
  ...start('audit-log', 1, 312),
  ...start('price-rounding-tests', 2, 312),
  ...end('price-rounding-tests', 420, work(1, [96, 0]), usage(140, 0.28)),
];

const THE_END: readonly Timed[] = [
  ...end('order-history-page', 500, work(5, [164, 9]), usage(280, 0.62)),
  [
    510,
    {
      ev: 'task-committed',
      task: taskId('audit-log'),
      work: work(7, [148, 6], ['apps/web/src/app.routes.ts']),
      usage: usage(290, 0.44),
    },
  ],
  [
    512,
    { ev: 'task-held', task: taskId('audit-log'), paths: ['apps/web/src/app.routes.ts'], with: [taskId('order-history-page')] },
  ],
  [600, { ev: 'wave-started', wave: 3, base: TIP }],
  ...start('upgrade-zod', 0, 600),
  ...start('make-app-faster', 1, 600),
  ...end('make-app-faster', 1300, work(4, [88, 47]), usage(640, 1.4)),
  [1400, { ev: 'task-committed', task: taskId('upgrade-zod'), work: work(16, [120, 110]), usage: usage(700, 2.1) }],
  [
    1449,
    {
      ev: 'task-failed',
      task: taskId('upgrade-zod'),
      failure: { reason: 'verify', command: 'npx nx test contracts', exitCode: 1, tail: '3 of 41 failed' },
      usage: NO_USAGE,
    },
  ],
  [1450, { ev: 'run-finished', tip: TIP }],
];

export function recorded(events: readonly Timed[]): readonly Recorded[] {
  const inTime = [...events].sort(([a], [b]) => a - b);
  return inTime.map(([seconds, event], n) => ({ v: 1, seq: n + 1, t: at(seconds), event }));
}

/** Every record of the run, to its end. */
export const wholeRun: readonly Recorded[] = recorded([...FIRST_WAVE, ...SECOND_WAVE, ...THE_END]);

export const finished: RunState = foldRun(wholeRun);

/** In the middle of the second wave: two sessions work, one place is free. */
export const midway: RunState = foldRun(recorded([...FIRST_WAVE, ...SECOND_WAVE]));

export const midwayNow: string = at(465);

const lane = (
  name: string,
): { readonly run: typeof RUN; readonly task: ReturnType<typeof taskId>; readonly attempt: number } => ({
  run: RUN,
  task: taskId(name),
  attempt: 1,
});

export const midwayNews: LiveNews = [
  { id: lane('order-history-page'), seq: 1, news: { kind: 'phase', phase: 'session' } as const },
  { id: lane('order-history-page'), seq: 2, news: { kind: 'usage', usage: usage(140, 0.61, 64_000) } as const },
  { id: lane('order-history-page'), seq: 3, news: { kind: 'activity', text: 'edits history.page.tsx' } as const },
  { id: lane('audit-log'), seq: 1, news: { kind: 'usage', usage: usage(120, 0.36, 36_000) } as const },
  { id: lane('audit-log'), seq: 2, news: { kind: 'phase', phase: 'verify', detail: 'npx nx test api' } as const },
].reduce((live, news) => foldNews(live, news, at(450)), NO_NEWS);
