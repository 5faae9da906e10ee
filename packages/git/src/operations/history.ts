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
    read: async (most) => {
      const commits: LoggedCommit[] = [];
      const { push, end } = logStream((one) => commits.push(one));
      await git.run([...ARGS, `--max-count=${most}`, '--end-of-options', commit], { onStdout: push, limit: LONG });
      end();
      return commits;
    },
  };
}
