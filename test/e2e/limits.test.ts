import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { breakwater, start } from '../rig/breakwater.js';
import { makeRepository } from '../rig/repository.js';

/** Two tasks side by side: `deed` runs in the session of a, that of b behaves. */
function repositoryWhere(deed: string, config = ''): string {
  return makeRepository({
    'readme.md': '# Shop\n',
    'breakwater.tasks.yaml': 'tasks:\n  - { id: a, brief: A, writes: [a.txt] }\n  - { id: b, brief: B, writes: [b.txt] }\n',
    'breakwater.config.yaml': `runner: { kind: command, command: [node, agent.cjs] }\n${config}`,
    'agent.cjs': `const fs = require('node:fs');
if (process.env.BREAKWATER_TASK === 'b') fs.writeFileSync('b.txt', 'b'); else { ${deed} }\n`,
  });
}

it.each([
  ['minutes', 'ended after its limit of 0.02 min'],
  ['stall', 'ended after 0.02 min without a word'],
])('a session beyond its %s is ended with a reason, and the other task lands', async (limit, message) => {
  const repository = repositoryWhere('setInterval(() => {}, 1000)', `budget: { perTask: { ${limit}: 0.02 } }\n`);
  expect((await breakwater(repository, ['execute'])).code).toBe(1);
  const { tasks } = JSON.parse((await breakwater(repository, ['status', '--json'])).stdout);
  expect(tasks).toMatchObject([
    { id: 'a', state: { state: 'failed', failure: { reason: 'budget', message } } },
    { id: 'b', state: { state: 'integrated' } },
  ]);
});

it.runIf(process.platform === 'linux')('300 MB of output need less than 200 MB, and the log is capped and private', async () => {
  const line = "Buffer.from('x'.repeat(127) + '\\n')";
  const deed = `fs.writeFileSync('a.txt', 'a'); const many = Buffer.alloc(1 << 20, ${line});
for (let n = 0; n < 300; n += 1) fs.writeSync(1, many);`;
  const repository = repositoryWhere(deed);
  const run = start(repository, ['execute']);
  let over = false;
  void run.ended.then(() => {
    over = true;
  });
  let peak = 0;
  for (; !over; await wait(50)) peak = Math.max(peak, highWater(run.process.pid));
  expect((await run.ended).code).toBe(0);
  const [log] = logsOf(repository).filter((path) => path.endsWith('/a.session.log'));
  const { size, mode } = statSync(log ?? '');
  expect({ measured: peak > 0, small: peak < 200, capped: size < 65 * 2 ** 20, mode: mode & 0o777 }).toEqual({
    measured: true,
    small: true,
    capped: true,
    mode: 0o600,
  });
});

/** MB of a process at its largest; 0 once it is gone. */
function highWater(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function logsOf(repository: string): readonly string[] {
  const folder = join(repository, '.git/breakwater/runs');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
}
