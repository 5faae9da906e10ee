import type { Automaton } from './automaton.js';
import { DOT, difference, only, SEGMENT, SLASH } from './char-set.js';

const OTHER = difference(SEGMENT, only(DOT));

/**
 * Every path inside a repository: no empty segment, no `.` and no `..`.
 *
 *     segment start -other-> inside -/-> segment start
 *        |  dot                ^
 *        +-> one dot -dot-> two dots       (both leave to inside only by another character)
 */
export const validPaths: Automaton = {
  edges: [
    [
      { set: OTHER, to: 1 },
      { set: only(DOT), to: 2 },
    ],
    [
      { set: SEGMENT, to: 1 },
      { set: only(SLASH), to: 0 },
    ],
    [
      { set: OTHER, to: 1 },
      { set: only(DOT), to: 3 },
    ],
    [{ set: SEGMENT, to: 1 }],
  ],
  accepting: [false, true, false, false],
};
