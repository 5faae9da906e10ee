import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { breakwater } from '../rig/breakwater.js';
import { fingerprint, makeRepository } from '../rig/repository.js';
import { tempFolder } from '../rig/temp-folder.js';

const BINARY = fileURLToPath(new URL('../../packages/cli/bin/breakwater.js', import.meta.url));
const TASKS = 'tasks:\n  - { id: a, brief: Change a.txt, writes: [a.txt] }\n';

describe('a folder that is deleted under the shell', () => {
  const inDeleted = (...words: readonly string[]) => {
    const folder = join(tempFolder('gone'), 'folder');
    mkdirSync(folder);
    const script = `cd "$1" && rmdir "$1" && shift && exec "$@"`;
    const { status, stdout, stderr } = spawnSync('sh', ['-c', script, 'sh', folder, process.execPath, BINARY, ...words], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: tempFolder('home') },
    });
    return { status, stdout, stderr: stderr.replaceAll(folder, '<folder>') };
  };

  it('holds no repository, and is told by its name', () => {
    const { status, stderr } = inDeleted('plan');
    expect([status, stderr.replace(/\s+/g, ' ')]).toEqual([
      3,
      expect.stringContaining('error: <folder> is not in a git repository: there is no such folder'),
    ]);
  });

  it('keeps nobody from reading the help', () => {
    expect(inDeleted('--help')).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('a plan file that is no file', () => {
  it.each(['pipe', '/dev/zero'])('%s is refused at once', async (name) => {
    const repository = makeRepository({ 'a.txt': 'a', 'breakwater.tasks.yaml': TASKS });
    const place = tempFolder('plans');
    execFileSync('mkfifo', [join(place, 'pipe')]);
    const before = fingerprint(repository);
    const { code, stdout, stderr } = await breakwater(repository, ['execute', resolve(place, name), '--json']);
    expect([code, JSON.parse(stdout).failure.reason]).toEqual([2, 'bad-input']);
    expect(stderr.replace(/\s+/g, ' ')).toContain('cannot be used as a plan: it is not a regular file [E_PLAN_READ]');
    expect(fingerprint(repository)).toEqual(before);
  });
});
