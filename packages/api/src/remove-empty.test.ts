import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { removeEmpty } from './remove-empty.js';

it('removes empty folders from the inside out and leaves the others', async () => {
  const root = mkdtempSync(join(tmpdir(), 'remove-empty-'));
  mkdirSync(join(root, 'a/b'), { recursive: true });
  mkdirSync(join(root, 'kept'));
  writeFileSync(join(root, 'kept/file.txt'), 'x');
  await removeEmpty(join(root, 'a/b'), join(root, 'a'), join(root, 'kept'), join(root, 'never'), root);
  expect([existsSync(join(root, 'a')), existsSync(join(root, 'kept/file.txt'))]).toEqual([false, true]);
  rmSync(root, { recursive: true });
});
