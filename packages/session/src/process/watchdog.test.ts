import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { freshMarker, tempFolder } from '../scripted-world.testing.js';
import { markedProcesses } from './marked-processes.js';
import { MARKER } from './marker.js';
import { startWatchdog } from './watchdog.js';

/** A shell that leaves its group in every way there is, and shrugs at TERM. */
const TREE = `(setsid sleep 60 &) ; (setsid setsid sleep 60 &) ; nohup sleep 60 >/dev/null 2>&1 & trap '' TERM; sleep 60 & echo up; wait`;

/** Stands for an orchestrator: it marks a session with its own pid and holds a watchdog as `startWatchdog` does. */
const ORCHESTRATOR = (script: string, marker: string) => `
const { spawn } = require('node:child_process');
const watchdog = spawn(process.execPath, [${JSON.stringify(script)}, '${MARKER}', '/' + process.pid], { detached: true, stdio: ['pipe', 'ignore', 'ignore'], env: {} });
const session = spawn('sh', ['-c', ${JSON.stringify(TREE)}], { detached: true, stdio: ['ignore', 'pipe', 'ignore'], env: { PATH: process.env.PATH, ${MARKER}: '${marker}/' + process.pid } });
session.stdout.on('data', () => console.log('up'));
process.on('SIGUSR2', () => { watchdog.stdin.end('.'); setTimeout(() => process.exit(), 50); });
setInterval(() => {}, 1000);
`;

async function orchestrator(marker: string) {
  const script = new URL('./end-orphans.mjs', import.meta.url).pathname;
  const child = spawn(process.execPath, ['-e', ORCHESTRATOR(script, marker)], {
    cwd: tempFolder(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await expect.poll(async () => (await markedProcesses(marker)).filter((one) => one.command === 'sleep 60').length).toBe(4);
  return child;
}

describe.skipIf(process.platform !== 'linux')('the watchdog', () => {
  it('ends everything that was marked when the orchestrator is killed with -9', async () => {
    const marker = freshMarker();
    const child = await orchestrator(marker);
    child.kill('SIGKILL');
    await expect.poll(() => markedProcesses(marker), { timeout: 5_000 }).toEqual([]);
  });

  it('ends nothing when it was dismissed, nor what another orchestrator marked', async () => {
    const marker = freshMarker();
    const [first, second] = [await orchestrator(`${marker}/one`), await orchestrator(`${marker}/two`)];
    first.kill('SIGUSR2');
    second.kill('SIGKILL');
    await expect.poll(() => markedProcesses(`${marker}/two`), { timeout: 5_000 }).toEqual([]);
    expect(await markedProcesses(`${marker}/one`)).toHaveLength(5);
    for (const { pid } of await markedProcesses(marker)) process.kill(pid, 'SIGKILL');
  });

  it('is started again when it is killed itself, and goes when it is dismissed', async () => {
    const watchdog = startWatchdog(process.pid);
    const first = watchdog.pid!;
    process.kill(first, 'SIGKILL');
    await expect.poll(() => watchdog.pid).not.toBe(first);
    const second = watchdog.pid!;
    watchdog.dismiss();
    await expect.poll(() => isThere(second), { timeout: 5_000 }).toBe(false);
  });
});

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
