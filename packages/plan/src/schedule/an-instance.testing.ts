import { pairTable, setPair } from '../pair-table.js';
import type { Instance, Need } from './instance.js';

/** A scheduling problem in a few words; risks in ten-thousandths. */
export interface Wanted {
  readonly size: number;
  readonly concurrency?: number;
  /** The first before the second; the first has the lower number. */
  readonly precedences?: readonly (readonly [number, number])[];
  readonly conflicts?: readonly (readonly [number, number])[];
  readonly risks?: readonly (readonly [number, number, number])[];
  readonly needs?: Readonly<Record<number, readonly Need[]>>;
  readonly capacities?: readonly number[];
  readonly preferred?: readonly number[];
}

export function anInstance({ size, concurrency = 3, precedences = [], conflicts = [], risks = [], ...rest }: Wanted): Instance {
  const numbers = Array.from({ length: size }, (_, number) => number);
  const apart = pairTable(size);
  const risk = pairTable(size);
  for (const pair of [...conflicts, ...precedences]) setPair(apart, pair, 1);
  for (const [a, b, units] of risks) setPair(risk, [a, b], units);
  return {
    size,
    concurrency,
    before: numbers.map((task) => precedences.filter(([, after]) => after === task).map(([before]) => before)),
    after: numbers.map((task) => precedences.filter(([before]) => before === task).map(([, after]) => after)),
    order: numbers,
    apart,
    risk,
    needs: numbers.map((task) => rest.needs?.[task] ?? []),
    capacities: rest.capacities ?? [],
    preferred: rest.preferred ?? numbers,
  };
}
