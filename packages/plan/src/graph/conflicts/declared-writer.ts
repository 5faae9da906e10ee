import { checkedGlobs, foldCase, type GlobSet, isLiteral } from '@breakwater/glob';
import { fileNameOf, type HubRule, type Task, type Touch, type TouchSet } from '@breakwater/model';

/**
 * A task that declares what it may write: `plain` and `wild` together are the paths it may write without meeting anybody who matters.
 * Plain paths are kept apart from patterns, for most declarations are plain, and an index finds their meetings at once.
 */
export interface DeclaredWriter {
  /** Place in the list. */
  readonly task: number;
  /** Paths without wildcards, folded, with their spelling. */
  readonly plain: ReadonlyMap<string, string>;
  readonly wild: GlobSet | undefined;
  /** What `wild` is made of, as it was written, without what is taken away. */
  readonly patterns: readonly string[];
  /** What its touch set says it writes. */
  readonly files: readonly Touch[];
  readonly creates: ReadonlySet<string>;
}

/**
 * Tasks without declared globs are left out: what they will write is a prediction, and so a risk. Letters' case is ignored: on many
 * disks `Money.ts` and `money.ts` are one file.
 */
export function declaredWriters(
  tasks: readonly Task[],
  touchSets: readonly TouchSet[],
  hubs: readonly HubRule[],
): readonly DeclaredWriter[] {
  const setOf = new Map(touchSets.map((set) => [set.task, set]));
  const free = freePatterns(hubs);
  const freeFiles = checkedGlobs(free, { ignoreCase: true });
  const freed = free.map((pattern) => `!${pattern}`);
  return tasks.flatMap(({ id, writes }, task) => {
    if (writes.length === 0) return [];
    const { writes: files = [], creates = [] } = setOf.get(id) ?? {};
    const known = { files, creates: new Set<string>(creates) };
    const { plain, wild } = split(writes, (path) => mayBeFolder(path, known));
    const taken = plain.filter((path) => !freeFiles.matches(path)).map((path) => [foldCase(path), path] as const);
    const globs = wild.length === 0 ? undefined : checkedGlobs([...wild, ...freed], { ignoreCase: true });
    const patterns = wild.filter((pattern) => !pattern.startsWith('!'));
    return [{ task, plain: new Map(taken), wild: globs, patterns, ...known }];
  });
}

/**
 * Patterns of hub files that are made anew, united or ignored: two tasks may both write those. A rule that takes files back with `!`
 * cannot be subtracted from another list; it is left out, for one conflict too many is better than one too few.
 */
function freePatterns(hubs: readonly HubRule[]): readonly string[] {
  return hubs
    .filter(({ policy, files }) => policy !== 'serialize' && !files.some((pattern) => pattern.startsWith('!')))
    .flatMap(({ files }) => files);
}

/** With a `!` among them the order counts, and all patterns stay together. */
function split(
  writes: readonly string[],
  isFolder: (path: string) => boolean,
): { readonly plain: readonly string[]; readonly wild: readonly string[] } {
  const below = (pattern: string) => (isLiteral(pattern) && isFolder(pattern) ? [`${pattern}/**`] : []);
  if (writes.some((pattern) => pattern.startsWith('!'))) {
    return { plain: [], wild: writes.flatMap((pattern) => [pattern, ...below(pattern)]) };
  }
  const wild = writes.flatMap((pattern) => (isLiteral(pattern) ? below(pattern) : [pattern]));
  return { plain: writes.filter(isLiteral), wild };
}

/**
 * A plain path may name a folder and then means all below it: when files below it are known (`.github`), else when its last name has
 * no dot and it is not known as a file.
 */
function mayBeFolder(path: string, { files, creates }: Pick<DeclaredWriter, 'files' | 'creates'>): boolean {
  if (files.some((file) => file.path.startsWith(`${path}/`))) return true;
  return !fileNameOf(path).includes('.') && !files.some((file) => file.path === path && !creates.has(path));
}
