import { type GlobSet, parseGlobs } from '@breakwater/glob';
import type { HubRule, Task, Touch, TouchSet } from '@breakwater/model';

/** A task that declares what it may write. */
export interface DeclaredWriter {
  /** Place in the list. */
  readonly task: number;
  /** What it may write without meeting anybody who matters: hub files that are made anew, united or ignored are taken out. */
  readonly globs: GlobSet;
  /** Files of its touch set inside `globs`. */
  readonly files: readonly Touch[];
  readonly creates: ReadonlySet<string>;
}

/** Tasks without declared globs are left out: what they will write is a prediction, and so a risk. */
export function declaredWriters(
  tasks: readonly Task[],
  touchSets: readonly TouchSet[],
  hubs: readonly HubRule[],
): readonly DeclaredWriter[] {
  const setOf = new Map(touchSets.map((set) => [set.task, set]));
  const free = freePatterns(hubs);
  return tasks.flatMap((task, number) => {
    if (task.writes.length === 0) return [];
    const globs = parseWrites(task, free);
    const { writes = [], creates = [] } = setOf.get(task.id) ?? {};
    const files = writes.filter(({ path }) => globs.matches(path));
    return [{ task: number, globs, files, creates: new Set<string>(creates) }];
  });
}

/**
 * Patterns whose files two tasks may both write. A rule that takes files back with `!` cannot be subtracted from another
 * list; it is left out, for one conflict too many is better than one too few.
 */
function freePatterns(hubs: readonly HubRule[]): readonly string[] {
  return hubs
    .filter(({ policy, files }) => policy !== 'serialize' && !files.some((pattern) => pattern.startsWith('!')))
    .flatMap(({ files }) => files);
}

/** Letters' case is ignored: on many disks `Money.ts` and `money.ts` are one file. */
function parseWrites(task: Task, free: readonly string[]): GlobSet {
  const patterns = [...task.writes.flatMap(withFolder), ...free.map((pattern) => `!${pattern}`)];
  const parsed = parseGlobs(patterns, { ignoreCase: true });
  if (parsed.ok) return parsed.value;
  throw new Error(`Internal error: globs of task ${task.id}: ${parsed.error.map(({ message }) => message).join('; ')}`);
}

/** A plain path may name a folder, and then means all below it; below a file there is nothing, so both readings can stand. */
function withFolder(pattern: string): readonly string[] {
  return /[*?[\]{}\\]|\/$/.test(pattern) ? [pattern] : [pattern, `${pattern}/**`];
}
