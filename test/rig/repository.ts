import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { git } from './git.js';
import { tempFolder } from './temp-folder.js';

const made: string[] = [];

/** The repositories made since this was asked last. */
export function takeRepositories(): readonly string[] {
  return made.splice(0);
}

/** A repository with one commit on main, in a folder of its own so that worktrees beside it go with it. */
export function makeRepository(files: Readonly<Record<string, string>>, place = tempFolder('repo')): string {
  const folder = join(place, 'shop');
  mkdirSync(folder);
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'config', 'user.name', 'A Tester');
  git(folder, 'config', 'user.email', 'tester@example.com');
  writeFiles(folder, files);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'Begin');
  made.push(folder);
  return folder;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Everything of the user's that must stay byte-identical: files, index, HEAD, config, and every ref that is not ours. */
export function fingerprint(repository: string): Readonly<Record<string, string>> {
  const theirs = git(repository, 'for-each-ref', '--format=%(refname) %(objectname)')
    .split('\n')
    .filter((line) => !/^refs\/(breakwater|heads\/breakwater)\//.test(line));
  const control = ['HEAD', 'index', 'config', 'FETCH_HEAD', 'ORIG_HEAD', 'info/exclude', 'info/attributes'];
  return {
    refs: theirs.join('\n'),
    ...Object.fromEntries(control.map((name) => [`.git/${name}`, hash(join(repository, '.git', name))])),
    ...Object.fromEntries(walk(repository, '').map((path) => [path, hash(join(repository, path))])),
  };
}

function walk(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (path === '.git') return [];
    return entry.isDirectory() ? walk(root, path) : [path];
  });
}

function hash(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    try {
      return `link ${readlinkSync(path)}`;
    } catch {
      return 'absent';
    }
  }
}

/** Paths and contents of a branch, for comparing whole results. */
export function filesOf(repository: string, branch: string): Readonly<Record<string, string>> {
  const paths = git(repository, 'ls-tree', '-r', '-z', '--name-only', branch)
    .split('\0')
    .filter((path) => path !== '');
  return Object.fromEntries(paths.map((path) => [path, git(repository, 'show', `${branch}:${path}`)]));
}
