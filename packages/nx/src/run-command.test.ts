import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import execute from './executors/execute.js';
import plan from './executors/plan.js';
import { aRepository } from './nx-rig.testing.js';

const FILES = {
  'libs/core/project.json': '{"name": "core"}',
  'libs/core/src/index.ts': 'export const core = 1;\n',
  'tools/Cargo.toml': '[package]\n',
  'tools/src/main.rs': 'fn main() {}\n',
  'breakwater.tasks.yaml':
    'tasks:\n  - { id: a, brief: Change it., scope: [crate] }\n  - { id: b, brief: Change it., scope: ["lang:rust"] }\n',
};
const GRAPH = {
  nodes: {
    crate: { name: 'crate', data: { root: 'tools', tags: ['lang:rust'] } },
    core: { name: 'core', data: { root: 'libs/core' } },
  },
  dependencies: {},
};

/** What a command wrote to this process's own streams. */
async function heard(work: () => Promise<{ success: boolean }>): Promise<{ readonly success: boolean; readonly text: string }> {
  let text = '';
  const keep = (chunk: unknown): boolean => {
    text += String(chunk);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep),
  ];
  try {
    return { ...(await work()), text };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

it('plans with the names and tags that only the graph of Nx knows', async () => {
  const root = aRepository(FILES);
  const options = { out: 'plan.json' };
  const without = await heard(() => plan(options, { root, isVerbose: false }));
  expect([without.success, without.text.includes('no project, tag or folder')]).toEqual([false, true]);
  const made = await heard(() => plan(options, { root, isVerbose: false, projectGraph: GRAPH }));
  expect([made.success, made.text.includes('tools/'), /run it +npx breakwater execute\n/.test(made.text)]).toEqual([
    true,
    true,
    true,
  ]);
  const { tasks } = JSON.parse(readFileSync(join(root, 'plan.json'), 'utf8'));
  expect(tasks.map((task: { scope: readonly string[] }) => task.scope)).toEqual([['crate'], ['crate']]);
});

it('writes its output again when it runs again, as targets do', async () => {
  const root = aRepository(FILES);
  const context = { root, isVerbose: false, projectGraph: GRAPH };
  const options = { out: 'plan.json', html: 'plan.html' };
  const limits = (): readonly unknown[] => [
    JSON.parse(readFileSync(join(root, 'plan.json'), 'utf8')).concurrency,
    /at most (\d) session|all can run together/.exec(readFileSync(join(root, 'plan.html'), 'utf8'))?.[0],
  ];
  await heard(() => plan(options, context));
  const before = limits();
  const again = await heard(() => plan({ ...options, concurrency: 1 }, context));
  expect([again.success, before, limits()]).toEqual([true, [3, 'all can run together'], [1, 'at most 1 session']]);
});

it('leaves no listener behind and paints nothing over', async () => {
  const root = aRepository(FILES);
  const before = process.listenerCount('SIGINT');
  const { text } = await heard(() => execute({ dryRun: true, runner: 'claude' }, { root, isVerbose: false }));
  expect(text).not.toContain('\x1b[');
  expect(process.listenerCount('SIGINT')).toBe(before);
  expect(existsSync(join(root, '.git', 'breakwater', 'runs'))).toBe(false);
});
