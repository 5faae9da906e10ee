import { describe, expect, test } from 'vitest';
import { resolveConfig } from './resolve-config.js';
import { resolvePortRange } from './resolve-port-range.js';

test('without a word all is default', () => {
  expect(resolveConfig({})).toEqual({
    concurrency: 3,
    caution: 'balanced',
    threshold: 0.5,
    schedule: 'waves',
    effort: 'default',
    review: { mode: 'none', reviewers: 1 },
    runner: { kind: 'claude' },
    verify: [],
    worktrees: { directory: '../{repo}.breakwater', include: [] },
    hubs: [],
    resources: {},
    lanes: { env: {}, ports: {} },
    claude: { command: 'claude', permissionMode: 'dontAsk', allow: [] },
    fence: 'open',
    sandbox: 'off',
    isolation: 'worktree',
    retry: { times: 3, seconds: 30 },
    budget: { perTask: {} },
  });
});

test('every word counts', () => {
  const config = resolveConfig({
    $schema: 'x',
    version: 1,
    tasks: 'tasks.yaml',
    concurrency: 5,
    caution: 'careful',
    threshold: 0.3,
    schedule: 'stream',
    effort: 'high',
    review: { mode: 'task', minutesPerTask: 10, reviewers: 2 },
    runner: { kind: 'command', command: ['node', 'agent.mjs'] },
    verify: ['npm test'],
    prepare: [],
    worktrees: { directory: '../w', include: ['.env*'] },
    hubs: [
      { files: ['package-lock.json'], policy: 'regenerate', command: 'npm i' },
      { files: ['CHANGELOG.md'], policy: 'union' },
    ],
    resources: { gpu: { capacity: 2 } },
    lanes: { env: { PORT: '{port:web}' }, ports: { web: '4200-4299', db: 5432, api: [3000, 3009] } },
    claude: { command: '/opt/claude', model: 'opus', permissionMode: 'acceptEdits', allow: ['Bash(ls)'] },
    fence: 'closed',
    sandbox: 'required',
    isolation: 'clone',
    retry: { times: 1 },
    budget: { usd: 10, perTask: { usd: 2, minutes: 30 } },
  });
  expect(config).toEqual({
    tasks: 'tasks.yaml',
    retry: { times: 1, seconds: 30 },
    concurrency: 5,
    caution: 'careful',
    threshold: 0.3,
    schedule: 'stream',
    effort: 'high',
    review: { mode: 'task', minutesPerTask: 10, reviewers: 2 },
    runner: { kind: 'command', command: ['node', 'agent.mjs'] },
    verify: ['npm test'],
    prepare: [],
    worktrees: { directory: '../w', include: ['.env*'] },
    hubs: [
      { files: ['package-lock.json'], policy: 'regenerate', command: 'npm i' },
      { files: ['CHANGELOG.md'], policy: 'union' },
    ],
    resources: { gpu: 2 },
    lanes: { env: { PORT: '{port:web}' }, ports: { web: [4200, 4299], db: [5432, 5432], api: [3000, 3009] } },
    claude: { command: '/opt/claude', model: 'opus', permissionMode: 'acceptEdits', allow: ['Bash(ls)'] },
    fence: 'closed',
    sandbox: 'required',
    isolation: 'clone',
    budget: { usd: 10, perTask: { usd: 2, minutes: 30 } },
  });
});

test('one word says when to review', () => {
  expect(resolveConfig({ review: 'wave' }).review).toEqual({ mode: 'wave', reviewers: 1 });
  expect(resolveConfig({ review: { minutesPerTask: 5 } }).review).toEqual({ mode: 'none', minutesPerTask: 5, reviewers: 1 });
});

test('an optional field that was not said is absent, not undefined', () => {
  const config = resolveConfig({ claude: {}, hubs: [{ files: [], policy: 'ignore' }], budget: {} });
  expect([Object.keys(config.claude), Object.keys(config.hubs[0] ?? {}), Object.keys(config.budget)]).toEqual([
    ['command', 'permissionMode', 'allow'],
    ['files', 'policy'],
    ['perTask'],
  ]);
  expect('tasks' in config || 'prepare' in config).toBe(false);
});

test('names that every object knows are no resources, ports or variables', () => {
  const { resources, lanes } = resolveConfig({});
  expect([resources['toString'], lanes.ports['valueOf'], lanes.env['hasOwnProperty']]).toEqual([undefined, undefined, undefined]);
});

describe('a port range', () => {
  test.each([
    ['4200', [4200, 4200]],
    ['4200-4299', [4200, 4299]],
    [4200, [4200, 4200]],
    [[1, 2] as const, [1, 2]],
  ])('%j', (written, range) => {
    expect(resolvePortRange(written)).toEqual(range);
  });
});
