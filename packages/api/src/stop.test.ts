import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { accepted, aRig, type Rig, refused } from './api-rig.testing.js';
import { holdLock, livingOwner } from './hold-lock.js';
import { stop } from './stop.js';

/** A process that holds the repository, as an orchestrator would; resolves when it has begun. */
async function holder(rig: Rig, script = ''): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', `${script}; setInterval(() => {}, 1000); console.log('here')`]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  accepted(await holdLock(await rig.repository(), '7f3a', { ...rig.world, pid: child.pid ?? 0 }));
  return child;
}

describe('stop', () => {
  it('has nothing to do where nothing runs', async () => {
    expect(refused(await stop(undefined, aRig({ a: 'x' }).world))).toEqual({ reason: 'not-running' });
  });

  it('asks the orchestrator, waits until it has gone, and answers who it was', async () => {
    const rig = aRig({ a: 'x' });
    const child = await holder(rig);
    const ended = once(child, 'exit');
    expect(accepted(await stop(undefined, rig.world))).toMatchObject({ run: '7f3a', pid: child.pid });
    expect(await ended).toEqual([null, 'SIGTERM']);
    expect(refused(await stop(undefined, rig.world))).toEqual({ reason: 'not-running' });
  });

  it('ends one that does not listen, once its time is up', async () => {
    const rig = aRig({ a: 'x' });
    const child = await holder(rig, "process.on('SIGTERM', () => {})");
    const ended = once(child, 'exit');
    let minutes = 0;
    accepted(await stop(undefined, { ...rig.world, monotonic: () => 60_000 * minutes++ }));
    expect(await ended).toEqual([null, 'SIGKILL']);
  });

  it('ends the sessions that a killed orchestrator left', async () => {
    const rig = aRig({ a: 'x' });
    const orchestrator = await holder(rig);
    const marker = `${(await rig.repository()).tag}/7f3a/a/1/9`;
    const session = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { env: { BREAKWATER_SESSION: marker } });
    onTestFinished(() => void session.kill('SIGKILL'));
    await once(session, 'spawn');
    const died = once(orchestrator, 'exit');
    orchestrator.kill('SIGKILL');
    await died;
    const ended = once(session, 'exit');
    expect(accepted(await stop(undefined, rig.world))).toMatchObject({ run: '7f3a', pid: orchestrator.pid });
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(refused(await stop(undefined, rig.world))).toEqual({ reason: 'not-running' });
  });
});

describe('the lock', () => {
  it('of a living process is nobody else’s; that of a dead one is taken over', async () => {
    const rig = aRig({ a: 'x' });
    const repository = await rig.repository();
    const child = await holder(rig);
    expect(refused(await holdLock(repository, 'bbbb', rig.world))).toMatchObject({ reason: 'locked', owner: { run: '7f3a' } });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await livingOwner(repository)).toBe(undefined);
    const lock = accepted(await holdLock(repository, 'bbbb', rig.world));
    expect(await livingOwner(repository)).toMatchObject({
      run: 'bbbb',
      pid: process.pid,
      nonce: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    await lock.release();
    expect(await livingOwner(repository)).toBe(undefined);
  });

  it('is not taken for that of a process which was given the same id later', async () => {
    const rig = aRig({ a: 'x' });
    const repository = await rig.repository();
    accepted(await holdLock(repository, '7f3a', rig.world));
    const owner = (await repository.lockOwner())!;
    const earlier = { ...owner, startTime: '1' };
    const lock = accepted(await repository.takeLock(earlier, async () => true));
    expect(await livingOwner(repository)).toBe(undefined);
    await lock.release();
  });
});
