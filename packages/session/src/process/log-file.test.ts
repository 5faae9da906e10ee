import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../scripted-world.testing.js';
import { openLog } from './log-file.js';

test('a log is readable by its owner only and grows from one opening to the next', async () => {
  const path = join(tempFolder(), 'logs', 'a.log');
  for (const text of ['one\n', 'two\n']) {
    const log = await openLog(path);
    await log.write(text);
    expect(await log.close()).toBeUndefined();
  }
  expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
});

test('at its limit a log keeps its head and says that it is cut', async () => {
  const path = join(tempFolder(), 'a.log');
  const log = await openLog(path, 6);
  for (const text of ['1234', '5678', 'never']) await log.write(text);
  expect(await log.close()).toBe('the log was cut after 6 bytes');
  expect(readFileSync(path, 'utf8')).toBe('123456\n[the log is cut here: it reached its limit; later output is not kept]\n');
});

test('what is written at once is kept in order up to the limit, also when nobody waits for it', async () => {
  const path = join(tempFolder(), 'a.log');
  const log = await openLog(path, 20_000);
  const parts = Array.from({ length: 400 }, (_, i) => String(i).padStart(100, '.'));
  for (const part of parts) void log.write(part);
  expect(await log.close()).toBe('the log was cut after 20000 bytes');
  expect(readFileSync(path, 'utf8').split('\n')[0]).toBe(parts.slice(0, 200).join(''));
});

test('a log that cannot be opened stops nothing and says why', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'a.log'));
  const log = await openLog(join(folder, 'a.log'));
  await log.write('anything');
  expect(await log.close()).toMatch(/^no log is kept at .*a\.log: EISDIR/);
});
