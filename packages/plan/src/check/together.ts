import type { Plan, Task, TaskId } from '@breakwater/model';
import type { CheckInput } from './check-input.js';
import { type DeclaredPaths, declaredPaths, meetingPath } from './declared-paths.js';

/** No two tasks of one wave may write one path by declaration, nor be beside one that runs alone, nor meet what the plan itself forbids. */
export function checkTogether(input: CheckInput): readonly string[] {
  const planned = new Map(input.plan.tasks.map((task) => [task.id, task]));
  const declared = input.plan.waves.flatMap((wave) => {
    const members = input.tasks
      .filter(({ id }) => wave.includes(id))
      .map((task) => ({ task, paths: declaredPaths(task, planned.get(task.id), input.hubs) }));
    return members.flatMap((a, n) => members.slice(n + 1).flatMap((b) => pairFaults(a, b)));
  });
  return [...declared, ...forbiddenPairs(input.plan)];
}

interface Member {
  readonly task: Task;
  readonly paths: DeclaredPaths;
}

function pairFaults(a: Member, b: Member): readonly string[] {
  const pair = `${a.task.id} and ${b.task.id}`;
  const path = meetingPath(a.paths, b.paths);
  const alone = [a.task, b.task].filter(({ exclusive }) => exclusive);
  return [
    ...(path === undefined ? [] : [`${pair} may both write ${path}`]),
    ...alone.map(({ id }) => `${pair} are together, and ${id} runs alone`),
  ];
}

/** What the plan's own lists forbid: conflicts always, likely collisions unless the caution is `fast`. */
function forbiddenPairs({ conflicts, risks, waves, caution, threshold }: Plan): readonly string[] {
  const waveOf = new Map(waves.flatMap((wave, n) => wave.map((id) => [id, n] as const)));
  const together = ({ between: [a, b] }: { readonly between: readonly [TaskId, TaskId] }) => waveOf.get(a) === waveOf.get(b);
  const likely = risks.filter(({ p }) => caution !== 'fast' && p >= threshold);
  return [
    ...conflicts.filter(together).map(({ between }) => `${between.join(' and ')} are together, and the plan says they conflict`),
    ...likely.filter(together).map(({ between, p }) => `${between.join(' and ')} are together at risk ${p}`),
  ];
}
