import type { RunCheck } from './run-check.js';

/** Only finished work is integrated, and only the very commit that passed verification. */
export const checkIntegration: RunCheck = (moment, event) => {
  if (event.ev !== 'task-integrated') return [];
  const { task, commit } = event;
  const stand = moment.stands.get(task);
  return [
    ...(stand === 'ready' ? [] : [`${task} is integrated, and it is ${stand ?? 'not in the plan'}`]),
    ...(moment.verified.get(task) === commit ? [] : [`${task} is integrated as ${commit.slice(0, 7)}, which was not verified`]),
  ];
};
