import type { TaskId } from '@breakwater/model';
import { declaredPaths, meetingPath } from '../declared-paths.js';
import type { RunCheck } from './run-check.js';
import { openTasks, type RunRules } from './watch.js';

/** Nobody starts beside work that it may not meet: by the plan's list, by what both declare, or because one runs alone. */
export const checkSides: RunCheck = (moment, event, rules) => {
  if (event.ev !== 'task-started') return [];
  return openTasks(moment)
    .filter((other) => other !== event.task)
    .flatMap((other) => whyApart(event.task, other, rules).map((why) => `${event.task} starts beside ${other}, and ${why}`));
};

function whyApart(a: TaskId, b: TaskId, rules: RunRules): readonly string[] {
  const { plan, tasks } = rules;
  const listed = plan.conflicts.some(({ between }) => between.includes(a) && between.includes(b));
  const path = meetingOf(a, b, rules);
  const alone = [a, b].filter((id) => tasks.get(id)?.exclusive === true);
  return [
    ...(listed ? ['the plan says they conflict'] : []),
    ...(path === undefined ? [] : [`both may write ${path}`]),
    ...alone.map((id) => `${id} runs alone`),
  ];
}

function meetingOf(a: TaskId, b: TaskId, { plan, tasks, hubs }: RunRules): string | undefined {
  const [one, other] = [tasks.get(a), tasks.get(b)];
  if (one === undefined || other === undefined) return undefined;
  const planned = (id: TaskId) => plan.tasks.find((task) => task.id === id);
  return meetingPath(declaredPaths(one, planned(a), hubs), declaredPaths(other, planned(b), hubs));
}
