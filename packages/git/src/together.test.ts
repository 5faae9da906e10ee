import { join } from 'node:path';
import { type CommitId, commitId } from '@breakwater/model';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Repository } from './repository.js';
import { aWorld, type World } from './testing.js';

let world: World;
let commitsOfUser: number;
beforeEach(() => {
  commitsOfUser = 0;
});
afterEach(() => world.dispose());

const tip = 'refs/heads/breakwater/7f3a/integration';

/** The user commits while something is under way; not more often, for all others wait meanwhile. */
async function beside<T>(underWay: Promise<T>): Promise<T> {
  await new Promise((resolve) => setImmediate(resolve));
  world.commit({ [`user/${commitsOfUser}.txt`]: `${commitsOfUser}\n` });
  commitsOfUser += 1;
  return underWay;
}

/** One session: a worktree, three commits, snapshots between them, the end. */
async function session(repository: Repository, name: string, base: CommitId): Promise<CommitId> {
  const path = join(world.folder, 'w', name);
  const made = await repository.addWorktree({ path, branch: `breakwater/7f3a/${name}`, base, reason: `breakwater 7f3a ${name}` });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  let head = base;
  for (const step of [1, 2, 3]) {
    world.write({ [`${name}/${step}.txt`]: `${step}\n` }, path);
    await beside(repository.snapshot(path, 'rescue'));
    head = (await beside(repository.commitAll(path, `step ${step}`))).commit;
  }
  const removed = await repository.removeWorktree(path);
  if (!removed.ok) throw new Error(JSON.stringify(removed.error));
  return head;
}

/** Merges onto the tip until nobody was faster. */
async function integrate(repository: Repository, work: CommitId): Promise<void> {
  for (;;) {
    const from = commitId((await repository.readRef(tip)) ?? '');
    const merged = await beside(repository.merge(from, work));
    if (!merged.merged) throw new Error(merged.messages.join());
    const to = await repository.commitTree({ tree: merged.tree, parents: [from, work], message: 'integrate', time: 1 });
    if ((await beside(repository.moveRef({ ref: tip, from, to }))).moved) return;
  }
}

it('six sessions commit and integrate at once while the user commits too: all of it arrives, both histories are whole', async () => {
  world = aWorld({ 'a.txt': 'a\n' });
  const base = commitId(world.git('rev-parse', 'HEAD'));
  const names = ['s1', 's2', 's3', 's4', 's5', 's6'];
  const repositories = await Promise.all(names.map(() => world.open()));
  await repositories[0]!.moveRef({ ref: tip, from: null, to: base });
  await Promise.all(repositories.map(async (one, n) => integrate(one, await session(one, names[n]!, base))));
  const expected = ['a.txt', ...names.flatMap((name) => [1, 2, 3].map((step) => `${name}/${step}.txt`))];
  expect(world.git('ls-tree', '-r', '--name-only', tip).split('\n')).toEqual(expected.sort());
  expect(world.git('rev-list', '--count', `${base}..main`)).toBe(`${commitsOfUser}`);
  expect(world.git('ls-files', 'user').split('\n')).toHaveLength(commitsOfUser);
  expect(commitsOfUser).toBeGreaterThanOrEqual(names.length * (2 * 3 + 2));
  expect(world.git('status', '--porcelain')).toBe('');
  world.git('fsck');
}, 60_000);
