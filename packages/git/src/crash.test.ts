import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommitId, commitId } from '@breakwater/model';
import { afterEach, expect, it } from 'vitest';
import { openRepository } from './open-repository.js';
import type { Repository } from './repository.js';
import { aWorld, type World } from './testing.js';

/**
 * A run of everything that writes, in which git dies at its n-th start, for every n: just before it did its work, or just after.
 * Whatever is left, repairing and doing it again reaches the same end, and the user never notices.
 */

let world: World;
afterEach(() => world.dispose());

const tip = 'refs/heads/breakwater/7f3a/integration';
const at = (name: string) => join(world.folder, 'w', name);
const ours = () => join(world.folder, 'w');

/** One task from its worktree into the integration branch; every step looks first whether it is done. */
async function integrateOneTask(repository: Repository, base: CommitId): Promise<void> {
  const lock = must(await repository.takeLock(owner(), async () => true));
  if ((await repository.readRef(tip)) === undefined) mustMove(await repository.moveRef({ ref: tip, from: null, to: base }));
  if ((await repository.readRef(tip)) === base) {
    const work = await workOf(repository, base);
    must(await repository.addDetachedWorktree({ path: at('verify'), commit: work, reason: 'breakwater verify' }));
    const merged = await repository.merge(base, work);
    if (!merged.merged) throw new Error('conflict');
    const to = await repository.commitTree({ tree: merged.tree, parents: [base, work], message: 'integrate', time: 1 });
    mustMove(await repository.moveRef({ ref: tip, from: base, to, fence: lock.fence }));
  }
  for (const name of ['a', 'verify']) must(await repository.removeWorktree(at(name)));
  await lock.release();
}

async function workOf(repository: Repository, base: CommitId): Promise<CommitId> {
  if ((await repository.worktreeHead(at('a'))) === undefined) {
    must(await repository.addWorktree({ path: at('a'), branch: 'breakwater/7f3a/a', base, reason: 'breakwater 7f3a a' }));
  }
  world.write({ 'work.txt': 'work\n' }, at('a'));
  return (await repository.commitAll(at('a'), 'work')).commit;
}

let nonce = 0;
const owner = () => {
  nonce += 1;
  return { run: '7f3a', pid: nonce, startTime: '', bootId: '', host: '', since: '', nonce: `${nonce}` };
};

function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function mustMove(moved: { readonly moved: boolean }): void {
  if (!moved.moved) throw new Error(JSON.stringify(moved));
}

/** A git that kills itself at its n-th start, before or after the real one has run. */
async function openDying(n: number, when: 'before' | 'after'): Promise<Repository> {
  const folder = join(world.folder, 'bin');
  const count = join(world.folder, 'count');
  const real = join(world.git('--exec-path'), 'git');
  mkdirSync(folder);
  const die = { before: 'kill -9 $$', after: `${real} "$@"; kill -9 $$` }[when];
  const script = `#!/bin/sh\necho x >> ${count}\n[ $(wc -l < ${count}) -eq ${n} ] && { ${die}; }\nexec ${real} "$@"\n`;
  const sane = await world.open();
  writeFileSync(join(folder, 'git'), script, { mode: 0o755 });
  const opened = await openRepository(world.root, { ...world.environment, PATH: `${folder}:${world.environment['PATH']}` });
  return opened.ok ? opened.value : sane;
}

const below = (folder: string) => (existsSync(join(world.folder, folder)) ? readdirSync(join(world.folder, folder)) : []);

async function finalState(repository: Repository): Promise<unknown> {
  return {
    tree: world.git('rev-parse', `${tip}^{tree}`),
    refs: world.git('for-each-ref', '--format=%(refname)'),
    worktrees: (await repository.listWorktrees()).length,
    left: [...below('w'), ...below('repo/.git/worktrees')],
  };
}

it.each(['before', 'after'] as const)(
  'git dies %s its work, at every start of a run',
  async (when) => {
    let undisturbed: unknown;
    for (let n = 1, died = true; died; n += 1) {
      world = aWorld({ 'a.txt': 'a\n' });
      const base = commitId(world.git('rev-parse', 'HEAD'));
      const sane = await world.open();
      if (n === 1) {
        await integrateOneTask(sane, base);
        undisturbed = await finalState(sane);
        world.dispose();
        continue;
      }
      await integrateOneTask(await openDying(n, when), base).catch(() => undefined);
      died = readFileSync(join(world.folder, 'count'), 'utf8').length / 2 >= n;
      await sane.repairWorktrees(ours());
      world.git('worktree', 'list');
      await integrateOneTask(sane, base);
      expect({ n, ...((await finalState(sane)) as object) }).toEqual({ n, ...(undisturbed as object) });
      world.git('fsck');
      if (died) world.dispose();
    }
  },
  180_000,
);
