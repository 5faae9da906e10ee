import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commitId, runId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../../../test/rig/repository.js';
import { tempFolder } from '../../../test/rig/temp-folder.js';
import { accepted, aPastRun, aRig, FINISHED, INTERRUPTED, type Rig, refused, started } from './api-rig.testing.js';
import { clean } from './clean.js';
import { freeze } from './frozen.js';
import { holdLock } from './hold-lock.js';
import { attemptRef } from './places.js';
import { plan } from './plan.js';
import { status } from './status.js';

/** A run that ended, with a worktree for each task. Answers where they are. */
async function endedRun(rig: Rig, id: string, tasks: readonly string[], end = FINISHED): Promise<readonly string[]> {
  const repository = await rig.repository();
  const planned = accepted(await plan({}, rig.world));
  const { plan: made, config } = planned;
  await freeze(repository, runId(id), { version: 1, plan: made, tasks: planned.tasks, config, runner: config.runner });
  await aPastRun(rig, id, [started(id, tasks), end]);
  const base = commitId(rig.git('rev-parse', 'HEAD'));
  const places = tasks.map((task) => join(`${rig.root}.breakwater`, id, task));
  for (const [n, task] of tasks.entries())
    accepted(await repository.addWorktree({ path: places[n]!, branch: `breakwater/${id}/${task}`, base, reason: 'test' }));
  return places;
}

/** A git that writes down what it is asked for, one line each. */
function watchedGit({ world }: Rig) {
  const folder = tempFolder('git');
  const log = join(folder, 'asked');
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  writeFileSync(join(folder, 'git'), `#!/bin/sh\necho "$*" >> '${log}'\nexec '${real}' "$@"\n`, { mode: 0o755 });
  const environment = { ...world.environment, PATH: `${folder}:${world.environment['PATH']}` };
  return { environment, asked: () => readFileSync(log, 'utf8').split('\n') };
}

describe('clean', () => {
  it('removes the worktrees of ended runs and their folders, and keeps every branch', async () => {
    const rig = aRig({ a: 'x' });
    const places = [...(await endedRun(rig, 'aaaa', ['a', 'b'])), ...(await endedRun(rig, 'bbbb', ['a']))];
    const cleaned = accepted(await clean({}, rig.world));
    expect({ ...cleaned, runs: [...cleaned.runs].sort(), worktrees: [...cleaned.worktrees].sort() }).toEqual({
      runs: ['aaaa', 'bbbb'],
      worktrees: [...places].sort(),
      branches: ['breakwater/aaaa/a', 'breakwater/aaaa/b', 'breakwater/bbbb/a'],
    });
    expect(existsSync(`${rig.root}.breakwater`)).toBe(false);
    expect(accepted(await clean({}, rig.world)).worktrees).toEqual([]);
  });

  it('reads what each run works from once', async () => {
    const rig = aRig({ a: 'x' });
    const frozen = [await endedRun(rig, 'aaaa', ['a']), await endedRun(rig, 'bbbb', ['a'])];
    const { environment, asked } = watchedGit(rig);
    expect(accepted(await clean({}, { ...rig.world, environment })).worktrees).toHaveLength(frozen.length);
    expect(asked().filter((words) => words.includes('cat-file blob'))).toHaveLength(frozen.length);
  });

  it('leaves the worktrees of a run that can be resumed, unless that run is named: then it is given up', async () => {
    const rig = aRig({ a: 'x' });
    const places = await endedRun(rig, 'aaaa', ['a'], INTERRUPTED);
    expect(accepted(await clean({}, rig.world))).toEqual({ runs: [], worktrees: [], branches: [] });
    expect(accepted(await status({}, rig.world)).state.outcome).toBe('interrupted');
    expect(accepted(await clean({ run: 'aaaa' }, rig.world)).worktrees).toEqual(places);
    expect(accepted(await status({}, rig.world)).state.outcome).toBe('abandoned');
  });

  it('refuses as a whole when one place holds something that is neither committed nor ignored', async () => {
    const rig = aRig({ a: 'x' }, { '.gitignore': '*.log\n' });
    const [a = '', b = ''] = await endedRun(rig, 'aaaa', ['a', 'b']);
    writeFiles(a, { 'build.log': 'ignored' });
    writeFiles(b, { 'note.txt': 'mine', 'readme.md': '# Mine\n' });
    expect(refused(await clean({}, rig.world))).toEqual({
      reason: 'unsaved-work',
      places: [{ place: b, files: ['note.txt', 'readme.md'] }],
    });
    expect([existsSync(a), existsSync(b)]).toEqual([true, true]);
  });

  it('does not call unsaved what is kept under a ref of its task, though git calls it uncommitted', async () => {
    const rig = aRig({ a: 'x' });
    const [a = '', b = ''] = await endedRun(rig, 'aaaa', ['a', 'b']);
    const repository = await rig.repository();
    for (const place of [a, b]) writeFiles(place, { 'note.txt': 'work' });
    const kept = (await repository.snapshot(a, 'kept'))!;
    await repository.moveRef({ ref: attemptRef(runId('aaaa'), 'a', 2), from: null, to: kept });
    const places = [{ place: b, files: ['note.txt'] }];
    expect(refused(await clean({}, rig.world))).toEqual({ reason: 'unsaved-work', places });
    await repository.commitAll(b, 'committed');
    expect(accepted(await clean({}, rig.world)).worktrees).toEqual([a, b]);
    expect(rig.git('show', `${attemptRef(runId('aaaa'), 'a', 2)}:note.txt`)).toBe('work');
  });

  it('clears what a verification left when it was killed: it is nobody’s work', async () => {
    const rig = aRig({ a: 'x' });
    const [a = ''] = await endedRun(rig, 'aaaa', ['a']);
    const verify = join(dirname(a), '.verify');
    const commit = commitId(rig.git('rev-parse', 'HEAD'));
    accepted(await (await rig.repository()).addDetachedWorktree({ path: verify, commit, reason: 'test' }));
    writeFiles(verify, { 'coverage/left.txt': '', 'readme.md': '# Changed\n' });
    expect(accepted(await clean({}, rig.world)).worktrees).toEqual([verify, a]);
    expect(existsSync(`${rig.root}.breakwater`)).toBe(false);
  });

  it('removes what a kill left half made, which nobody was ever given', async () => {
    const rig = aRig({ a: 'x' });
    const [a = ''] = await endedRun(rig, 'aaaa', ['a']);
    const half = join(dirname(a), 'b');
    rig.git(
      'worktree',
      'add',
      '-q',
      '--no-checkout',
      '--lock',
      '--reason',
      'breakwater: aaaa b',
      '-b',
      'breakwater/aaaa/b',
      half,
    );
    expect(accepted(await clean({}, rig.world)).worktrees).toEqual([a, half]);
    expect(existsSync(`${rig.root}.breakwater`)).toBe(false);
    expect(rig.git('worktree', 'list').split('\n')).toHaveLength(1);
  });

  it('finishes removals that a kill cut short, before or after git forgot the worktree', async () => {
    const rig = aRig({ a: 'x' });
    const [a = '', b = ''] = await endedRun(rig, 'aaaa', ['a', 'b']);
    const repository = await rig.repository();
    accepted(await repository.removeWorktree(a));
    writeFiles(`${a}.removed-by-breakwater`, { 'node_modules/x.js': '' });
    renameSync(b, `${b}.removed-by-breakwater`);
    expect(accepted(await clean({}, rig.world)).worktrees).toEqual([b, a]);
    expect(existsSync(`${rig.root}.breakwater`)).toBe(false);
    expect(rig.git('worktree', 'list').split('\n')).toHaveLength(1);
  });

  it('is content with a worktree that somebody deleted by hand', async () => {
    const rig = aRig({ a: 'x' });
    const [a = '', b = ''] = await endedRun(rig, 'aaaa', ['a', 'b']);
    rmSync(a, { recursive: true });
    expect(accepted(await clean({}, rig.world)).worktrees).toEqual([a, b]);
    rmSync(dirname(a), { recursive: true, force: true });
    expect(rig.git('worktree', 'list').split('\n')).toHaveLength(1);
  });

  it('never touches a worktree of the user, though it lies among ours', async () => {
    const rig = aRig({ a: 'x' });
    await endedRun(rig, 'aaaa', ['a']);
    const mine = join(`${rig.root}.breakwater`, 'mine');
    rig.git('worktree', 'add', '-q', '-b', 'mine', mine);
    accepted(await clean({}, rig.world));
    expect(existsSync(join(mine, 'readme.md'))).toBe(true);
  });

  it('keeps orchestrators out while it removes, and lets them in again', async () => {
    const rig = aRig({ a: 'x' });
    await endedRun(rig, 'aaaa', ['a'], INTERRUPTED);
    const repository = await rig.repository();
    const locks: string[] = [];
    // Asked last for the record that the run is given up, when its places are gone.
    const now = (): Date => {
      locks.push(rig.git('for-each-ref', '--format=%(refname)', 'refs/breakwater/lock'));
      return rig.world.now();
    };
    accepted(await clean({ run: 'aaaa' }, { ...rig.world, now }));
    expect([locks.at(0), locks.at(-1)]).toEqual(['', 'refs/breakwater/lock']);
    expect(await repository.lockOwner()).toBeUndefined();
  });

  it('refuses while an orchestrator lives, and for a run that nobody knows', async () => {
    const rig = aRig({ a: 'x' });
    await endedRun(rig, 'aaaa', ['a']);
    expect(refused(await clean({ run: 'ffff' }, rig.world))).toEqual({ reason: 'no-run', run: 'ffff', known: ['aaaa'] });
    const lock = accepted(await holdLock(await rig.repository(), 'bbbb', rig.world));
    expect(refused(await clean({}, rig.world))).toMatchObject({ reason: 'locked', owner: { run: 'bbbb' } });
    await lock.release();
    expect((await clean({}, rig.world)).ok).toBe(true);
  });
});
