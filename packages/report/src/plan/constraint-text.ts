import { type Constraint, type ConstraintCost, fileNameOf, type Plan, unreachable } from '@breakwater/model';
import { count, listed } from '../quantities.js';

/** `without the overlap of a and b on index.ts`: what would be otherwise. */
export function constraintText(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'pair':
      return `without the overlap of ${listed(constraint.between)}${onFile(constraint.path)}`;
    case 'file':
      return `if ${count(constraint.tasks.length, 'task')} did not meet on ${fileNameOf(constraint.path)}`;
    case 'resource':
      return `with enough of ${constraint.resource} for all`;
    case 'exclusive':
      return `if ${constraint.task} did not run alone`;
    case 'order':
      return `if ${constraint.after} did not wait for ${constraint.before}`;
    case 'vague':
      return `once it is known what ${constraint.task} is about, at best`;
    case 'task':
      return `if ${constraint.task} could run beside any other`;
    case 'concurrency':
      return `with ${constraint.sessions + 1} sessions at once`;
    default:
      return unreachable(constraint);
  }
}

function onFile(path: string | undefined): string {
  return path === undefined ? '' : ` on ${fileNameOf(path)}`;
}

/** The best one or two things the author could change, and what the plan would be then; undefined when nothing single helps. */
export function betterText({ forecast, waves }: Plan): string | undefined {
  const [best, ...rest] = forecast.constraints?.costs ?? [];
  if (best === undefined) return undefined;
  const first = `${costText(best, waves.length)} ${constraintText(best.constraint)}`;
  const second = rest.find((one) => !saysTheSame(one.constraint, best.constraint));
  if (second === undefined) return first;
  const also = second.waves === best.waves ? '' : `${costText(second, waves.length)} `;
  return `${first}, or ${also}${constraintText(second.constraint)}`;
}

/** About one file, in other words or another pair. */
function saysTheSame(one: Constraint, other: Constraint): boolean {
  return 'path' in one && 'path' in other && one.path === other.path;
}

/** `3 waves instead of 4`. */
export function costText({ waves }: ConstraintCost, now: number): string {
  return waves === now ? `${count(waves, 'wave')} all the same` : `${count(waves, 'wave')} instead of ${now}`;
}

/** More would not be read; the document holds them. */
const SHOWN = 3;

/** The files most tasks meet on; undefined when no three do. */
export function hubText({ forecast }: Plan): string | undefined {
  const hubs = forecast.constraints?.hubs ?? [];
  if (hubs.length === 0) return undefined;
  return hubs
    .slice(0, SHOWN)
    .map(({ path, tasks }) => `${fileNameOf(path)} (${count(tasks.length, 'task')})`)
    .join(', ');
}
