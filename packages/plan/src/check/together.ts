import { type GlobSet, intersectGlobs, parseGlobs } from '@breakwater/glob';
import type { HubRule, Task } from '@breakwater/model';
import type { CheckInput } from './check-input.js';

/** No two tasks of one wave may write one path by declaration, nor be beside one that runs alone, nor meet what the plan itself forbids. */
export function checkTogether(input: CheckInput): readonly string[] {
  const parsed = new Map(input.tasks.map((task) => [task, declaredGlobs(task, input.hubs)]));
  return input.plan.waves.flatMap((wave) => {
    const members = input.tasks.filter(({ id }) => wave.includes(id));
    return members.flatMap((a, n) => members.slice(n + 1).flatMap((b) => pairFaults(input, parsed, [a, b])));
  });
}

function declaredGlobs({ id, writes }: Task, hubs: readonly HubRule[]): GlobSet {
  const harmless = hubs.filter(({ policy, files }) => policy !== 'serialize' && files.every((file) => file[0] !== '!'));
  const declared = writes.flatMap((pattern) => (/[*?[\]{}\\]|\/$/.test(pattern) ? [pattern] : [pattern, `${pattern}/**`]));
  const taken = harmless.flatMap(({ files }) => files.map((file) => `!${file}`));
  const parsed = parseGlobs([...declared, ...taken], { ignoreCase: true });
  if (parsed.ok) return parsed.value;
  throw new Error(`Internal error: globs of task ${id} do not parse`);
}

function pairFaults({ plan }: CheckInput, parsed: ReadonlyMap<Task, GlobSet>, [a, b]: readonly [Task, Task]): readonly string[] {
  const pair = `${a.id} and ${b.id}`;
  const isPair = ({ between }: { readonly between: readonly string[] }) => between.includes(a.id) && between.includes(b.id);
  const [globsOfA, globsOfB] = [parsed.get(a), parsed.get(b)];
  const path = globsOfA === undefined || globsOfB === undefined ? undefined : intersectGlobs(globsOfA, globsOfB);
  const risk = plan.risks.find(isPair);
  return [
    ...(path === undefined ? [] : [`${pair} may both write ${path}`]),
    ...[a, b].filter(({ exclusive }) => exclusive).map(({ id }) => `${pair} are together, and ${id} runs alone`),
    ...(plan.conflicts.some(isPair) ? [`${pair} are together, and the plan says they conflict`] : []),
    ...(plan.caution !== 'fast' && risk !== undefined && risk.p >= 0.5 ? [`${pair} are together at risk ${risk.p}`] : []),
  ];
}
