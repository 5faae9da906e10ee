import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshMarker, tempFolder, testEnvironment } from '../scripted-world.testing.js';
import type { CommandsOrder } from '../session.js';
import { runCommands } from './run-commands.js';

function commands(list: readonly string[], rest: Partial<CommandsOrder> = {}): CommandsOrder {
  const folder = tempFolder();
  return {
    commands: list,
    cwd: folder,
    environment: testEnvironment(freshMarker()),
    values: {},
    logFile: join(folder, 'out.log'),
    minutes: 1,
    signal: new AbortController().signal,
    ...rest,
  };
}

test('they run in the folder, in the shell, one after another, with what they need in text and environment', async () => {
  const heard: string[] = [];
  const order = commands(['echo one > a && pwd', 'cat a; echo {base} $BREAKWATER_BASE'], {
    values: { base: 'a1b2' },
    onLine: (line) => heard.push(line),
  });
  expect(await runCommands(order)).toEqual({ end: 'passed', seconds: expect.any(Number) });
  expect(heard).toEqual([order.cwd, 'one', 'a1b2 a1b2']);
  expect(readFileSync(order.logFile, 'utf8')).toBe(`${order.cwd}\none\na1b2 a1b2\n`);
});

test('a command that would be too long with all its names is not started, and says what to write instead', async () => {
  const files = Array.from({ length: 10_000 }, (_, n) => `packages/some/long/folder/file-${n}.ts`);
  const end = await runCommands(commands(['touch never {files}'], { values: { files } }));
  expect(end).toMatchObject({ end: 'failed', exitCode: null, tail: expect.stringContaining('{base} and {head}') });
});

test('no commands pass', async () => {
  expect(await runCommands(commands([]))).toEqual({ end: 'passed', seconds: 0 });
});

test('the first that fails ends it; its last twenty lines come along', async () => {
  const order = commands(['seq 1 30; echo bad >&2; exit 3', 'touch never']);
  const end = await runCommands(order);
  expect(end).toMatchObject({ end: 'failed', command: 'seq 1 30; echo bad >&2; exit 3', exitCode: 3 });
  const tail = end.end === 'failed' ? end.tail.split('\n') : [];
  expect(tail.length).toBe(20);
  expect(tail).toContain('bad');
  expect(existsSync(join(order.cwd, 'never'))).toBe(false);
});

test('a command killed by a signal has not passed', async () => {
  expect(await runCommands(commands(['kill -9 $$']))).toEqual({
    end: 'failed',
    command: 'kill -9 $$',
    exitCode: null,
    signal: 'SIGKILL',
    tail: '',
  });
});

test('a command whose time is up has failed, and says so', async () => {
  const end = await runCommands(commands(['echo begun; sleep 60'], { minutes: 0.3 / 60 }));
  expect(end).toMatchObject({ end: 'failed', exitCode: null, signal: 'SIGTERM' });
  expect(end.end === 'failed' && end.tail).toMatch(/^begun\nended after its limit of 0\.005 min$/);
});

test('a stop ends the one that runs and begins no other', async () => {
  const stop = new AbortController();
  const order = commands(['echo up; sleep 60', 'touch never'], { signal: stop.signal, onLine: () => stop.abort() });
  expect(await runCommands(order)).toEqual({ end: 'stopped' });
  expect(existsSync(join(order.cwd, 'never'))).toBe(false);
  expect(await runCommands(order)).toEqual({ end: 'stopped' });
});

test('a folder that is gone is a failure of the first command', async () => {
  expect(await runCommands(commands(['true'], { cwd: '/no/such/folder' }))).toMatchObject({
    end: 'failed',
    command: 'true',
    exitCode: null,
  });
});
