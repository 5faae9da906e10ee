import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { freshMarker, testEnvironment } from '../scripted-world.testing.js';
import { markedProcesses } from './marked-processes.js';
import { sweep } from './sweep.js';

const WAITS = 'console.log("up"); setInterval(() => {}, 1000)';

async function started(marker: string): Promise<number> {
  const child = spawn(process.execPath, ['-e', WAITS], {
    env: testEnvironment(marker),
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  await once(child.stdout, 'data');
  return child.pid!;
}

describe.skipIf(process.platform !== 'linux')('sweep', () => {
  test('kills what carries the marker or one below it, and nothing else', async () => {
    const marker = freshMarker();
    const mine = [await started(marker), await started(`${marker}/api/1`)];
    const other = await started(`${marker}0/api/1`);
    expect(await sweep(marker)).toEqual(mine.sort((a, b) => a - b));
    expect(await markedProcesses(marker)).toEqual([]);
    expect(await markedProcesses(`${marker}0`)).toEqual([{ pid: other, command: `${process.execPath} -e ${WAITS}` }]);
    expect(await sweep(`${marker}0`)).toEqual([other]);
  });

  test('takes a whole tree, however its members left their groups', async () => {
    const marker = freshMarker();
    const tree = `(setsid sleep 60 &) ; (setsid setsid sleep 60 &) ; nohup sleep 60 >/dev/null 2>&1 & trap '' TERM; sleep 60 & echo up; wait`;
    const child = spawn('sh', ['-c', tree], {
      env: testEnvironment(marker),
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    await once(child.stdout, 'data');
    await expect.poll(async () => (await markedProcesses(marker)).filter((one) => one.command === 'sleep 60').length).toBe(4);
    expect((await sweep(marker)).length).toBe(5);
    expect(await markedProcesses(marker)).toEqual([]);
  });

  test('finds nothing where nothing is', async () => {
    expect(await sweep(freshMarker())).toEqual([]);
  });
});
