import { type GlobSet, parseGlobs } from '@breakwater/glob';
import type { HubRule, Task, Touch, TouchSet } from '@breakwater/model';
import { foldPath } from './fold-path.js';

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
  const freeFiles = parse(free);
  return tasks.flatMap(({ id, writes }, task) => {
    if (writes.length === 0) return [];
    const { writes: files = [], creates = [] } = setOf.get(id) ?? {};
    const known = { files, creates: new Set<string>(creates) };
    const { plain, wild } = split(writes, (path) => mayBeFolder(path, known));
    const taken = plain.filter((path) => !freeFiles.matches(path)).map((path) => [foldPath(path), path] as const);
    const globs = wild.length === 0 ? undefined : parse([...wild, ...free.map((pattern) => `!${pattern}`)]);
    return [{ task, plain: new Map(taken), wild: globs, ...known }];
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

function parse(patterns: readonly string[]): GlobSet {
  const parsed = parseGlobs(patterns, { ignoreCase: true });
  if (parsed.ok) return parsed.value;
  throw new Error(`Internal error: globs that were not checked: ${parsed.error.map(({ message }) => message).join('; ')}`);
}

const WILD = /[*?[\]{}\\]|\/$/;

/** With a `!` among them the order counts, and all patterns stay together. */
function split(
  writes: readonly string[],
  isFolder: (path: string) => boolean,
): { readonly plain: readonly string[]; readonly wild: readonly string[] } {
  const isPlain = (pattern: string) => !WILD.test(pattern) && !pattern.startsWith('!');
  const below = (pattern: string) => (isPlain(pattern) && isFolder(pattern) ? [`${pattern}/**`] : []);
  if (writes.some((pattern) => pattern.startsWith('!'))) {
    return { plain: [], wild: writes.flatMap((pattern) => [pattern, ...below(pattern)]) };
  }
  const wild = writes.flatMap((pattern) => (isPlain(pattern) ? below(pattern) : [pattern]));
  return { plain: writes.filter(isPlain), wild };
}

/** A plain path may name a folder and then means all below it: not when its last name has a dot, nor when it is known as a file. */
function mayBeFolder(path: string, { files, creates }: Pick<DeclaredWriter, 'files' | 'creates'>): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return !name.includes('.') && !files.some((file) => file.path === path && !creates.has(path));
}
