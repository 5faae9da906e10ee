import type { CheckInput } from './check-input.js';

/** Every task stands in exactly one wave, the one its own record names. */
export function checkPlacement({ plan, tasks }: CheckInput): readonly string[] {
  const places = new Map<string, number[]>();
  for (const [n, wave] of plan.waves.entries()) for (const id of wave) places.set(id, [...(places.get(id) ?? []), n + 1]);
  const known = new Set<string>(tasks.map(({ id }) => id));
  const strangers = [...places.keys()].filter((id) => !known.has(id)).map((id) => `${id} is in a wave and not among the tasks`);
  const misplaced = tasks.flatMap(({ id }) => placementFaults(id, places.get(id) ?? [], recordedWaves(plan, id)));
  const empty = plan.waves.flatMap((wave, n) => (wave.length === 0 ? [`wave ${n + 1} is empty`] : []));
  return [...strangers, ...misplaced, ...empty];
}

function recordedWaves(plan: CheckInput['plan'], id: string): readonly number[] {
  return plan.tasks.filter((task) => task.id === id).map(({ wave }) => wave);
}

function placementFaults(id: string, waves: readonly number[], recorded: readonly number[]): readonly string[] {
  if (waves.length === 0) return [`${id} is in no wave`];
  if (waves.length > 1) return [`${id} is in ${waves.length} waves: ${waves.join(', ')}`];
  if (recorded.length !== 1) return [`${id} has ${recorded.length} records`];
  return recorded[0] === waves[0] ? [] : [`${id} is in wave ${waves[0]}, and its record says ${recorded[0]}`];
}
