import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommitId, HistoryReader, LoggedCommit } from '@breakwater/model';
import type { Git } from '../git.js';
import { LOG_FORMAT, logStream } from '../parse/log-stream.js';
import { LONG } from '../run/run-git.js';

/** Whatever the user's configuration says about how a log looks, and without starting a program for it. */
const ARGS = [
  ...['log', '-z', '--first-parent', '-m', '--name-only', '--no-renames', '--no-color', '--no-show-signature', '--no-notes'],
  ...['--no-ext-diff', '--no-textconv', '--ignore-submodules=none', '--no-relative', '--no-mailmap', `--format=${LOG_FORMAT}`],
];

/** One git for the whole history, read as it comes. */
export function history(git: Git, commit: CommitId): HistoryReader {
  return {
    commit,
    read: (most, known) => read(git, commit, { most, known }),
    isShallow: () => isThere(join(git.commonDirectory, 'shallow')),
  };
}

interface Span {
  readonly most: number;
  readonly known: CommitId | undefined;
}

async function read(git: Git, commit: CommitId, { most, known }: Span): Promise<readonly LoggedCommit[]> {
  const commits: LoggedCommit[] = [];
  const { push, end } = logStream((one) => commits.push(one));
  const stop = known === undefined ? [] : [`^${known}`];
  const args = [...ARGS, `--max-count=${most}`, '--ignore-missing', '--end-of-options', commit, ...stop];
  await git.run(args, { onStdout: push, limit: LONG });
  end();
  return commits;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
