import { type CommitId, commitId, runId } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { accepted, aRig, type Rig } from './api-rig.testing.js';
import { holdLock } from './hold-lock.js';
import { branchRef, repositoryPort } from './repository-port.js';

const run = runId('7f3a');
const task = aTask('a').id;

/** A base, and two commits upon it that both change the readme. */
async function aFork() {
  const rig = aRig({ a: 'x' });
  const repository = await rig.repository();
  const lock = accepted(await holdLock(repository, run, rig.world));
  const base = commitId(rig.git('rev-parse', 'HEAD'));
  return { rig, repository, lock, base, port: repositoryPort(repository, lock, rig.world) };
}

function commitOn(rig: Rig, base: CommitId, files: Readonly<Record<string, string>>, date: string): CommitId {
  rig.git('checkout', '-q', '--detach', base);
  rig.write(files);
  rig.git('add', '-A');
  rig.git('commit', '-q', '-m', 'Work', '--date', date);
  return commitId(rig.git('rev-parse', 'HEAD'));
}

describe('a candidate', () => {
  it('is the same commit each time it is made, whoever makes it and when', async () => {
    const { rig, base, port, repository, lock } = await aFork();
    const tip = commitOn(rig, base, { 'one.txt': '1' }, '2026-01-01T00:00:00Z');
    const commit = commitOn(rig, base, { 'two.txt': '2' }, '2026-01-02T00:00:00Z');
    const order = { run, task, attempt: 2, title: 'Write two', tip, commit };
    const first = await port.candidate(order);
    const second = await repositoryPort(repository, lock, rig.world).candidate(order);
    expect(second).toEqual(first);
    const made = first.merged ? first.commit : '';
    expect(rig.git('log', '-1', '--format=%P|%B', made)).toBe(
      `${tip} ${commit}|Write two\n\nBreakwater-Run: 7f3a\nBreakwater-Task: a\nBreakwater-Attempt: 2\n`.trimEnd(),
    );
    const time = Math.max(...[tip, commit].map((one) => Number(rig.git('log', '-1', '--format=%ct', one))));
    expect(rig.git('log', '-1', '--format=%at %ct', made)).toBe(`${time} ${time}`);
    expect(rig.git('ls-tree', '--name-only', made).split('\n')).toEqual(expect.arrayContaining(['one.txt', 'two.txt']));
  });

  it('names the paths that conflict, and is none', async () => {
    const { rig, base, port } = await aFork();
    const tip = commitOn(rig, base, { 'readme.md': '# One\n' }, '2026-01-01T00:00:00Z');
    const commit = commitOn(rig, base, { 'readme.md': '# Two\n', 'two.txt': '2' }, '2026-01-02T00:00:00Z');
    expect(await port.candidate({ run, task, attempt: 1, title: 'x', tip, commit })).toEqual({
      merged: false,
      paths: ['readme.md'],
    });
  });
});

describe('a commit without the candidate', () => {
  it('has the tree of the tip and shows to who compares it exactly what the candidate changed', async () => {
    const { rig, base, port } = await aFork();
    const tip = commitOn(rig, base, { 'one.txt': '1' }, '2026-01-01T00:00:00Z');
    const commit = commitOn(rig, base, { 'two.txt': '2' }, '2026-01-02T00:00:00Z');
    const made = await port.candidate({ run, task, attempt: 1, title: 'x', tip, commit });
    if (!made.merged) throw new Error('it merges');
    const without = await port.without({ run, tip, candidate: made.commit });
    expect(rig.git('rev-parse', `${without}^{tree}`)).toBe(rig.git('rev-parse', `${tip}^{tree}`));
    expect(rig.git('diff', '--name-only', `${made.commit}...${without}`)).toBe('two.txt');
  });
});

describe('the integration branch', () => {
  it('moves from the tip that was expected, and from no other', async () => {
    const { rig, base, port, repository } = await aFork();
    expect(await repository.readRef(branchRef(run))).toBe(undefined);
    await repository.mustMoveRef({ ref: branchRef(run), from: null, to: base });
    const next = commitOn(rig, base, { 'one.txt': '1' }, '2026-01-01T00:00:00Z');
    expect(await port.advance({ run, from: base, to: next })).toEqual({ moved: true });
    expect(await port.advance({ run, from: base, to: next })).toMatchObject({ moved: false, is: next });
    expect(await repository.readRef(branchRef(run))).toBe(next);
  });

  it('does not move for an orchestrator that has lost the lock', async () => {
    const { rig, base, port, repository, lock } = await aFork();
    await repository.mustMoveRef({ ref: branchRef(run), from: null, to: base });
    const next = commitOn(rig, base, { 'one.txt': '1' }, '2026-01-01T00:00:00Z');
    await lock.release();
    accepted(await holdLock(repository, 'bbbb', rig.world));
    expect(await port.advance({ run, from: base, to: next })).toMatchObject({ moved: false, is: base });
    expect(await repository.readRef(branchRef(run))).toBe(base);
  });
});

it('keeps a commit under the ref of its attempt, as often as it is told to', async () => {
  const { rig, base, port } = await aFork();
  const first = commitOn(rig, base, { 'one.txt': '1' }, '2026-01-01T00:00:00Z');
  const second = commitOn(rig, first, { 'two.txt': '2' }, '2026-01-02T00:00:00Z');
  for (const commit of [first, first, second]) await port.keep({ run, task, attempt: 1, commit });
  await port.keep({ run, task, attempt: 2, commit: first });
  expect(rig.git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/breakwater/runs').split('\n')).toEqual([
    `refs/breakwater/runs/7f3a/task/a/1 ${second}`,
    `refs/breakwater/runs/7f3a/task/a/2 ${first}`,
  ]);
});

it('tells descent and changes as git does', async () => {
  const { rig, base, port } = await aFork();
  const next = commitOn(rig, base, { 'one.txt': '1\n2\n' }, '2026-01-01T00:00:00Z');
  expect([await port.descends(next, base), await port.descends(base, next)]).toEqual([true, false]);
  expect(await port.changes(base, next)).toEqual([{ path: 'one.txt', added: 2, removed: 0 }]);
});

it('a ref of ours that git refuses to write is no small matter', async () => {
  const { base, repository } = await aFork();
  const move = { ref: 'refs/breakwater/runs/7f3a/base', from: null, to: base };
  await repository.mustMoveRef(move);
  await expect(repository.mustMoveRef(move)).rejects.toThrow('git update-ref failed: ');
});
