/** The eight tasks every view is shown with. */
import {
  commitId,
  confidenceOf,
  folderOf,
  PLAN_SCHEMA,
  type Plan,
  type PlannedTask,
  repoPath,
  type TaskId,
  type Touch,
  taskId,
  type WaitReason,
} from '@breakwater/model';
import type { PlanPreview } from './plan/render-plan.js';

export const BASE = commitId('4f1c2a9'.padEnd(40, '0'));

export function aTouch(path: string, p: number, detail: string): Touch {
  return { path: repoPath(path), p, confidence: confidenceOf(p), evidence: [{ source: 'declared', detail }] };
}

/** A task that writes `path` and `more` others of the same folder. */
export function planned(
  id: string,
  wave: number,
  [first, more]: readonly [Touch | undefined, number],
  rest: Partial<PlannedTask> = {},
): PlannedTask {
  const folder = first === undefined ? 'src' : folderOf(first.path) || 'src';
  const others = Array.from({ length: more }, (_, at) => aTouch(`${folder}/file-${at + 1}.ts`, 0.5 - at / 100, 'text'));
  const writes = first === undefined ? [] : [first, ...others];
  return { id: taskId(id), wave, after: [], writes, reads: [], creates: [], scope: [], resources: [], ...rest };
}

const api = taskId('order-history-api');
const filters = repoPath('apps/web/src/search/filters.tsx');
const page = repoPath('apps/web/src/orders/history.page.tsx');
const audit = repoPath('apps/api/src/audit/audit.module.ts');

const TASKS: readonly PlannedTask[] = [
  planned('order-history-api', 1, [aTouch('apps/api/src/orders/orders.controller.ts', 1, 'declared'), 7]),
  planned('order-history-page', 2, [aTouch(page, 1, 'declared'), 4], { after: [api], creates: [page] }),
  planned('fix-login-redirect', 1, [aTouch('apps/web/src/auth/login.guard.ts', 0.95, 'brief: LoginGuard'), 2]),
  planned('audit-log', 2, [aTouch(audit, 1, 'declared'), 6], { creates: [audit] }),
  planned('search-filters', 1, [aTouch(filters, 1, 'declared'), 7], { creates: [filters] }),
  planned('price-rounding-tests', 2, [aTouch('libs/pricing/src/rounding.test.ts', 1, 'declared'), 1]),
  planned('upgrade-zod', 3, [aTouch('package.json', 0.93, 'brief: dependency'), 24]),
  planned('make-app-faster', 3, [undefined, 0]),
];

const dto = repoPath('libs/contracts/src/order.dto.ts');

export const examplePlan: Plan = {
  schema: PLAN_SCHEMA,
  id: 'e3b0c442',
  base: { commit: BASE, branch: 'main' },
  concurrency: 3,
  caution: 'balanced',
  threshold: 0.5,
  schedule: 'waves',
  tasks: TASKS,
  precedences: [{ before: api, after: taskId('order-history-page'), reasons: [{ kind: 'declared' }] }],
  conflicts: [
    { between: [api, taskId('audit-log')], reasons: [{ kind: 'write-write', path: 'apps/api/src/orders/orders.controller.ts' }] },
    { between: [api, taskId('upgrade-zod')], reasons: [{ kind: 'risk', p: 0.7, path: dto }] },
  ],
  risks: [
    { between: [api, taskId('audit-log')], p: 1 },
    { between: [api, taskId('upgrade-zod')], p: 0.7, path: dto },
    { between: [api, taskId('order-history-page')], p: 0.6, path: dto },
    { between: [api, taskId('search-filters')], p: 0.15, path: dto },
    { between: [taskId('order-history-page'), taskId('audit-log')], p: 0.1 },
  ],
  waves: [
    ['order-history-api', 'fix-login-redirect', 'search-filters'],
    ['order-history-page', 'audit-log', 'price-rounding-tests'],
    ['upgrade-zod', 'make-app-faster'],
  ].map((wave) => wave.map(taskId)),
  forecast: {
    ...{ waves: 3, lowerBound: 3, expectedCollisions: 0.25, listedOrderCollisions: 0.7 },
    estimates: TASKS.map(({ id }) => ({ task: id, minutes: 11, source: 'runs' })),
    run: {
      ...{ runs: 200, sessions: 14, unit: 'minutes', usd: { p50: 4.1, p90: 8.8 } },
      time: { stream: { p50: 26.2, p90: 41.7 }, waves: { p50: 32.5, p90: 49.8 }, serial: { p50: 89.4, p90: 120.5 } },
    },
  },
  diagnostics: [
    {
      code: 'Q_VAGUE',
      message: 'make-app-faster names no project, file or symbol',
      task: taskId('make-app-faster'),
      question: { candidates: 214, projects: ['web', 'api', 'pricing'] },
    },
  ],
};

export const exampleWaits: ReadonlyMap<TaskId, readonly WaitReason[]> = new Map([
  [taskId('order-history-page'), [{ kind: 'after', task: api }]],
  [taskId('audit-log'), [{ kind: 'apart', task: api }]],
  [taskId('price-rounding-tests'), [{ kind: 'full', wave: 1 }]],
  [taskId('upgrade-zod'), [{ kind: 'apart', task: api }]],
  [taskId('make-app-faster'), [{ kind: 'vague' }]],
]);

const constraints = { costs: [{ constraint: { kind: 'concurrency', sessions: 3 }, waves: 2 } as const], hubs: [] };
const reason = { kind: 'concurrency', tasks: TASKS.map(({ id }) => id), before: 0, behind: 0 } as const;

export const examplePreview: PlanPreview = {
  plan: { ...examplePlan, forecast: { ...examplePlan.forecast, reason, constraints } },
  waits: exampleWaits,
  verbose: false,
  guard: 'off',
  budgetUsd: 10,
  next: [
    { label: 'run it', command: 'breakwater execute' },
    { label: 'all files', command: 'breakwater plan --verbose' },
    { label: 'why apart', command: 'breakwater explain audit-log order-history-api' },
  ],
};
