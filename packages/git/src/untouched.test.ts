import { chmodSync, existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type CommitId, commitId } from '@breakwater/model';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Repository } from './repository.js';
import { aWorld, type World } from './testing.js';

/** Whatever we do, the files, index, HEAD, stash, config, hooks and refs of the user stay as they are, byte for byte. */

let world: World;
let repository: Repository;
let base: CommitId;
let tip: CommitId;

beforeEach(async () => {
  world = aWorld({ 'a.txt': 'a\n', 'b.txt': 'b\n', '.gitignore': 'ignored/\n' });
  base = commitId(world.git('rev-parse', 'HEAD'));
  tip = world.commit({ 'c.txt': 'c\n' });
  leaveThingsHalfDone();
  setTraps();
  repository = await world.open();
});
afterEach(() => {
  const ran = existsSync(join(world.folder, 'trap'));
  world.dispose();
  expect(ran).toBe(false);
});

/** A checkout as people have them: a stash, something staged, something changed, something new. */
function leaveThingsHalfDone(): void {
  world.write({ 'a.txt': 'stashed\n' });
  world.git('stash', '--quiet');
  world.write({ 'a.txt': 'staged\n' });
  world.git('add', 'a.txt');
  world.write({ 'a.txt': 'changed\n', 'new.txt': 'new\n', 'ignored/x.txt': 'x\n' });
  // Same bytes, other time: reading would like to note that in the index.
  utimesSync(join(world.root, 'b.txt'), 1, 1);
}

/** Configuration and hooks that would change things, or fail, if anything listened to them. */
function setTraps(): void {
  const trap = `#!/bin/sh\ntouch ${world.folder}/trap\nexit 1\n`;
  for (const hook of ['pre-commit', 'commit-msg', 'post-checkout', 'post-commit', 'reference-transaction', 'post-index-change']) {
    world.write({ [`.git/hooks/${hook}`]: trap });
    chmodSync(join(world.root, '.git/hooks', hook), 0o755);
  }
  const settings = {
    'branch.autoSetupMerge': 'always',
    'commit.gpgSign': 'true',
    'gpg.program': join(world.root, '.git/hooks/pre-commit'),
    'commit.template': '/nowhere',
    'core.autocrlf': 'true',
    'core.editor': join(world.root, '.git/hooks/pre-commit'),
    'core.fsmonitor': join(world.root, '.git/hooks/pre-commit'),
    'diff.external': join(world.root, '.git/hooks/pre-commit'),
    'gc.auto': '1',
    'merge.ff': 'only',
    'status.showUntrackedFiles': 'no',
    'worktree.useRelativePaths': 'true',
  };
  for (const [name, value] of Object.entries(settings)) world.git('config', name, value);
}

const at = (name: string) => join(world.folder, 'w', name);
const ref = 'refs/heads/breakwater/7f3a/integration';
const order = () => ({ path: at('a'), branch: 'breakwater/7f3a/a', base, reason: 'breakwater 7f3a a' });
const owner = { run: '7f3a', pid: 1, startTime: '1', bootId: 'b', host: 'h', since: '', nonce: 'n' };

async function withWork(): Promise<CommitId> {
  await repository.addWorktree(order());
  world.write({ 'work.txt': 'work\n' }, at('a'));
  return (await repository.commitAll(at('a'), 'work')).commit;
}

const operations: Readonly<Record<string, () => Promise<unknown>>> = {
  'reading the head': () => repository.head(),
  'resolving a revision': () => repository.resolveCommit('main~1'),
  'reading a tree': async () => {
    const tree = repository.tree(tip);
    const blobs = (await tree.list()).map((entry) => entry.blob);
    await tree.visit(blobs, () => undefined);
  },
  'comparing commits': () => repository.changes(base, tip),
  'asking what is uncommitted': () => repository.uncommitted(),
  'a snapshot of the checkout itself': () => repository.snapshot(world.root, 'rescue'),
  'making, moving and deleting refs': async () => {
    await repository.moveRef({ ref, from: null, to: base });
    await repository.moveRef({ ref, from: base, to: tip });
    await repository.deleteRef(ref, tip);
  },
  'merging and committing without a checkout': async () => {
    const merged = await repository.merge(tip, await withWork());
    if (!merged.merged) throw new Error('conflict');
    const commit = await repository.commitTree({ tree: merged.tree, parents: [tip], message: 'merged', time: 1 });
    await repository.moveRef({ ref, from: null, to: commit });
  },
  'a worktree from its making to its end': async () => {
    await withWork();
    await repository.snapshot(at('a'), 'rescue');
    await repository.removeWorktree(at('a'));
  },
  'a worktree whose branch is gone, rescued and given back': async () => {
    await withWork();
    await repository.deleteRef('refs/heads/breakwater/7f3a/a', world.git('rev-parse', 'breakwater/7f3a/a'));
    const kept = await repository.rescue(at('a'), { message: 'rescue', onto: base });
    await repository.removeWorktree(at('a'), [kept]);
  },
  'a worktree that cannot be made': async () => {
    world.write({ x: '' }, at('a'));
    await repository.addWorktree(order());
  },
  'a worktree for verifying, moved about': async () => {
    await repository.addDetachedWorktree({ path: at('v'), commit: base, reason: 'breakwater' });
    await repository.addDetachedWorktree({ path: at('v'), commit: tip, reason: 'breakwater' });
    await repository.discardWorktree(at('v'));
  },
  'taking and giving back the lock': async () => {
    const lock = await repository.takeLock(owner, async () => false);
    if (lock.ok) await lock.value.release();
  },
  repairing: () => repository.repairWorktrees(world.folder),
};

it.each(Object.entries(operations))('%s', async (_, operation) => {
  const before = world.fingerprint();
  await operation();
  expect(world.fingerprint()).toEqual(before);
});
