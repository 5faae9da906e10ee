import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { git } from '../rig/git.js';
import { tempFolder } from '../rig/temp-folder.js';
import { type FaultWorld, makeFaultWorld } from './fault-world.js';
import { expectSound, processesOf } from './invariants.js';
import { calmTree, expectDone, saidBy } from './runs.js';

let tree: string;
beforeAll(() => {
  tree = calmTree();
});

/** All that git calls for what a run does. */
const HOOKS = [
  'applypatch-msg',
  'commit-msg',
  'post-checkout',
  'post-commit',
  'post-index-change',
  'post-merge',
  'post-rewrite',
  'pre-auto-gc',
  'pre-commit',
  'pre-merge-commit',
  'prepare-commit-msg',
  'reference-transaction',
];

/** Hooks of the person, each of which says that it was called and then does something; answers what says so. */
function putHooks(folder: string, does: string): () => string {
  const called = join(tempFolder('called'), 'hooks');
  mkdirSync(folder, { recursive: true });
  for (const name of HOOKS) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho ${name} >> '${called}'\n${does}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return () => (existsSync(called) ? readFileSync(called, 'utf8') : '');
}

/** Its sessions commit nothing themselves, so every git that writes is one of ours. */
const LEAVES = { FAULT_LEAVES: 'yes' };

function ofRepository({ repository }: FaultWorld): string {
  return join(repository, '.git/hooks');
}

describe('hooks of the person', () => {
  it('in the repository that refuse everything are not asked about our work', async () => {
    const world = makeFaultWorld();
    const called = putHooks(ofRepository(world), 'exit 1');
    expectDone(await world.run(['execute'], undefined, LEAVES));
    await expectSound(world, tree, 'refusing');
    expect(called()).toBe('');
  });

  it('of their configuration that never end hold nothing up', async () => {
    const world = makeFaultWorld();
    const folder = tempFolder('hooks');
    const called = putHooks(folder, 'exec sleep 3600');
    const configuration = join(tempFolder('home'), 'gitconfig');
    writeFileSync(configuration, `[core]\n\thooksPath = ${folder}\n`);
    expectDone(await world.run(['execute'], undefined, { ...LEAVES, GIT_CONFIG_GLOBAL: configuration }));
    await expectSound(world, tree, 'hanging');
    expect(called()).toBe('');
  });

  it('that refuse what a session commits are between the two of them: it failed, and its work is kept', async () => {
    const world = makeFaultWorld();
    putHooks(ofRepository(world), 'exit 1');
    const ended = await world.run(['execute']);
    const [, branch = 'main'] = / a: the session failed .*? Its work is kept on (breakwater\/\w+\/a)\./.exec(saidBy(ended)) ?? [];
    expect({ code: ended.code, kept: git(world.repository, 'show', `${branch}:src/a.txt`) }).toEqual({ code: 1, kept: 'a' });
    expect(await processesOf(world)).toEqual([]);
  });
});
