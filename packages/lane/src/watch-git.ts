import type { LaneWorld } from './lane-world.js';

/** Says which files of the shared git directory changed while a session ran, for what is planted there works on everybody's next git. */
export async function watchGit<T>(
  place: string,
  { setting, news }: Pick<LaneWorld, 'setting' | 'news'>,
  run: () => Promise<T>,
): Promise<T> {
  const before = await setting.repository.sharedFiles(place);
  const end = await run();
  const after = await setting.repository.sharedFiles(place);
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
  if (paths.length > 0) news({ kind: 'git-changed', paths: paths.sort() });
  return end;
}
