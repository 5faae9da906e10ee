import type { CommitId, RunEvent } from '@breakwater/model';
import type { RunCheck } from './run-check.js';
import type { Watched } from './watch.js';

type TaskStarted = Extract<RunEvent, { ev: 'task-started' }>;

/**
 * A task starts once for each attempt, after what it waits for, in its wave, from the commit that holds what came before. One that was
 * cut off goes on from what it had begun from; one that is held, and only that, onto the tip.
 */
export const checkStart: RunCheck = (moment, event, { plan, tasks }) => {
  if (event.ev !== 'task-started') return [];
  const { task, attempt, base, again } = event;
  const stand = moment.stands.get(task);
  const attempts = moment.attempts.get(task) ?? 0;
  const before = new Set([
    ...(tasks.get(task)?.dependsOn ?? []),
    ...plan.precedences.filter(({ after }) => after === task).map((edge) => edge.before),
  ]);
  const missing = [...before].filter((id) => moment.stands.get(id) !== 'integrated');
  const wave = moment.waveOf.get(task);
  const streams = plan.schedule === 'stream';
  const wanted = again?.why === 'collision' ? 'held' : 'waiting';
  const from = beginningOf(event, moment, streams ? moment.tip : moment.waveBase);
  return [
    ...(stand === wanted ? [] : [`${task} starts, and it is ${stand ?? 'not in the plan'}`]),
    ...(attempt === attempts + 1 ? [] : [`${task} starts attempt ${attempt} after ${attempts}`]),
    ...missing.map((id) => `${task} starts before ${id} is integrated`),
    ...(streams || wave === moment.wave ? [] : [`${task} of wave ${wave} starts in wave ${moment.wave}`]),
    ...(base === from ? [] : [`${task} starts from ${base.slice(0, 7)} and not from ${from.slice(0, 7)}`]),
  ];
};

function beginningOf({ task, again }: TaskStarted, { tip, bases }: Watched, fresh: CommitId): CommitId {
  if (again === undefined) return fresh;
  return again.why === 'collision' ? tip : (bases.get(task) ?? fresh);
}
