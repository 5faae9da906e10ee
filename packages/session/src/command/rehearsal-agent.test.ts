import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { GIT_ENVIRONMENT } from '../../../../test/rig/git.js';
import { anOrder, tempFolder } from '../scripted-world.testing.js';
import { startSession } from '../start-session.js';

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A rehearsal of order-api with these edits, in a repository with one file. */
function rehearsal(edits: unknown, environment: Readonly<Record<string, string>> = GIT_ENVIRONMENT) {
  const folder = tempFolder();
  if (edits !== undefined) write(folder, { 'order-api.json': JSON.stringify(edits) });
  const { order, news } = anOrder({ runner: { kind: 'rehearsal', edits: folder } });
  const env = { ...order.environment, BREAKWATER_REHEARSAL_PAUSE: '0', HOME: folder, ...environment };
  const git = (...words: readonly string[]) =>
    execFileSync('git', words, { cwd: order.cwd, env: { ...env, ...GIT_ENVIRONMENT }, encoding: 'utf8' }).trimEnd();
  write(order.cwd, { 'apps/api/orders.ts': 'export const orders = [];\n' });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
  return { order: { ...order, environment: env, logFile: join(folder, 'session.log') }, news, git };
}

const EDITS = {
  say: 'Add the order history',
  steps: [
    { path: 'apps/api/history.ts', create: 'export const history = 1;\n' },
    { path: 'apps/api/orders.ts', replace: '[]', with: "['$&']" },
    { path: 'apps/api/history.ts', delete: true },
  ],
};

test('prepared edits are made one by one and committed', async () => {
  const { order, news, git } = rehearsal(EDITS);
  const end = await startSession(order);
  expect(end).toEqual({
    end: 'succeeded',
    summary: 'Add the order history',
    usage: { usd: 0, inputTokens: 0, outputTokens: 0, turns: 0, seconds: expect.any(Number) },
  });
  expect(news.flatMap((one) => (one.kind === 'activity' ? [one.text] : []))).toEqual([
    'writes apps/api/history.ts',
    'edits apps/api/orders.ts',
    'deletes apps/api/history.ts',
    'Add the order history',
  ]);
  expect(git('show', '--format=%s', '--name-status', 'HEAD')).toBe('Add the order history\n\nM\tapps/api/orders.ts');
  expect(readFileSync(join(order.cwd, 'apps/api/orders.ts'), 'utf8')).toBe("export const orders = ['$&'];\n");
  expect(git('status', '--porcelain')).toBe('');
});

test('without prepared edits one harmless file is committed', async () => {
  const { order, git } = rehearsal(undefined);
  expect((await startSession(order)).end).toBe('succeeded');
  expect(git('show', '--format=%s', '--name-status', 'HEAD')).toBe('Rehearse order-api\n\nA\t.breakwater-rehearsal-order-api');
});

test('a text that does not occur exactly once is refused, and the line says where', async () => {
  const { order } = rehearsal({ say: 'x', steps: [{ path: 'apps/api/orders.ts', replace: 'o', with: 'p' }] });
  expect(await startSession(order)).toMatchObject({
    end: 'failed',
    failure: {
      reason: 'session-failed',
      exitCode: 1,
      message: 'apps/api/orders.ts: the text to replace occurs 3 times instead of once: "o"',
    },
  });
});

test.each(['../outside.txt', '/tmp/breakwater-outside.txt', 'link/outside.txt', 'link/new/outside.txt'])(
  'an edit of %s is refused, for it leads out of the worktree',
  async (path) => {
    const { order } = rehearsal({ say: 'x', steps: [{ path, create: 'x' }] });
    const outside = tempFolder();
    symlinkSync(outside, join(order.cwd, 'link'));
    expect(await startSession(order)).toMatchObject({ end: 'failed', failure: { reason: 'session-failed' } });
    expect([
      existsSync(join(outside, 'outside.txt')),
      existsSync(join(order.cwd, '..', 'outside.txt')),
      existsSync(join(outside, 'new')),
    ]).toEqual([false, false, false]);
  },
);

test('where git has no name to sign with, the work stays uncommitted', async () => {
  const { order, git } = rehearsal(EDITS, { ...GIT_ENVIRONMENT, GIT_AUTHOR_NAME: '', GIT_COMMITTER_NAME: '' });
  expect((await startSession(order)).end).toBe('succeeded');
  expect(git('log', '--format=%s')).toBe('Begin');
  expect(git('status', '--porcelain')).not.toBe('');
});
