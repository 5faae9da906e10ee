import { type GlobSet, intersectGlobs, parseGlobs } from '@breakwater/glob';
import type { HubRule, PlannedTask, Task } from '@breakwater/model';

/** What a task declares, as the checker reads it. */
export interface DeclaredPaths {
  readonly names: ReadonlySet<string>;
  readonly globs: GlobSet;
}

/** Plain names are compared as text, everything else as a language; files of harmless hubs are taken out of both. */
export function declaredPaths(task: Task, planned: PlannedTask | undefined, hubs: readonly HubRule[]): DeclaredPaths {
  const harmless = hubs
    .filter(({ policy, files }) => policy !== 'serialize' && files.every((file) => file[0] !== '!'))
    .flatMap(({ files }) => files);
  const ordered = task.writes.some((pattern) => pattern[0] === '!');
  const names = ordered ? [] : task.writes.filter(isName);
  const patterns = task.writes.flatMap((pattern) => [
    ...(isName(pattern) && !ordered ? [] : [pattern]),
    ...(isName(pattern) && readsAsFolder(pattern, planned) ? [`${pattern}/**`] : []),
  ]);
  const free = globSet(harmless);
  return {
    names: new Set(names.filter((name) => !free.matches(name)).map(oneSpelling)),
    globs: globSet([...patterns, ...harmless.map((file) => `!${file}`)]),
  };
}

function isName(pattern: string): boolean {
  return !/[*?[\]{}\\]|^!|\/$/.test(pattern);
}

function readsAsFolder(name: string, planned: PlannedTask | undefined): boolean {
  const isFile = planned?.writes.some(({ path }) => path === name && !planned.creates.includes(path));
  return isFile !== true && !(name.split('/').at(-1) ?? '').includes('.');
}

function globSet(patterns: readonly string[]): GlobSet {
  const parsed = parseGlobs(patterns, { ignoreCase: true });
  if (parsed.ok) return parsed.value;
  throw new Error(`Internal error: globs that were not checked: ${patterns.join(' ')}`);
}

function oneSpelling(path: string): string {
  return [...path.normalize('NFC')].map((char) => char.toLowerCase()).join('');
}

/** A path both may write. */
export function meetingPath(a: DeclaredPaths, b: DeclaredPaths): string | undefined {
  const name = [...a.names].find((one) => b.names.has(one) || b.globs.matches(one));
  return name ?? [...b.names].find((one) => a.globs.matches(one)) ?? intersectGlobs(a.globs, b.globs);
}
