import type { Plan } from '@breakwater/model';

/** The plan document as text: two spaces, a last line break. `makePlan` puts the keys in order and rounds. */
export function planJson(plan: Plan): string {
  return `${JSON.stringify(plan, null, 2)}\n`;
}
