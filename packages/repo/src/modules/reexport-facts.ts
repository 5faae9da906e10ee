import { decode } from '../decode.js';
import type { FactKind } from '../facts/fact-kind.js';
import { keptList } from '../facts/kept-list.js';
import { endingOf } from './ending-of.js';
import { type Reexport, reexportsOf } from './reexports-of.js';

/** What files pass on and under which names; asked of few, for the index knows already that they pass something on. */
export const REEXPORT_FACTS: FactKind<readonly Reexport[]> = {
  markOf: ({ path }) => `reexports${endingOf(path)}`,
  read: (path, bytes) => reexportsOf(path, decode(bytes)),
  ...keptList<Reexport>(),
};
