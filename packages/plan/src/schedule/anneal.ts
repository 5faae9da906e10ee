import { type Random, seededRandom } from '@breakwater/model';
import { type Arrangement, type Assignment, moveTask, swapTasks } from './arrangement.js';
import { exchangeWaves } from './exchange-waves.js';
import { int } from './rows.js';
import { mayMove, maySwap } from './steps.js';

/** What a search over steps wants: whole numbers, the lower the better. */
export interface Aim {
  /** What the step adds; undefined when it may not be taken whatever it saves. */
  readonly ofMove: (arrangement: Arrangement, task: number, wave: number) => number | undefined;
  readonly ofSwap: (arrangement: Arrangement, task: number, other: number) => number | undefined;
  /** What the arrangement costs as it stands. */
  readonly total: (arrangement: Arrangement) => number;
  /** Increases accepted with some chance at first, and at the end. */
  readonly hot: number;
  readonly cold: number;
}

/** Steps proposed for one change of temperature. */
const STRIDE = 256;
/** What looking at one costs, in elementary steps. */
const PROPOSAL = 50;
/** Steps proposed for one exchange of neighbouring waves: it costs nothing and opens ways that precedence barred. */
const TURN = 32;
/** One proposal in so many is a move, the others are swaps. */
const MOVES = 4;
const SEED = 3;

/**
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) over moves and swaps, never through anything forbidden: cools from hot to
 * cold while `steps` last. Answers the best assignment it met and leaves the arrangement where it ended.
 */
export function anneal(
  arrangement: Arrangement,
  aim: Aim,
  steps: number,
): { readonly waveOf: Assignment; readonly total: number } {
  const walk: Walk = {
    arrangement,
    aim,
    random: seededRandom(SEED),
    best: arrangement.waveOf.slice(),
    least: aim.total(arrangement),
    total: 0,
  };
  walk.total = walk.least;
  const price = priceOfStep(arrangement);
  for (let spent = 0; spent < steps && walk.least > 0; spent += STRIDE * PROPOSAL) {
    spent += price * stroll(walk, coolDown(aim, spent / steps));
  }
  return { waveOf: walk.best, total: walk.least };
}

interface Walk {
  readonly arrangement: Arrangement;
  readonly aim: Aim;
  readonly random: Random;
  total: number;
  best: Assignment;
  least: number;
}

/** A stretch at one temperature; answers how many steps were taken. */
function stroll(walk: Walk, heat: number): number {
  const { arrangement, aim, random } = walk;
  let taken = 0;
  for (let n = 0; n < STRIDE; n += 1) {
    if (n % TURN === 0) exchangeWaves(arrangement, random(arrangement.waves));
    const cost = propose(arrangement, aim, random, heat);
    if (cost === undefined) continue;
    taken += 1;
    walk.total += cost;
    if (walk.total < walk.least) {
      walk.least = walk.total;
      walk.best = arrangement.waveOf.slice();
    }
  }
  return taken;
}

/** Geometrically. Rounded, so that the last digit of a machine's power function has no say in the plan. */
function coolDown({ hot, cold }: Aim, part: number): number {
  return Math.round(1000 * hot * (cold / hot) ** part) / 1000;
}

/** What taking a step costs, in elementary steps: tables of two tasks are changed twice. */
function priceOfStep({ problem, waves }: Arrangement): number {
  const { size, risky, apart } = problem;
  return (4 * (risky.items.length + apart.items.length + (size * size) / waves)) / Math.max(1, size);
}

/** Takes one random step and answers what that added, or leaves it. */
function propose(arrangement: Arrangement, aim: Aim, random: Random, heat: number): number | undefined {
  const { problem, waves } = arrangement;
  const task = random(problem.size);
  const limit = heat * int(CHANCES, random(CHANCES.length)) * CHANCE_UNIT;
  if (random(MOVES) === 0) {
    const wave = random(waves);
    const cost = aim.ofMove(arrangement, task, wave);
    if (cost === undefined || cost > limit || !mayMove(arrangement, task, wave)) return undefined;
    moveTask(arrangement, task, wave);
    return cost;
  }
  const other = random(problem.size);
  const cost = aim.ofSwap(arrangement, task, other);
  if (cost === undefined || cost > limit || !maySwap(arrangement, task, other)) return undefined;
  swapTasks(arrangement, task, other);
  return cost;
}

/**
 * Quantiles of the exponential distribution: accepting what costs up to heat times one of them at random is accepting with the chance
 * exp(-cost / heat). A table of whole numbers, so that no machine's logarithm has a say in the plan.
 */
const CHANCE_UNIT = 1e-4;
const CHANCES = Int32Array.from({ length: 256 }, (_, n) => Math.round(-Math.log((n + 0.5) / 256) / CHANCE_UNIT));
