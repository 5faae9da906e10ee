import { namedByAny } from '@breakwater/glob';
import type { HubRule } from '@breakwater/model';

/** Files whose policy lets two tasks write them. Letters' case is ignored, as it is where tasks are kept apart. */
export function freeHubs(hubs: readonly HubRule[]): (path: string) => boolean {
  return namedByAny(hubs.filter(({ policy }) => policy !== 'serialize'));
}
