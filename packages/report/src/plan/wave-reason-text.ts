import { type Plan, type TaskId, unreachable, type WaveReason } from '@breakwater/model';
import { count } from '../quantities.js';

/** Names shown before the rest is counted. */
const NAMED = 5;

/** How near the plan is to the fewest waves there can be, and why no plan has fewer; undefined where one wave holds all. */
export function wavesText({ forecast, concurrency }: Plan): string | undefined {
  const { waves, lowerBound, reason, fewest = waves } = forecast;
  if (reason === undefined || waves < 2) return undefined;
  const why = reasonText(reason, concurrency);
  const proved = fewest === lowerBound;
  if (fewest === waves)
    return proved ? `${waves}, proved minimal: ${why}` : `${waves}; at least ${lowerBound} are needed: ${why}`;
  const least = proved ? `${fewest} is proved minimal: ${why}` : `at least ${lowerBound} are needed: ${why}`;
  return `${waves}, of which ${waves - fewest} only to keep likely clashes apart; ${least}`;
}

function reasonText(reason: WaveReason, concurrency: number): string {
  switch (reason.kind) {
    case 'chain':
      return `${reason.tasks.join(' then ')}, each waiting for the one before`;
    case 'concurrency':
      return `${count(reason.tasks.length, 'task')}, ${concurrency} at once${around(reason)}`;
    case 'apart':
      return `${names(reason.tasks)} ${reason.path === undefined ? 'cannot share a wave, no two of them' : `all write ${reason.path}`}${around(reason)}`;
    case 'resource':
      return `${names(reason.tasks)} need ${reason.amount} of ${reason.resource}, and there is ${reason.capacity}${around(reason)}`;
    case 'alone':
      return `${names(reason.tasks)} ${reason.tasks.length === 1 ? 'runs' : 'run'} beside no other, and ${count(reason.others, 'task')} are left`;
    default:
      return unreachable(reason);
  }
}

/** What must come before the first of them and after the last. */
function around({ before, behind }: { readonly before: number; readonly behind: number }): string {
  const parts = [
    ...(before === 0 ? [] : [`${count(before, 'wave')} before them`]),
    ...(behind === 0 ? [] : [`${count(behind, 'wave')} after them`]),
  ];
  return parts.length === 0 ? '' : `, with ${parts.join(' and ')}`;
}

function names(tasks: readonly TaskId[]): string {
  if (tasks.length <= NAMED) return list(tasks);
  return list([...tasks.slice(0, NAMED - 1), count(tasks.length - NAMED + 1, 'other')]);
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
