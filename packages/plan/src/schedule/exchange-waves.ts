import { at } from '../at.js';
import type { Arrangement } from './arrangement.js';
import { int, rowOf } from './rows.js';

/** A wave and the one after it change places, unless somebody in the later one waits for somebody in the earlier one. O(tasks). */
export function exchangeWaves(arrangement: Arrangement, wave: number): void {
  const { problem, waveOf, members } = arrangement;
  if (wave + 1 >= arrangement.waves) return;
  const [earlier, later] = [at(members, wave), at(members, wave + 1)];
  if (later.some((task) => rowOf(problem.before, task).some((one) => int(waveOf, one) === wave))) return;
  for (const task of earlier) waveOf[task] = wave + 1;
  for (const task of later) waveOf[task] = wave;
  exchangeLists(arrangement.members, wave);
  exchangeRows(arrangement.riskIn, wave, problem.size);
  exchangeRows(arrangement.apartIn, wave, problem.size);
  exchangeRows(arrangement.load, wave, problem.capacities.length);
  exchangeRows(arrangement.longest, wave, 1);
  exchangeRows(arrangement.second, wave, 1);
}

function exchangeLists(lists: number[][], place: number): void {
  lists.splice(place, 2, at(lists, place + 1), at(lists, place));
}

/** Rows of `width` cells each. */
function exchangeRows(cells: Int32Array | Uint16Array, row: number, width: number): void {
  const first = cells.slice(row * width, (row + 1) * width);
  cells.copyWithin(row * width, (row + 1) * width, (row + 2) * width);
  cells.set(first, (row + 1) * width);
}
