import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { git } from '../rig/git.js';
import { type FaultWorld, makeFaultWorld } from './fault-world.js';
import { integrationOf } from './invariants.js';
import { calmTree, halfway, kill, resumes, saidBy } from './runs.js';

/** What the system had not yet written when the power went is missing from files, or all of it. */

let tree: string;
beforeAll(() => {
  tree = calmTree();
});

const inGit = ({ repository }: FaultWorld, ...path: readonly string[]) => join(repository, '.git', ...path);
const runOf = ({ repository }: FaultWorld) => integrationOf(repository).split('/')[1] ?? 'none';

function inEveryEntry(name: string, part: number): (world: FaultWorld) => void {
  return (world) => {
    for (const entry of readdirSync(inGit(world, 'worktrees'))) {
      const path = inGit(world, 'worktrees', entry, name);
      if (existsSync(path)) truncateSync(path, Math.floor(readFileSync(path).length * part));
    }
  };
}

function emptyRef(ref: (run: string) => string): (world: FaultWorld) => void {
  return (world) => writeFileSync(inGit(world, ref(runOf(world))), '');
}

/** Git makes its objects read-only. */
function emptyObject(name: (run: string) => string): (world: FaultWorld) => void {
  return (world) => {
    const id = git(world.repository, 'rev-parse', name(runOf(world)));
    const path = inGit(world, 'objects', id.slice(0, 2), id.slice(2));
    rmSync(path);
    writeFileSync(path, '');
  };
}

async function afterLoss(fault: (world: FaultWorld) => void): Promise<FaultWorld> {
  const world = makeFaultWorld();
  await halfway(world, kill('SIGKILL'));
  fault(world);
  return world;
}

describe('after a loss of power that left', () => {
  const MENDED: readonly (readonly [string, (world: FaultWorld) => void])[] = [
    ['half of every index', inEveryEntry('index', 0.5)],
    ['nothing of every index', inEveryEntry('index', 0)],
    ['nothing of every HEAD of a worktree', inEveryEntry('HEAD', 0)],
    ['nothing of what leads from worktrees to the repository', inEveryEntry('commondir', 0)],
    ['nothing of what leads to worktrees', inEveryEntry('gitdir', 0)],
    ['half of the logs', inEveryEntry('logs/HEAD', 0.5)],
    ['the branch of a task empty', emptyRef((run) => `refs/heads/breakwater/${run}/b`)],
    ['the integration branch empty', emptyRef((run) => `refs/heads/breakwater/${run}/integration`)],
    ['the lock empty', emptyRef(() => 'refs/breakwater/lock')],
    ['the ref of the plan empty', emptyRef((run) => `refs/breakwater/runs/${run}/plan`)],
    ['the ref of a finished task empty', emptyRef((run) => `refs/breakwater/runs/${run}/task/a/1`)],
  ];
  it.each(MENDED)('%s, resume ends in the tree of the undisturbed run', async (label, fault) => {
    await resumes(await afterLoss(fault), tree, label);
  });

  const TOLD: readonly (readonly [string, (world: FaultWorld) => void, RegExp])[] = [
    [
      'the plan empty',
      emptyObject((run) => `refs/breakwater/runs/${run}/plan`),
      /^error: The plan of run [0-9a-f]+ is gone or cannot be read, so it cannot go on\./,
    ],
    [
      'what the lock says empty',
      emptyObject(() => 'refs/breakwater/lock'),
      /holds something that does not say who has the repository .* remove it: git update-ref -d refs\/breakwater\/lock/,
    ],
    [
      'the newest commit of the chain empty',
      emptyObject((run) => `breakwater/${run}/integration`),
      /error: git cannot read an object of this repository .* hint: git fsck names all that are/,
    ],
  ];
  it.each(TOLD)('%s, resume says so, and that is told as damage', async (_, fault, told) => {
    const world = await afterLoss(fault);
    const ended = await world.run(['resume']);
    expect({ code: ended.code, said: saidBy(ended) }).toEqual({ code: 6, said: expect.stringMatching(told) });
  });
});
