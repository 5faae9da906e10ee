import { controlFiles } from './control-files.js';
import type { LaneWorld } from './lane-world.js';

/**
 * Says what changed while a session ran and is in no diff: files that decide what every git here does, for what is planted there works on
 * everybody's next git; and files of its worktree that decide what runs or what agents are told, and that git ignores.
 */
export async function watchGit<T>(
  place: string,
  { setting, news }: Pick<LaneWorld, 'setting' | 'news'>,
  run: () => Promise<T>,
): Promise<T> {
  const look = () => Promise.all([setting.repository.sharedFiles(place), controlFiles(place)]);
  const [git, control] = await look();
  const end = await run();
  const [gitNow, controlNow] = await look();
  const paths = different(git, gitNow);
  const changed = different(control, controlNow);
  const isIgnored = await Promise.all(changed.map((path) => setting.repository.isIgnored(place, path).catch(() => false)));
  const ignored = changed.filter((_, n) => isIgnored[n]);
  if (paths.length + ignored.length > 0) news({ kind: 'git-changed', paths, ...(ignored.length === 0 ? {} : { ignored }) });
  return end;
}

/** Sorted. */
function different(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}
