import type { Budget } from '@breakwater/model';
import type * as z from 'zod/mini';
import type { budgetField } from '../schema/fields.js';
import { given } from './given.js';

type WrittenBudget = z.infer<typeof budgetField>;

/** One budget of several: for each limit the first that says something. */
export function resolveBudget(...budgets: readonly (WrittenBudget | Budget | undefined)[]): Budget {
  const first = (limit: keyof Budget): number | undefined => budgets.find((budget) => budget?.[limit] !== undefined)?.[limit];
  return given({ usd: first('usd'), minutes: first('minutes'), turns: first('turns'), stall: first('stall') });
}
