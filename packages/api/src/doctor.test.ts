import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fingerprint } from '../../../test/rig/repository.js';
import { tempFolder } from '../../../test/rig/temp-folder.js';
import { accepted, aPastRun, aRig, INTERRUPTED, type Rig, rigIn, started } from './api-rig.testing.js';
import { doctor } from './doctor.js';
import { holdLock } from './hold-lock.js';

async function deadPid(): Promise<number> {
  const child = spawn('true');
  await once(child, 'exit');
  return child.pid!;
}

/** What a kill at an unlucky moment leaves, one of each kind, and beside it what looks like ours and is not. */
async function leaveAll(
  rig: Rig,
): Promise<{ readonly gone: () => readonly boolean[]; readonly stays: () => readonly boolean[] }> {
  const repository = await rig.repository();
  const pid = await deadPid();
  await holdLock(repository, '7f3a', { ...rig.world, pid });
  rig.git('update-ref', 'refs/breakwater/runs/7f3a/base', 'HEAD');
  writeFileSync(join(rig.root, '.git/gc.pid'), `${pid} ${hostname()}\nbreakwater\n`);
  const temp = rig.world.environment['TMPDIR']!;
  const [ours, theirs] = [`breakwater-${repository.tag}-7f3a-aaaaaa`, 'breakwater-00000000-7f3a-aaaaaa'].map((name) =>
    join(temp, name),
  );
  for (const folder of [ours!, theirs!]) mkdirSync(folder);
  const env = (tag: string) => ({ BREAKWATER_SESSION: `${tag}/7f3a/a/1/${pid}` });
  const [mine, other] = [repository.tag, '00000000'].map((tag) =>
    spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { env: env(tag) }),
  );
  onTestFinished(() => void [mine, other].map((child) => child?.kill('SIGKILL')));
  await Promise.all([once(mine!, 'spawn'), once(other!, 'spawn')]);
  const hasRef = (ref: string) => rig.git('for-each-ref', ref) !== '';
  return {
    gone: () => [
      hasRef('refs/breakwater/lock'),
      hasRef('refs/breakwater/runs'),
      existsSync(join(rig.root, '.git/gc.pid')),
      existsSync(ours!),
      mine!.signalCode === null,
    ],
    stays: () => [existsSync(theirs!), other!.signalCode === null],
  };
}

describe('doctor', () => {
  it('names what killed runs left, and removes it only when asked, and nothing that is not ours', async () => {
    const rig = aRig({ a: 'x' });
    const before = fingerprint(rig.root);
    const { gone, stays } = await leaveAll(rig);
    const named = accepted(await doctor({ repair: false }, rig.world)).filter(({ about }) => about === 'leftover');
    expect(named.map(({ says }) => says.split(' ').slice(0, 2).join(' '))).toEqual([
      'the lock',
      expect.stringMatching(/^process \d+$/),
      'temporary folder',
      'base of',
      'the hold',
    ]);
    expect([gone(), stays()]).toEqual([
      [true, true, true, true, true],
      [true, true],
    ]);
    const repaired = accepted(await doctor({ repair: true }, rig.world)).filter(({ about }) => about === 'leftover');
    expect(repaired.map(({ state }) => state)).toEqual(named.map(() => 'repaired'));
    await expect.poll(gone).toEqual([false, false, false, false, false]);
    expect(stays()).toEqual([true, true]);
    expect(accepted(await doctor({ repair: false }, rig.world)).some(({ about }) => about === 'leftover')).toBe(false);
    expect(fingerprint(rig.root)).toEqual(before);
  });

  it('says what the environment has and lacks', async () => {
    const rig = aRig({ a: 'x' });
    const about = accepted(await doctor({ repair: false }, rig.world)).map((one) => `${one.about} ${one.state}`);
    expect(about).toEqual(['git good', 'node good', 'runner good', 'worktrees good']);
    rig.write({ 'breakwater.config.yaml': 'runner: { kind: command, command: [no-such-agent] }\n' });
    const found = accepted(await doctor({ repair: false }, rig.world));
    expect(found.find((one) => one.about === 'runner')).toMatchObject({
      state: 'bad',
      says: expect.stringContaining('no-such-agent'),
    });
  });

  it('says what keeps tasks and configuration from being read, and looks at the rest all the same', async () => {
    const rig = aRig({ a: 'x' });
    const unreadable = async (files: Readonly<Record<string, string>>) => {
      rig.write(files);
      const found = accepted(await doctor({ repair: false }, rig.world));
      const { says, hint } = found.find(({ about }) => about === 'configuration') ?? {};
      return [says, hint, found.map(({ about }) => about).slice(2)];
    };
    expect(await unreadable({ 'breakwater.tasks.yaml': 'tasks:\n  - { id: a, brief: x, dependsOn: [b] }\n' })).toEqual([
      'breakwater.tasks.yaml:2: task "a" waits for "b", which is no task',
      'There is no other task.',
      ['configuration', 'runner', 'worktrees'],
    ]);
    expect(await unreadable({ 'breakwater.config.yaml': 'concurrency: 0\nreview: 7\n' })).toEqual([
      expect.stringMatching(/^breakwater\.config\.yaml:1: .*, and 1 more$/),
      'breakwater plan shows every fault',
      ['configuration'],
    ]);
  });

  it('points to init where there is no tasks file', async () => {
    const rig = aRig({ a: 'x' });
    rmSync(join(rig.root, 'breakwater.tasks.yaml'));
    const found = accepted(await doctor({ repair: false }, rig.world));
    expect(found.find(({ about }) => about === 'configuration')).toEqual({
      about: 'configuration',
      state: 'bad',
      says: 'there is no tasks file',
      hint: 'Write one to start from:  breakwater init  Or name yours:  --tasks FILE',
    });
  });

  it('says what a detached HEAD means, and where there is no commit yet that one is needed', async () => {
    const rig = aRig({ a: 'x' });
    const ofRepository = async ({ world }: Rig) =>
      accepted(await doctor({ repair: false }, world)).filter(({ about }) => about === 'repository');
    expect(await ofRepository(rig)).toEqual([]);
    rig.git('checkout', '-q', '--detach');
    expect(await ofRepository(rig)).toEqual([
      {
        about: 'repository',
        state: 'note',
        says: 'HEAD is detached: plan and execute have to be told where to start, and land moves only a branch',
        hint: 'breakwater plan --base BRANCH, or check a branch out; --base HEAD starts here and is merged by hand',
      },
    ]);
    const unborn = rigIn(tempFolder('unborn'));
    unborn.git('init', '-q');
    expect(await ofRepository(unborn)).toEqual([
      {
        about: 'repository',
        state: 'bad',
        says: 'this repository has no commit yet, and sessions start from one',
        hint: 'git add --all && git commit, then: breakwater plan',
      },
    ]);
  });

  it('names runs that are unfinished and how to go on with them, and touches nothing while one goes on', async () => {
    const rig = aRig({ a: 'x' });
    await aPastRun(rig, '7f3a', [started('7f3a'), INTERRUPTED]);
    expect(accepted(await doctor({ repair: false }, rig.world)).find((one) => one.about === 'run')).toMatchObject({
      says: 'run 7f3a is unfinished: 0 of 1 tasks are done',
      hint: 'breakwater resume 7f3a, or give it up: breakwater clean 7f3a',
    });
    const lock = accepted(await holdLock(await rig.repository(), '7f3a', rig.world));
    const [leftover] = accepted(await doctor({ repair: true }, rig.world)).filter((one) => one.about === 'leftover');
    expect(leftover).toMatchObject({ state: 'note', says: expect.stringContaining(`process ${process.pid}`) });
    await lock.release();
  });
});
