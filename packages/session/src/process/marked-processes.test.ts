import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { freshMarker, testEnvironment } from '../scripted-world.testing.js';
import { markedProcesses } from './marked-processes.js';

test.skipIf(process.platform !== 'linux')(
  'found are pid and command line, told the moment they are seen; gone is gone',
  async () => {
    const marker = freshMarker();
    const child = spawn('sleep', ['300'], { env: testEnvironment(`${marker}/api/1`), stdio: 'ignore' });
    await once(child, 'spawn');
    const told: number[] = [];
    await expect.poll(() => markedProcesses(marker)).toEqual([{ pid: child.pid, command: 'sleep 300' }]);
    await markedProcesses(`${marker}/api`, (pid) => told.push(pid));
    expect(told).toEqual([child.pid]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await markedProcesses(marker)).toEqual([]);
  },
);
