import type { CheckInput } from './check-input.js';

/** Every task stands in a later wave than those it waits for, declared by the task or found by the planner. */
export function checkPrecedence({ plan, tasks }: CheckInput): readonly string[] {
  const waveOf = new Map<string, number>();
  for (const [n, wave] of plan.waves.entries()) for (const id of wave) waveOf.set(id, n);
  const edges = new Set([
    ...tasks.flatMap(({ id, dependsOn }) => dependsOn.map((before) => `${before} ${id}`)),
    ...plan.precedences.map(({ before, after }) => `${before} ${after}`),
  ]);
  return [...edges].flatMap((edge) => {
    const [before = '', after = ''] = edge.split(' ');
    const [first, second] = [waveOf.get(before), waveOf.get(after)];
    if (first === undefined || second === undefined) return [`${after} waits for ${before}, and one of them is in no wave`];
    return first < second ? [] : [`${after} waits for ${before} and is not in a later wave`];
  });
}
