import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder, aSource } from '../worlds.testing.js';
import { LARGEST_FILE, readSource } from './read-source.js';

const HINT = 'Name a file that exists, relative to the present folder:  --tasks FILE';
const read = (folder: string, file: string) => readSource({ area: 'TASKS', file, path: join(folder, file) });
const refused = (code: string, message: string, hint: string) => ({
  ok: false,
  error: { severity: 'error', code, message, hint },
});

describe('a file is read', () => {
  test('as text, with its name as shown', async () => {
    const folder = aFolder({ 'a.yaml': 'tasks: []\n' });
    expect(await read(folder, 'a.yaml')).toEqual({
      ok: true,
      value: { area: 'TASKS', file: 'a.yaml', path: join(folder, 'a.yaml'), text: 'tasks: []\n' },
    });
  });
  test('without its byte order mark', async () => {
    const folder = aFolder({ 'a.yaml': '\ufefftasks: []\n' });
    expect(await read(folder, 'a.yaml')).toMatchObject({ ok: true, value: { text: 'tasks: []\n' } });
  });
  test('through a symbolic link', async () => {
    const folder = aFolder({ 'a.yaml': 'x' });
    symlinkSync('a.yaml', join(folder, 'b.yaml'));
    expect(await read(folder, 'b.yaml')).toMatchObject({ ok: true, value: { text: 'x' } });
  });
  test('of exactly the largest size', async () => {
    const folder = aFolder({ 'a.yaml': 'x'.repeat(LARGEST_FILE) });
    expect(await read(folder, 'a.yaml')).toMatchObject({ ok: true });
  });
});

describe('a file is refused', () => {
  test('that is not there', async () => {
    const message = 'a.yaml cannot be read: there is no such file';
    expect(await read(aFolder(), 'a.yaml')).toEqual(refused('E_TASKS_READ', message, HINT));
  });
  test('below a file', async () => {
    const message = 'a.yaml/b cannot be read: a part of its path is a file';
    expect(await read(aFolder({ 'a.yaml': '' }), 'a.yaml/b')).toEqual(refused('E_TASKS_READ', message, HINT));
  });
  test('whose links go round', async () => {
    const folder = aFolder();
    symlinkSync('a.yaml', join(folder, 'a.yaml'));
    const message = 'a.yaml cannot be read: its symbolic links go round in a circle';
    expect(await read(folder, 'a.yaml')).toEqual(refused('E_TASKS_READ', message, HINT));
  });
  test('that is a folder', async () => {
    const answer = refused('E_TASKS_READ', 'sub is a folder, not a file', 'Name a regular file.');
    expect(await read(aFolder({ 'sub/': '' }), 'sub')).toEqual(answer);
  });
  test.runIf(process.platform !== 'win32')('that is a pipe, without waiting for a writer', async () => {
    const folder = aFolder();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await read(folder, 'pipe')).toEqual(refused('E_TASKS_READ', 'pipe is a pipe, not a file', 'Name a regular file.'));
  });
  test.runIf(process.platform === 'linux')('that is a device without end', async () => {
    const answer = refused('E_TASKS_READ', 'zero is a device, not a file', 'Name a regular file.');
    expect(await readSource({ area: 'TASKS', file: 'zero', path: '/dev/zero' })).toEqual(answer);
  });
  test('that is too large', async () => {
    const folder = aFolder({ 'a.yaml': 'x'.repeat(LARGEST_FILE + 1) });
    const hint = 'Split it into several files and run them one after the other.';
    expect(await read(folder, 'a.yaml')).toEqual(refused('E_TASKS_LIMIT', 'a.yaml is larger than 1 MiB', hint));
  });
  test('in another encoding', async () => {
    const folder = aFolder({ 'a.yaml': Uint8Array.from([0x61, 0x3a, 0x20, 0xe4]) });
    const answer = refused('E_TASKS_ENCODING', 'a.yaml: byte 3 (0xe4) is not UTF-8', 'Save it as UTF-8.');
    expect(await read(folder, 'a.yaml')).toEqual(answer);
  });
  test('with the place where the configuration names it', async () => {
    const source = aSource('tasks: a.yaml', 'config.yaml', 'CONFIG');
    const namedAt = { source, start: 7, end: 13 };
    const place = { file: 'config.yaml', line: 1, column: 8, length: 6, text: 'tasks: a.yaml' };
    expect(await readSource({ area: 'TASKS', file: 'a.yaml', path: join(aFolder(), 'a.yaml'), namedAt })).toEqual({
      ok: false,
      error: {
        severity: 'error',
        code: 'E_TASKS_READ',
        message: 'a.yaml cannot be read: there is no such file',
        place,
        hint: HINT,
      },
    });
  });
});
