import type { TaskId } from '@breakwater/model';
import type { RunCheck } from './run-check.js';
import type { Watched } from './watch.js';

/** What is planned anew has not begun and comes after the wave that runs; whoever waits for another stays behind it. */
export const checkReplan: RunCheck = (moment, event, { plan }) => {
  if (event.ev !== 'run-replanned' || event.waves === undefined) return [];
  const { from = 1, waves } = event;
  const places = new Map(waves.flatMap((wave, n) => wave.map((id) => [id, from + n] as const)));
  const begun = [...places.keys()].filter((id) => moment.stands.get(id) !== 'waiting' && !isBlocked(moment, id));
  const placeOf = (id: TaskId) => places.get(id) ?? moment.waveOf.get(id) ?? 0;
  const open = plan.precedences.filter(({ before }) => moment.stands.get(before) !== 'integrated');
  const late = open.filter(({ before, after }) => places.has(after) && placeOf(before) >= placeOf(after));
  return [
    ...begun.map((id) => `${id} is moved, and it is ${moment.stands.get(id) ?? 'not in the plan'}`),
    ...(from > moment.wave ? [] : [`wave ${from} is planned anew, and wave ${moment.wave} runs`]),
    ...late.map(
      ({ before, after }) => `${after} is planned for wave ${placeOf(after)}, and ${before} for wave ${placeOf(before)}`,
    ),
    ...waves.flatMap((wave, n) =>
      wave.length > plan.concurrency ? [`wave ${from + n} has ${wave.length} tasks, at most ${plan.concurrency}`] : [],
    ),
    ...pairsApart(waves, plan.conflicts),
  ];
};

/** Given up without ever having been started. */
function isBlocked({ stands, attempts }: Watched, id: TaskId): boolean {
  return stands.get(id) === 'given up' && !attempts.has(id);
}

function pairsApart(
  waves: readonly (readonly string[])[],
  conflicts: readonly { readonly between: readonly [string, string] }[],
): readonly string[] {
  const waveOf = new Map(waves.flatMap((wave, n) => wave.map((id) => [id, n] as const)));
  const met = conflicts.filter(({ between: [a, b] }) => waveOf.has(a) && waveOf.get(a) === waveOf.get(b));
  return met.map(({ between }) => `${between.join(' and ')} are planned together, and they conflict`);
}
