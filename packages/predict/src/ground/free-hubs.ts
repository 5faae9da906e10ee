import { checkedGlobs } from '@breakwater/glob';
import type { HubRule } from '@breakwater/model';

/** Files whose policy lets two tasks write them. Letters' case is ignored, as it is where tasks are kept apart. */
export function freeHubs(hubs: readonly HubRule[]): (path: string) => boolean {
  const sets = hubs.filter(({ policy }) => policy !== 'serialize').map(({ files }) => checkedGlobs(files, { ignoreCase: true }));
  return (path) => sets.some((set) => set.matches(path));
}
