/** Real repositories for tests, in temporary folders. Never imported by shipped code. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CommitId, commitId } from '@breakwater/model';
import { openRepository } from './open-repository.js';
import type { Repository } from './repository.js';

export interface World {
  /** Temporary folder around everything. */
  readonly folder: string;
  /** The user's checkout, on branch main. */
  readonly root: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The user's own git in the checkout, or in another folder. */
  git(...args: readonly string[]): string;
  gitAt(cwd: string, ...args: readonly string[]): string;
  /** Writes files into the checkout, or into another folder. */
  write(files: Readonly<Record<string, string>>, folder?: string): void;
  /** Writes files and commits them on the present branch. */
  commit(files: Readonly<Record<string, string>>): CommitId;
  open(start?: string): Promise<Repository>;
  /** Everything that belongs to the user: files, index, HEAD, config, hooks and refs that are not ours, as one line each. */
  fingerprint(): readonly string[];
  dispose(): void;
}

/** A repository with one commit of the given files, and a user with a name. */
export function aWorld(files: Readonly<Record<string, string>> = { 'a.txt': 'a\n' }, init: readonly string[] = []): World {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'breakwater-git-')));
  const root = join(folder, 'repo');
  const home = join(folder, 'home');
  mkdirSync(root);
  mkdirSync(home);
  const environment = { PATH: process.env['PATH'] ?? '', HOME: home, GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' };
  const identity = ['AUTHOR', 'COMMITTER'].flatMap((role) => [
    [`GIT_${role}_NAME`, 'Ann'],
    [`GIT_${role}_EMAIL`, 'ann@example.org'],
    [`GIT_${role}_DATE`, '@1700000000 +0000'],
  ]);
  const gitAt = (cwd: string, ...args: readonly string[]) =>
    execFileSync('git', args, {
      cwd,
      env: { ...environment, ...Object.fromEntries(identity) },
      encoding: 'utf8',
      stdio: 'pipe',
    }).trimEnd();
  const git = (...args: readonly string[]) => gitAt(root, ...args);
  const write = (wanted: Readonly<Record<string, string>>, into = root) => {
    for (const [path, text] of Object.entries(wanted)) {
      mkdirSync(dirname(join(into, path)), { recursive: true });
      writeFileSync(join(into, path), text);
    }
  };
  const commit = (wanted: Readonly<Record<string, string>>) => {
    write(wanted);
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', ['change', ...Object.keys(wanted)].join(' '));
    return commitId(git('rev-parse', 'HEAD'));
  };
  git('init', '--quiet', '--initial-branch=main', ...init);
  git('config', '--global', 'user.name', 'Ann');
  git('config', '--global', 'user.email', 'ann@example.org');
  if (Object.keys(files).length > 0) commit(files);
  return {
    folder,
    root,
    environment,
    git,
    gitAt,
    write,
    commit,
    open: async (start = root) => {
      const opened = await openRepository(start, environment);
      if (!opened.ok) throw new Error(JSON.stringify(opened.error));
      return opened.value;
    },
    fingerprint: () => fingerprintOf(root),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const NOT_THE_USERS = [/^\.git\/(objects|worktrees)(\/|$)/, /^\.git\/(logs\/)?refs\/(heads\/)?breakwater(\/|$)/];

function fingerprintOf(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .map((one) => ({ path: join(one.parentPath, one.name).slice(root.length + 1), one }))
    .filter(({ path }) => !NOT_THE_USERS.some((pattern) => pattern.test(path)))
    .map(
      ({ path, one }) =>
        `${path} ${one.isDirectory() ? 'folder' : one.isSymbolicLink() ? readlinkSync(join(root, path)) : hash(join(root, path))}`,
    )
    .sort();
}

function hash(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
