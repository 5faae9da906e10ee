import type { TaskId } from '@breakwater/model';
import type { RunCheck } from './run-check.js';
import { openTasks, type RunRules, type Watched } from './watch.js';

/** No more sessions than allowed, each in a lane of its own, and never more of a resource than there is. */
export const checkRoomOf: RunCheck = (moment, event, rules) => {
  if (event.ev !== 'task-started') return [];
  const running = [...moment.stands].filter(([id, stand]) => stand === 'running' && id !== event.task).map(([id]) => id);
  const { concurrency } = rules.plan;
  const sharing = running.filter((id) => moment.lanes.get(id) === event.lane);
  return [
    ...(running.length < concurrency ? [] : [`${event.task} starts beside ${running.length}, at most ${concurrency} at once`]),
    ...sharing.map((id) => `${event.task} starts in lane ${event.lane}, where ${id} is`),
    ...overdrawnBy(event.task, moment, rules),
  ];
};

/** Alone a task may have what it needs. */
function overdrawnBy(task: TaskId, moment: Watched, { tasks, capacities }: RunRules): readonly string[] {
  const amountOf = (id: TaskId, name: string) =>
    (tasks.get(id)?.resources ?? []).reduce((sum, need) => (need.name === name ? sum + need.amount : sum), 0);
  const names = new Set((tasks.get(task)?.resources ?? []).map(({ name }) => name));
  return [...names].flatMap((name) => {
    const others = openTasks(moment).filter((id) => id !== task && amountOf(id, name) > 0);
    const needed = [task, ...others].reduce((sum, id) => sum + amountOf(id, name), 0);
    const there = Object.entries(capacities).find(([known]) => known === name)?.[1] ?? 1;
    return others.length > 0 && needed > there ? [`${task} starts, and ${needed} of ${name} are needed where ${there} is`] : [];
  });
}
