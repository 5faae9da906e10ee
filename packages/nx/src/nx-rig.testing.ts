import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import type { Tree } from './nx-types.js';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** A folder with files. */
export function aFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'breakwater-nx-')));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The same as a repository with one commit. */
export function aRepository(files: Readonly<Record<string, string>>): string {
  const folder = aFolder(files);
  const identity = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@b.c', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@b.c' };
  const env = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_GLOBAL: '/dev/null', ...identity };
  for (const words of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    ['commit', '-q', '-m', 'Begin'],
  ])
    execFileSync('git', words, { cwd: folder, env });
  return folder;
}

/** What a generator works on, in memory. */
export interface MemoryTree extends Tree {
  readonly files: Map<string, string>;
  /** Paths written since the tree was made, in order. */
  readonly written: string[];
}

export function aTree(files: Readonly<Record<string, string>>): MemoryTree {
  const held = new Map(Object.entries(files));
  const written: string[] = [];
  return {
    root: '/nowhere',
    files: held,
    written,
    exists: (path) => held.has(path),
    read: (path) => held.get(path) ?? null,
    write: (path, content) => {
      held.set(path, content);
      written.push(path);
    },
    children: () => [],
  };
}
