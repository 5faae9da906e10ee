import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readRegularFile } from './read-regular-file.js';

const folder = mkdtempSync(join(tmpdir(), 'regular-'));
const inside = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file', () => {
  it('is read as a whole, also through a link', async () => {
    writeFileSync(inside('file'), 'text');
    symlinkSync('file', inside('link'));
    expect(String(await readRegularFile(inside('link')))).toBe('text');
  });

  it('that is a pipe, a device or a folder is refused at once', async () => {
    execFileSync('mkfifo', [inside('pipe')]);
    symlinkSync('/dev/zero', inside('endless'));
    for (const path of [inside('pipe'), inside('endless')]) {
      await expect(readRegularFile(path)).rejects.toThrow('it is not a regular file');
    }
    await expect(readRegularFile(folder)).rejects.toThrow('it is not a regular file');
  });

  it('that is larger than all that is read is refused, however little it takes on the disk', async () => {
    writeFileSync(inside('huge'), '');
    truncateSync(inside('huge'), 2 ** 32);
    await expect(readRegularFile(inside('huge'))).rejects.toThrow('it is larger than 256 MiB');
  });
});
