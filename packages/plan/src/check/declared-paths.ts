import { checkedGlobs, foldCase, type GlobSet, intersectGlobs, isLiteral } from '@breakwater/glob';
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
  const names = ordered ? [] : task.writes.filter(isLiteral);
  const patterns = task.writes.flatMap((pattern) => [
    ...(isLiteral(pattern) && !ordered ? [] : [pattern]),
    ...(isLiteral(pattern) && readsAsFolder(pattern, planned) ? [`${pattern}/**`] : []),
  ]);
  const free = checkedGlobs(harmless, { ignoreCase: true });
  return {
    names: new Set(names.filter((name) => !free.matches(name)).map(foldCase)),
    globs: checkedGlobs([...patterns, ...harmless.map((file) => `!${file}`)], { ignoreCase: true }),
  };
}

/** Told by the files the plan expects, else by the name. */
function readsAsFolder(name: string, planned: PlannedTask | undefined): boolean {
  const expected = planned?.writes.map(({ path }) => path) ?? [];
  if (expected.some((path) => path.startsWith(`${name}/`))) return true;
  const isFile = expected.some((path) => path === name && !planned?.creates.includes(path));
  return !isFile && !(name.split('/').at(-1) ?? '').includes('.');
}

/** A path both may write. */
export function meetingPath(a: DeclaredPaths, b: DeclaredPaths): string | undefined {
  const name = [...a.names].find((one) => b.names.has(one) || b.globs.matches(one));
  return name ?? [...b.names].find((one) => a.globs.matches(one)) ?? intersectGlobs(a.globs, b.globs);
}
