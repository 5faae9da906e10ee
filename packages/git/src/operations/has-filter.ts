import type { Git } from '../git.js';

/** Whether the user's configuration has a filter of this name, e.g. `lfs`, that makes files of what is committed. */
export async function hasFilter(git: Git, name: string): Promise<boolean> {
  const set = ['process', 'smudge'].map((part) => git.run(['config', '--get', `filter.${name}.${part}`], { accept: [0, 1] }));
  return (await Promise.all(set)).some(({ exitCode }) => exitCode === 0);
}
