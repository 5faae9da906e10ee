import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import type { LockOwner } from '@breakwater/model';
import { expect, test } from 'vitest';
import { isAlive, processIdentity } from './process-identity.js';

const onLinux = test.skipIf(process.platform !== 'linux');

async function owner(pid: number, rest: Partial<LockOwner> = {}): Promise<LockOwner> {
  return { run: '7f3a', ...(await processIdentity(pid)), since: '2026-01-01T00:00:00Z', nonce: '0', ...rest };
}

test('this process is alive, and its identity is the same each time it is asked', async () => {
  expect(await processIdentity(process.pid)).toEqual(await processIdentity(process.pid));
  expect((await processIdentity(process.pid)).host).toBe(hostname());
  expect(await isAlive(await owner(process.pid))).toBe(true);
});

onLinux('a name with spaces and parentheses does not confuse the start time', async () => {
  const child = spawn('sh', ['-c', "printf '%s' ') 1 (' > /proc/self/comm; echo; read x"], { stdio: ['pipe', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  const identity = await processIdentity(child.pid!);
  expect(identity.startTime).toMatch(/^\d+$/);
  expect(Number(identity.startTime)).toBeGreaterThanOrEqual(Number((await processIdentity(process.pid)).startTime));
  child.stdin.end('\n');
  await once(child, 'exit');
});

test('a process that ended is not alive', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
  const its = await owner(child.pid!);
  expect(await isAlive(its)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await isAlive(its)).toBe(false);
});

onLinux('a zombie, ended and not yet seen by its parent, is not alive', async () => {
  // The shell starts a child, becomes a program that never waits for it, and says its pid.
  const child = spawn('sh', ['-c', `${process.execPath} -e 0 & echo $!; exec ${process.execPath} -e 'process.stdin.resume()'`], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const pid = Number(String((await once(child.stdout, 'data'))[0]));
  const its = await owner(pid);
  await expect.poll(() => isAlive(its)).toBe(false);
  expect(() => process.kill(pid, 0)).not.toThrow();
  child.kill('SIGKILL');
  await once(child, 'exit');
});

onLinux('a pid that was given to another program is not the owner', async () => {
  expect(await isAlive(await owner(process.pid, { startTime: '1' }))).toBe(false);
});

test('a machine that was started anew has none of its processes', async () => {
  expect(await isAlive(await owner(process.pid, { bootId: 'another-boot' }))).toBe(false);
});

test('of another host nothing can be told, and so it counts as alive', async () => {
  expect(await isAlive(await owner(999_999_999, { host: 'elsewhere', bootId: 'x', startTime: '1' }))).toBe(true);
});

test('without a start time the pid has to do', async () => {
  expect(await isAlive(await owner(process.pid, { startTime: '' }))).toBe(true);
  expect(await isAlive(await owner(process.pid, { startTime: '', pid: 999_999_999 }))).toBe(false);
});
