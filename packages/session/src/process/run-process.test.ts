import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshMarker, program, tempFolder, testEnvironment } from '../scripted-world.testing.js';
import { markedProcesses } from './marked-processes.js';
import { MARKER } from './marker.js';
import { type ProcessEnd, type ProcessOrder, runProcess } from './run-process.js';

interface Trial {
  readonly order: ProcessOrder;
  readonly lines: readonly string[];
  /** Resolves when the process has written a line that is equal to the text. */
  readonly said: (text: string) => Promise<void>;
  readonly stop: () => void;
}

function trial(source: string, rest: Partial<ProcessOrder> = {}): Trial {
  const folder = tempFolder();
  const lines: string[] = [];
  const stop = new AbortController();
  const order: ProcessOrder = {
    command: [program(folder, 'agent', source)],
    cwd: folder,
    environment: testEnvironment(freshMarker()),
    stdin: '',
    logFile: join(folder, 'out.log'),
    signal: stop.signal,
    onLine: (line, from) => lines.push(from === 'stdout' ? line : `${from}: ${line}`),
    ...rest,
  };
  const said = (text: string) => expect.poll(() => lines, { interval: 5, timeout: 10_000 }).toContain(text);
  return { order, lines, said: async (text) => said(text), stop: () => stop.abort() };
}

const survivors = (order: ProcessOrder) => markedProcesses(order.environment[MARKER]!);

function exited(end: ProcessEnd): Extract<ProcessEnd, { end: 'exited' }> {
  if (end.end !== 'exited') throw new Error(`it was not started: ${end.message}`);
  return end;
}

test('what goes in on stdin comes out line by line and is kept in the log', async () => {
  const { order, lines } = trial('process.stdin.pipe(process.stdout); process.exitCode = 3', { stdin: 'one\ntwo' });
  const { seconds, ...end } = exited(await runProcess(order));
  expect(end).toEqual({ end: 'exited', exitCode: 3, leftovers: [] });
  expect(seconds).toBeGreaterThan(0);
  expect(lines).toEqual(['one', 'two']);
  expect(readFileSync(order.logFile, 'utf8')).toBe('one\ntwo');
  expect(statSync(order.logFile).mode & 0o777).toBe(0o600);
});

test('the environment is the one given and nothing else', async () => {
  const { order, lines } = trial('console.log(Object.keys(process.env).sort().join())');
  await runProcess(order);
  expect(lines).toEqual(['BREAKWATER_SESSION,LANG,PATH']);
});

test('a program that ends without reading its prompt is no error', async () => {
  const { order } = trial('process.exit(0)', { stdin: 'x'.repeat(1_000_000) });
  expect(exited(await runProcess(order)).exitCode).toBe(0);
});

test.each([
  ['that is missing', 'no-such-program', /ENOENT/],
  ['that may not be executed', '/etc/passwd', /EACCES/],
])('a program %s is not started, and that is an answer', async (_, name, message) => {
  const { order } = trial('', { command: [name] });
  expect(await runProcess(order)).toEqual({ end: 'not-started', message: expect.stringMatching(message) });
});

test('a folder that is missing is not started in', async () => {
  const { order } = trial('', { cwd: '/no/such/folder' });
  expect(await runProcess(order)).toEqual({ end: 'not-started', message: expect.stringContaining('/no/such/folder') });
});

test('a signal of its own is told by name', async () => {
  const { order } = trial("process.kill(process.pid, 'SIGUSR2')");
  expect(exited(await runProcess(order))).toMatchObject({ exitCode: null, signal: 'SIGUSR2' });
});

test('50 MB of output go by without growing with it', async () => {
  const source = `const line = 'x'.repeat(1023) + '\\n'; let n = 50 * 1024;
    const more = () => { while (n-- > 0) if (!process.stdout.write(line)) return process.stdout.once('drain', more); }; more();`;
  let count = 0;
  let most = 0;
  const before = process.memoryUsage().rss;
  const onLine = () => {
    count += 1;
    if (count % 1000 === 0) most = Math.max(most, process.memoryUsage().rss - before);
  };
  const { order } = trial(source, { onLine });
  expect(exited(await runProcess(order)).exitCode).toBe(0);
  expect(count).toBe(50 * 1024);
  expect(statSync(order.logFile).size).toBe(50 * 1024 * 1024);
  expect(most).toBeLessThan(150 * 1024 * 1024);
});

describe.skipIf(process.platform !== 'linux')('an end takes everything along', () => {
  /** The kinds of children that outlive a plain kill. */
  const TREE = `const { spawn } = require('node:child_process');
    const shell = (script) => spawn('sh', ['-c', script], { stdio: 'ignore' });
    shell('sleep 300');
    shell('setsid sleep 300');
    shell('nohup sleep 300');
    shell('(setsid sh -c "sleep 300 & sleep 300" &)');
    shell("setsid sh -c 'trap \\"\\" TERM; sleep 300; sleep 300'");
    spawn(process.execPath, ['-e', 'require("node:http").createServer().listen(0, () => setInterval(() => {}, 1000))'],
      { stdio: 'ignore', detached: true }).unref();`;
  const grown = (order: ProcessOrder) =>
    expect.poll(async () => (await survivors(order)).filter((one) => one.command === 'sleep 300').length).toBe(6);

  test('a stop ends children with setsid, nohup, a double fork, and those that ignore TERM', async () => {
    const { order, stop } = trial(`${TREE} setInterval(() => {}, 1000);`);
    const end = runProcess(order);
    await grown(order);
    stop();
    expect(exited(await end)).toMatchObject({ cut: 'stopped', signal: 'SIGTERM' });
    expect(await survivors(order)).toEqual([]);
  });

  test('so does a good end, and says what was left running', async () => {
    const { order, lines, said } = trial(
      `${TREE} process.on('SIGUSR2', () => process.exit(0)); console.log(process.pid); console.log('up');`,
    );
    const end = runProcess(order);
    await said('up');
    await grown(order);
    process.kill(Number(lines[0]), 'SIGUSR2');
    const { cut, leftovers } = exited(await end);
    expect(cut).toBeUndefined();
    // A shell whose first sleep is ended may begin its second before it is ended itself.
    expect(leftovers.filter((one) => one === 'sleep 300').length).toBeGreaterThanOrEqual(6);
    expect(await survivors(order)).toEqual([]);
  });

  test('a grandchild that holds our pipes does not keep us waiting', async () => {
    const source = `require('node:child_process').spawn('sleep', ['300'], { stdio: 'inherit', detached: true }).unref();`;
    const { order } = trial(source);
    const { seconds, leftovers } = exited(await runProcess(order));
    expect(leftovers).toEqual(['sleep 300']);
    expect(seconds).toBeLessThan(5);
  });

  test('a program that ignores TERM is killed after its grace', async () => {
    const { order, said, stop } = trial(
      "process.on('SIGTERM', () => console.log('no')); console.log('up'); setInterval(() => {}, 1000)",
      {
        graceMs: 150,
      },
    );
    const end = runProcess(order);
    await said('up');
    stop();
    expect(exited(await end)).toMatchObject({ cut: 'stopped', signal: 'SIGKILL' });
  });

  test('within its grace a program may say where it is and end by itself', async () => {
    const { order, lines, said, stop } = trial(
      "process.on('SIGTERM', () => { console.log('saved'); process.exit(7); }); console.log('up'); setInterval(() => {}, 1000)",
    );
    const end = runProcess(order);
    await said('up');
    stop();
    expect(exited(await end)).toMatchObject({ cut: 'stopped', exitCode: 7 });
    expect(lines).toEqual(['up', 'saved']);
  });

  test('time that is up ends it like a stop', async () => {
    const { order } = trial('setInterval(() => {}, 1000)', { minutes: 0.3 / 60 });
    expect(exited(await runProcess(order))).toMatchObject({ cut: 'minutes', signal: 'SIGTERM' });
  });

  test('a stop asked for before the start ends it at once', async () => {
    const { order, stop } = trial('setInterval(() => {}, 1000)');
    stop();
    expect(exited(await runProcess(order))).toMatchObject({ cut: 'stopped' });
  });
});
