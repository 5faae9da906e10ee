import type { CommitId, LintFault } from '@breakwater/model';
import type { Git } from '../git.js';
import { collisions } from '../lint/collisions.js';
import { hasGitName } from '../lint/git-name.js';
import { escapes } from '../lint/link-target.js';
import { parseRawDiff, type RawChange } from '../parse/raw-diff.js';
import { LONG } from '../run/run-git.js';

/** Bytes. The usual forges take no larger file. */
const LARGEST = 100 * 1024 * 1024;

const DIFF = ['diff-tree', '-r', '-z', '--raw', '--no-abbrev', '--no-renames', '--no-ext-diff', '--ignore-submodules=none'];

/** What a commit brings in against another that others could not check out, or that would surprise them. Sorted by path. What was there before is not judged. */
export async function lintTree(git: Git, from: CommitId, to: CommitId): Promise<readonly LintFault[]> {
  const { stdout } = await git.run([...DIFF, '--end-of-options', from, to], { limit: LONG });
  const brought = parseRawDiff(stdout.toString('utf8')).filter(({ mode }) => mode !== '000000');
  const faults = [
    ...brought.filter(({ path }) => hasGitName(path)).map(({ path }): LintFault => ({ rule: 'git-name', path })),
    ...brought.filter(isSubmodule).map(({ path }): LintFault => ({ rule: 'submodule', path })),
    ...(await linkFaults(git, brought)),
    ...(await largeFiles(git, brought)),
    ...(await collisionsOf(git, to, brought)),
  ];
  return faults.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isSubmodule({ path, mode }: RawChange): boolean {
  return mode === '160000' || path === '.gitmodules';
}

async function linkFaults(git: Git, brought: readonly RawChange[]): Promise<readonly LintFault[]> {
  const links = brought.filter(({ mode }) => mode === '120000');
  const targets = await Promise.all(
    links.map(async ({ blob }) => (await git.run(['cat-file', 'blob', blob])).stdout.toString('utf8')),
  );
  return links.flatMap(({ path }, at) => {
    const target = targets[at] ?? '';
    return escapes(path, target) ? [{ rule: 'link', path, target } as const] : [];
  });
}

async function largeFiles(git: Git, brought: readonly RawChange[]): Promise<readonly LintFault[]> {
  const files = brought.filter(({ mode }) => mode.startsWith('100'));
  if (files.length === 0) return [];
  const stdin = `${files.map(({ blob }) => blob).join('\n')}\n`;
  const { stdout } = await git.run(['cat-file', '--batch-check=%(objectsize)'], { stdin });
  const sizes = stdout.toString('utf8').split('\n').map(Number);
  return files.flatMap(({ path }, at) => {
    const size = sizes[at] ?? 0;
    return size > LARGEST ? [{ rule: 'large', path, size } as const] : [];
  });
}

/** Only a new path can collide with one that is there, so without one the tree need not be listed. */
async function collisionsOf(git: Git, to: CommitId, brought: readonly RawChange[]): Promise<readonly LintFault[]> {
  const added = brought.filter(({ status }) => status === 'A').map(({ path }) => path);
  if (added.length === 0) return [];
  const { stdout } = await git.run(['ls-tree', '-r', '-z', '--name-only', '--full-tree', '--end-of-options', to], {
    limit: LONG,
  });
  return collisions(added, stdout.toString('utf8').split('\0'));
}
