import type { Diagnostic, RepositoryIndex } from '@breakwater/model';
import type { LoadedTasks } from '../loaded.js';
import { quoted } from '../text/quoted.js';
import { isPlain, type WrittenPath, writtenPaths } from './written-paths.js';

/** One file spelled in two ways, by case or Unicode form: in two tasks, or in a task and the base commit. On many machines they are one file. */
export function foldedPaths(loaded: LoadedTasks, index: RepositoryIndex): readonly Diagnostic[] {
  const plain = writtenPaths(loaded).filter(({ pattern }) => isPlain(pattern));
  const inTree = spellings(index, new Set(plain.map(({ pattern }) => folded(pattern))));
  const first = new Map<string, WrittenPath>();
  return plain.flatMap((written) => {
    const key = folded(written.pattern);
    const files = inTree.get(key) ?? [];
    const before = first.get(key) ?? written;
    first.set(key, before);
    if (files.includes(written.pattern)) return [];
    if (files[0] !== undefined) return [twoSpellings(written, `the base commit has ${quoted(files[0])}`)];
    return before.pattern === written.pattern
      ? []
      : [twoSpellings(written, `task ${quoted(before.task.id)} writes ${quoted(before.pattern)}`)];
  });
}

/** How the base commit spells the paths asked for, sorted. */
function spellings({ files }: RepositoryIndex, asked: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { path } of files) {
    const key = folded(path);
    if (asked.has(key)) found.set(key, [...(found.get(key) ?? []), path]);
  }
  return found;
}

/** One spelling is the other but for case and Unicode form. */
export function spelledAlike(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function twoSpellings({ task, field, pattern, place }: WrittenPath, other: string): Diagnostic {
  return {
    severity: 'warning',
    code: 'W_PATH_FOLD',
    message: `${quoted(pattern)} in ${field} of task ${quoted(task.id)} is spelled differently elsewhere: ${other}`,
    ...(place === undefined ? {} : { place }),
    hint: 'Where file names ignore case both are one file; spell it in one way.',
  };
}
