import { fileNameOf, type ReplanCause, type RunReplanned, unreachable } from '@breakwater/model';
import { listed } from '../quantities.js';

/** What was planned anew and why, in one sentence. */
export function replanText({ because, moved, waves }: RunReplanned): string {
  if (waves === undefined) return `${causeText(because)}: ${some(moved)} ${moved.length === 1 ? 'waits' : 'wait'} for it`;
  const places = moved.length === 0 ? '' : `; another wave for ${some(moved)}`;
  return `planned anew, for ${causeText(because)}${places}`;
}

function causeText(because: ReplanCause): string {
  switch (because.kind) {
    case 'drift':
      return `${because.task} wrote ${some(because.paths.map(fileNameOf))}, which others are expected to write`;
    case 'failure':
      return `${because.task} is not in the chain, and what waits for it will not run`;
    case 'tasks':
      return `${some(because.tasks)} ${because.tasks.length === 1 ? 'is' : 'are'} to run again`;
    default:
      return unreachable(because);
  }
}

const NAMED = 3;

function some(names: readonly string[]): string {
  if (names.length <= NAMED) return listed(names);
  return `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more`;
}
