import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ended, Started } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { type FaultWorld, makeFaultWorld } from './fault-world.js';
import type { ShimOrder } from './git-shim.js';
import { expectSound, integrationOf, processesOf, treeOf } from './invariants.js';

let tree: string;
beforeAll(async () => {
  tree = await calmTree();
});

/** The tree of a run that nobody disturbed; the world goes with the hook. */
async function calmTree(): Promise<string> {
  const world = makeFaultWorld();
  const { code, stderr } = await world.run(['execute']);
  if (code !== 0) throw new Error(stderr);
  return treeOf(world.repository);
}

/** Starts a run and does something once its first task is in the chain, while others are at work. */
async function halfway(world: FaultWorld, deed: (run: Started) => unknown, shim?: ShimOrder): Promise<Ended> {
  const run = world.start(['execute'], shim);
  await run.said('integrated');
  await deed(run);
  return run.ended;
}

function kill(signal: NodeJS.Signals): (run: Started) => void {
  return (run) => void run.process.kill(signal);
}

async function resumes(world: FaultWorld, label: string): Promise<void> {
  const { code, stderr } = await world.run(['resume']);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  await expectSound(world, tree, label);
}

function journalOf(world: FaultWorld): string {
  const runs = join(world.repository, '.git/breakwater/runs');
  const run = integrationOf(world.repository).split('/')[1] ?? '';
  return join(runs, run, 'journal.jsonl');
}

describe('after kill -9 and', () => {
  const FAULTS: readonly (readonly [string, (world: FaultWorld) => void])[] = [
    ['nothing more', () => undefined],
    ['the journal deleted', (world) => rmSync(journalOf(world))],
    [
      'all of our folder in the git directory deleted',
      (world) => rmSync(join(world.repository, '.git/breakwater'), { recursive: true }),
    ],
    ['the journal cut in its last record', (world) => truncateSync(journalOf(world), readFileSync(journalOf(world)).length - 9)],
    ['a byte of the journal changed', (world) => flip(journalOf(world))],
    ['the worktrees deleted', (world) => rmSync(`${world.repository}.breakwater`, { recursive: true, force: true })],
    ['the worktrees deleted and pruned', prune],
    ['the entry of the verify place deleted', forgetVerifyPlace],
    ['stale locks left', leaveLocks],
  ];
  it.each(FAULTS)('%s, resume ends in the tree of the undisturbed run', async (label, fault) => {
    const world = makeFaultWorld();
    expect((await halfway(world, kill('SIGKILL'))).signal).toBe('SIGKILL');
    expect(await processesOf(world)).toEqual([]);
    fault(world);
    await resumes(world, label);
  });

  it('the journal deleted before anything was integrated, resume ends in the tree of the undisturbed run', async () => {
    const world = makeFaultWorld();
    const run = world.start(['execute']);
    await run.said('started');
    run.process.kill('SIGKILL');
    await run.ended;
    rmSync(journalOf(world));
    await resumes(world, 'no chain');
  });

  function flip(path: string): void {
    const bytes = readFileSync(path);
    bytes[Math.floor(bytes.length / 2)]! ^= 4;
    writeFileSync(path, bytes);
  }

  function prune({ repository }: FaultWorld): void {
    rmSync(`${repository}.breakwater`, { recursive: true, force: true });
    for (const name of entriesOf(repository)) rmSync(join(repository, '.git/worktrees', name, 'locked'), { force: true });
    git(repository, 'worktree', 'prune', '--expire=now');
  }

  function forgetVerifyPlace({ repository }: FaultWorld): void {
    for (const name of entriesOf(repository)) {
      const entry = join(repository, '.git/worktrees', name);
      if (readFileSync(join(entry, 'gitdir'), 'utf8').includes('/.verify/')) rmSync(entry, { recursive: true });
    }
  }

  function leaveLocks({ repository }: FaultWorld): void {
    const run = integrationOf(repository);
    for (const path of [`refs/heads/${run}.lock`, 'packed-refs.lock', 'packed-refs.new', 'refs/breakwater/lock.lock'])
      writeFileSync(join(repository, '.git', path), '');
  }

  function entriesOf(repository: string): readonly string[] {
    try {
      return readdirSync(join(repository, '.git/worktrees'));
    } catch {
      return [];
    }
  }
});

describe('while a run goes on', () => {
  const DEEDS: readonly (readonly [string, (world: FaultWorld) => unknown])[] = [
    [
      'deletes our folder in the git directory',
      ({ repository }) => rmSync(join(repository, '.git/breakwater'), { recursive: true }),
    ],
    ['collects garbage with --prune=now', ({ repository }) => tried(repository, 'gc', '--prune=now', '--quiet')],
    [
      'packs refs and prunes worktrees',
      ({ repository }) => [tried(repository, 'pack-refs', '--all'), tried(repository, 'worktree', 'prune')],
    ],
    [
      'tries to delete our branches',
      ({ repository }) => tried(repository, 'branch', '-D', integrationOf(repository).replace('integration', 'b')),
    ],
  ];
  it.each(DEEDS)('the user %s, and it comes to its end', async (label, deed) => {
    const world = makeFaultWorld();
    const { code, stderr, stdout } = await halfway(world, () => deed(world));
    expect({ code, said: code === 0 ? '' : stderr + stdout }).toEqual({ code: 0, said: '' });
    await expectSound(world, tree, label);
  });

  it('the user commits all the time, and both histories are whole', async () => {
    const world = makeFaultWorld();
    const run = world.start(['execute']);
    let over = false;
    void run.ended.then(() => {
      over = true;
    });
    let commits = 0;
    while (!over) {
      git(world.repository, 'commit', '-q', '--allow-empty', '--only', '-m', `Mine ${commits}`);
      commits += 1;
      await wait(20);
    }
    expect((await run.ended).code).toBe(0);
    expect(git(world.repository, 'rev-list', '--count', 'HEAD')).toBe(String(commits + 1));
    expect(treeOf(world.repository)).toBe(tree);
    expect(git(world.repository, 'fsck', '--no-dangling', '--no-progress')).toBe('');
  });

  it('the user checks out the integration branch: the run pauses, says so, and resume ends in the same tree', async () => {
    const world = makeFaultWorld();
    const held = `${world.temp}/held`;
    const { code, stderr, stdout } = await halfway(world, () =>
      // Git reads what we take away in that moment, so a person may have to try it again.
      untilDone(() => git(world.repository, 'worktree', 'add', '-q', '--force', held, integrationOf(world.repository))),
    );
    expect({ code, says: (stderr + stdout).replace(/\s+/g, ' ').includes('is checked out at') }).toEqual({ code: 1, says: true });
    git(world.repository, 'worktree', 'remove', held);
    await resumes(world, 'checked out');
  });

  it('the user deletes the integration branch: the run pauses and says how to put it back', async () => {
    const world = makeFaultWorld();
    const { code, stderr, stdout } = await halfway(world, () =>
      git(world.repository, 'branch', '-q', '-D', integrationOf(world.repository)),
    );
    const order =
      /git (branch --force breakwater\/\w+\/integration [0-9a-f]+)/.exec((stderr + stdout).replace(/\s+/g, ' '))?.[1] ?? '';
    expect({ code, order }).toEqual({ code: 1, order: expect.stringContaining('branch') });
    git(world.repository, ...order.split(' '));
    await resumes(world, 'deleted');
  });

  it('the base branch is deleted, and the run goes on from the commit it was planned on', async () => {
    const world = makeFaultWorld();
    const { code } = await halfway(world, () => {
      git(world.repository, 'checkout', '-q', '-b', 'other');
      git(world.repository, 'branch', '-D', 'main');
    });
    expect(code).toBe(0);
    expect(treeOf(world.repository)).toBe(tree);
    expect(await processesOf(world)).toEqual([]);
  });
});

describe('gits of ours', () => {
  it.each([7, 20])('that fail for a passing reason every %d calls change nothing', async (at) => {
    const world = makeFaultWorld();
    const { code, stderr } = await world.run(['execute'], { at, every: true, does: 'fail-passing' });
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    await expectSound(world, tree, `every ${at}`);
  });

  it('that hang do not outlive a killed orchestrator', async () => {
    const world = makeFaultWorld();
    const run = world.start(['execute'], { at: 60, does: 'hang' });
    await run.said('started');
    await wait(1500);
    run.process.kill('SIGKILL');
    await run.ended;
    expect(await processesOf(world)).toEqual([]);
    await resumes(world, 'hanging git');
  });
});

describe('signals', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s lets sessions end, leaves nothing running, and can be resumed',
    async (signal) => {
      const world = makeFaultWorld();
      const { code } = await halfway(world, kill(signal));
      expect(code).toBe(signal === 'SIGTERM' ? 143 : 130);
      expect(await processesOf(world)).toEqual([]);
      await resumes(world, signal);
    },
  );

  it('TERM twice is faster, not dirtier', async () => {
    const world = makeFaultWorld();
    await halfway(world, async (run) => {
      run.process.kill('SIGTERM');
      await wait(20);
      run.process.kill('SIGTERM');
    });
    expect(await processesOf(world)).toEqual([]);
    await resumes(world, 'TERM twice');
  });

  it('an orchestrator that sleeps keeps the repository, and goes on when it wakes', async () => {
    const world = makeFaultWorld();
    const ended = await halfway(world, async (run) => {
      run.process.kill('SIGSTOP');
      expect((await world.run(['resume'])).code).toBe(4);
      run.process.kill('SIGCONT');
    });
    expect(ended.code).toBe(0);
    await expectSound(world, tree, 'STOP and CONT');
  });

  it('one that sleeps and is then stopped from elsewhere goes, with all it started', async () => {
    const world = makeFaultWorld();
    const run = world.start(['execute']);
    await run.said('integrated');
    const stopped = world.run(['stop']);
    expect((await stopped).code).toBe(0);
    expect(await processesOf(world)).toEqual([]);
    await run.ended;
    await resumes(world, 'stop');
  });
});

describe('two orchestrators', () => {
  it('started in the same moment: one runs, the other is sent away and changes nothing', async () => {
    for (let round = 0; round < 3; round += 1) {
      const world = makeFaultWorld();
      const ends = await Promise.all([world.run(['execute']), world.run(['execute'])]);
      expect(ends.map(({ code }) => code).sort()).toEqual([0, expect.toSatisfy((code) => code === 3 || code === 4)]);
      await expectSound(world, tree, `round ${round}`);
    }
  });
});

describe('output', () => {
  it('that nobody reads any more does not end a run', async () => {
    const world = makeFaultWorld();
    const run = world.start(['execute', '--json']);
    run.process.stdout?.once('data', () => run.process.stdout?.destroy());
    expect((await run.ended).code).toBe(0);
    await expectSound(world, tree, 'EPIPE');
  });
});

/** As a person does it: what git refuses is no fault of the run. */
function tried(repository: string, ...words: readonly string[]): void {
  try {
    git(repository, ...words);
  } catch {
    // Refused, and that is an answer.
  }
}

async function untilDone(deed: () => unknown): Promise<void> {
  for (let left = 5; left > 0; left -= 1) {
    try {
      return void deed();
    } catch {
      await wait(20);
    }
  }
  deed();
}
