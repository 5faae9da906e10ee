import { at } from '../at.js';
import type { Assignment } from './arrangement.js';
import { type PossibleWaves, possibleWaves } from './possible-waves.js';
import type { Problem } from './problem.js';
import { int, real } from './rows.js';

/** Of lists no longer than this every set of tasks can be looked at: four thousand. */
const SMALL = 12;

export function isSmall({ size }: Problem): boolean {
  return size <= SMALL;
}

/**
 * The least summed risk there is in at most so many waves, by dynamic programming over the sets of tasks already placed, as Lawler 1976
 * colours graphs. Of equals the one with fewer waves. Undefined when the waves do not suffice. For lists that `isSmall` admits:
 * O(waves * 3^tasks), half a million steps a wave for twelve.
 */
export function leastRisk(problem: Problem, waves: number): { readonly waveOf: Assignment; readonly risk: number } | undefined {
  const possible = possibleWaves(problem);
  const layers = [firstLayer(2 ** problem.size)];
  let best: Ending = { risk: NEVER, placed: 0, before: 0 };
  for (let before = 0; before < waves && best.risk > 0; before += 1) {
    const layer = at(layers, before);
    const end = lastWave(layer, possible, before);
    if (end.risk < best.risk) best = end;
    if (before + 1 < waves) layers.push(nextLayer(layer, possible));
  }
  return best.risk === NEVER ? undefined : { waveOf: readBack(layers, best, problem.size), risk: best.risk };
}

const NEVER = Number.POSITIVE_INFINITY;

/** What so many waves can do, by the set of tasks that are placed in them; a set is the bits of a number. */
interface Layer {
  /** The least there is. */
  readonly risk: Float64Array;
  /** The last of these waves. */
  readonly last: Int32Array;
}

function firstLayer(sets: number): Layer {
  const risk = new Float64Array(sets).fill(NEVER);
  risk[0] = 0;
  return { risk, last: new Int32Array(sets) };
}

function nextLayer({ risk }: Layer, possible: PossibleWaves): Layer {
  const next: Layer = { risk: new Float64Array(risk.length).fill(NEVER), last: new Int32Array(risk.length) };
  for (let placed = 0; placed < risk.length - 1; placed += 1) {
    if (real(risk, placed) !== NEVER) addWaves(next, placed, real(risk, placed), possible);
  }
  return next;
}

/** Every set of those left. Where waves may stand in any order, only those with the first of them: other orders say the same. */
function addWaves({ risk, last }: Layer, placed: number, so: number, possible: PossibleWaves): void {
  const left = risk.length - 1 - placed;
  const first = possible.inAnyOrder ? left & -left : 0;
  for (let set = left; set > 0; set = (set - 1) & left) {
    const sum = so + real(possible.risk, set);
    if (sum >= real(risk, placed | set) || (set & first) !== first || (int(possible.needs, set) & ~placed) !== 0) continue;
    risk[placed | set] = sum;
    last[placed | set] = set;
  }
}

/** All tasks placed: those of the last wave, and the others in so many waves `before` it. */
interface Ending {
  readonly risk: number;
  readonly placed: number;
  readonly before: number;
}

/** What the last wave needs is placed: all is, but for its own tasks, and none of those is before another. */
function lastWave({ risk }: Layer, possible: PossibleWaves, before: number): Ending {
  let best: Ending = { risk: NEVER, placed: 0, before };
  for (let placed = 0; placed < risk.length; placed += 1) {
    const set = risk.length - 1 - placed;
    const sum = real(risk, placed) + real(possible.risk, set);
    if (sum < best.risk) best = { risk: sum, placed, before };
  }
  return best;
}

function readBack(layers: readonly Layer[], { placed, before }: Ending, size: number): Assignment {
  const waveOf = new Int32Array(size).fill(before);
  let left = placed;
  for (let wave = before; wave > 0; wave -= 1) {
    const set = int(at(layers, wave).last, left);
    for (let task = 0; task < size; task += 1) if ((set >> task) & 1) waveOf[task] = wave - 1;
    left &= ~set;
  }
  return waveOf;
}
