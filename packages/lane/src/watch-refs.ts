import type { Repository } from '@breakwater/git';
import { type CommitId, commitId, type LaneOrder } from '@breakwater/model';

/** What branches outside of ours and the stash hold, by full name. */
export type Refs = ReadonlyMap<string, string>;

export async function refsOfOthers(repository: Repository): Promise<Refs> {
  const refs = await repository.listRefs('refs/heads/', STASH);
  const theirs = refs.filter(({ ref }) => !ref.startsWith('refs/heads/breakwater/'));
  return new Map(theirs.map(({ ref, id }) => [ref, id]));
}

const STASH = 'refs/stash';

interface Watched {
  readonly order: Pick<LaneOrder, 'base' | 'branch'>;
  /** What the session left. */
  readonly commit: CommitId | undefined;
  readonly repository: Repository;
}

/**
 * Branches and the stash, which are the person's, as far as a session surely wrote them: they hold commits of its own. What they hold
 * otherwise may be the person's own doing while it ran. A sentence for each, with what puts it back.
 */
export async function writtenBySession(before: Refs, watched: Watched): Promise<readonly string[]> {
  const now = await refsOfOthers(watched.repository);
  const changed = [...now].filter(([ref, id]) => before.get(ref) !== id);
  const said = changed.map(async ([ref, id]) => {
    const isItsOwn = ref === STASH ? await isStashOf(id, watched) : await isCommitOf(id, watched);
    return isItsOwn ? [sentence(ref, id, before.get(ref))] : [];
  });
  return (await Promise.all(said)).flat();
}

/** Git names the branch in the subject. */
async function isStashOf(id: string, { order, repository }: Watched): Promise<boolean> {
  const [entry] = await repository.history(commitId(id)).read(1);
  return ['WIP on', 'On'].some((how) => entry?.message.startsWith(`${how} ${order.branch}:`));
}

async function isCommitOf(id: string, { order, commit, repository }: Watched): Promise<boolean> {
  if (commit === undefined || commit === order.base) return false;
  const made = await repository.resolveCommit(id);
  if (!made.ok || !(await repository.isAncestor(made.value, commit))) return false;
  return !(await repository.isAncestor(made.value, order.base));
}

function sentence(ref: string, id: string, before: string | undefined): string {
  if (ref === STASH) return 'it put changes on the stash, which is not its own; they are still there: git stash show --patch';
  const short = id.slice(0, 7);
  const name = inShell(ref);
  const undo = before === undefined ? `git update-ref -d ${name} ${id}` : `git update-ref ${name} ${before} ${id}`;
  const how =
    before === undefined ? `made ${ref} at its commit ${short}` : `moved ${ref}, which is not its own, to its commit ${short}`;
  return `it ${how}; that is taken back by: ${undo}`;
}

/** The person may paste it, and a session may have chosen a name that says more to a shell than a name. */
function inShell(ref: string): string {
  return /^[\w./-]+$/.test(ref) ? ref : `'${ref.replaceAll("'", `'\\''`)}'`;
}
