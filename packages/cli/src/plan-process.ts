import { fileURLToPath } from 'node:url';
import { type Planner, planApart } from '@breakwater/api';

/** Plans in a process of its own: the compiled program, also where this is not compiled. */
export function planProcess(): Planner {
  return planApart(fileURLToPath(new URL('../dist/planner.js', import.meta.url)));
}
