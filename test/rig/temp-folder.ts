import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';

const folders: string[] = [];
const lasting: string[] = [];

afterEach(() => {
  removeAll(folders);
});

afterAll(() => {
  removeAll(lasting);
});

function removeAll(made: string[]): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** A fresh folder that goes when the test ends. */
export function tempFolder(name = 'world'): string {
  const folder = freshFolder(name);
  folders.push(folder);
  return folder;
}

/** One that goes when all tests of the file have ended, for what they only read. */
export function lastingFolder(name = 'world'): string {
  const folder = freshFolder(name);
  lasting.push(folder);
  return folder;
}

function freshFolder(name: string): string {
  return realpathSync(mkdtempSync(join(tmpdir(), `breakwater-test-${name}-`)));
}
