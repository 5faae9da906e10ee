import { parseGlobs } from '@breakwater/glob';
import type { HubRule } from '@breakwater/model';

/** Files whose policy lets two tasks write them. Letters' case is ignored, as it is where tasks are kept apart. */
export function freeHubs(hubs: readonly HubRule[]): (path: string) => boolean {
  const sets = hubs.filter(({ policy }) => policy !== 'serialize').map(hubGlobs);
  return (path) => sets.some((set) => set.matches(path));
}

function hubGlobs({ files }: HubRule): { matches(path: string): boolean } {
  const parsed = parseGlobs(files, { ignoreCase: true });
  if (parsed.ok) return parsed.value;
  throw new Error(`Internal error: globs of a hub: ${parsed.error.map(({ message }) => message).join('; ')}`);
}
