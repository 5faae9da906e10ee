import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { git } from '../rig/git.js';
import { type FaultWorld, makeFaultWorld } from './fault-world.js';
import { expectSound, integrationOf, processesOf, treeOf } from './invariants.js';
import { calmTree, expectDone, halfway, journalOf, kill, resumes, saidBy, tried, untilDone } from './runs.js';

let tree: string;
beforeAll(() => {
  tree = calmTree();
});

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
    await resumes(world, tree, label);
  });

  it('the journal deleted before anything was integrated, resume ends in the tree of the undisturbed run', async () => {
    const world = makeFaultWorld();
    const run = world.start(['execute']);
    await run.said('started');
    run.process.kill('SIGKILL');
    await run.ended;
    rmSync(journalOf(world));
    await resumes(world, tree, 'no chain');
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
    expectDone(await halfway(world, () => deed(world)));
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
    const ended = await halfway(world, () =>
      // Git reads what we take away in that moment, so a person may have to try it again.
      untilDone(() => git(world.repository, 'worktree', 'add', '-q', '--force', held, integrationOf(world.repository))),
    );
    expect(ended.code).toBe(1);
    expect(saidBy(ended)).toContain('is checked out at');
    git(world.repository, 'worktree', 'remove', held);
    await resumes(world, tree, 'checked out');
  });

  it('the user deletes the integration branch: the run pauses and says so, and resume makes it again', async () => {
    const world = makeFaultWorld();
    const ended = await halfway(world, () => git(world.repository, 'branch', '-q', '-D', integrationOf(world.repository)));
    expect({ code: ended.code, said: saidBy(ended) }).toEqual({
      code: 1,
      said: expect.stringContaining('the integration branch was deleted; resume makes it again where it was'),
    });
    await resumes(world, tree, 'deleted');
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
    expectDone(await world.run(['execute'], { at, every: true, does: 'fail-passing' }));
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
    await resumes(world, tree, 'hanging git');
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
      await resumes(world, tree, signal);
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
    await resumes(world, tree, 'TERM twice');
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
    await resumes(world, tree, 'stop');
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
