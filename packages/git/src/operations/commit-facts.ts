import { type CommitId, commitId } from '@breakwater/model';
import type { Git } from '../git.js';
import type { CommitFacts } from '../repository.js';
import { textOf } from '../run/run-git.js';

/** What commits say of themselves, in the order asked for; one git for all. */
export async function commitFacts(git: Git, commits: readonly CommitId[]): Promise<readonly CommitFacts[]> {
  // Asked about nothing, git answers with its usage: the journal may be gone before anything was integrated.
  if (commits.length === 0) return [];
  const wanted = [...new Set(commits)];
  const flags = ['--no-walk=unsorted', '--no-commit-header', '--format=%H %T %ct %P'];
  const answer = await git.run(['rev-list', ...flags, '--end-of-options', ...wanted]);
  const found = new Map(textOf(answer).split('\n').map(factsOf));
  return commits.flatMap((commit) => found.get(commit) ?? []);
}

function factsOf(line: string): readonly [CommitId, CommitFacts] {
  const [id = '', tree = '', time = '', ...parents] = line.trimEnd().split(' ');
  return [commitId(id), { tree, time: Number(time), parents: parents.map(commitId) }];
}
