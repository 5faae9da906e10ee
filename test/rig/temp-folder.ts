import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** A fresh folder that goes when the test ends. */
export function tempFolder(name = 'world'): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `breakwater-test-${name}-`)));
  folders.push(folder);
  return folder;
}
