/** Whether schedules of instances keep their rules: read from the instance itself, without the planner. In words; empty is good. */

export function brokenWaves(instance, concurrency, waveOf) {
  const waves = groupsOf(waveOf);
  const late = pairsOf(instance.preds).filter(([before, after]) => waveOf[before] >= waveOf[after]);
  const met = conflictPairs(instance).filter(([a, b]) => waveOf[a] === waveOf[b]);
  const crowded = [...waves.values()].filter((tasks) => tasks.length > concurrency || isOverdrawn(instance, tasks));
  return [
    ...late.map(([before, after]) => `${after} is not after ${before}`),
    ...met.map(([a, b]) => `${a} and ${b} are together`),
    ...crowded.map((tasks) => `too much at once: ${tasks.join(', ')}`),
  ];
}

export function brokenStream(instance, concurrency, starts) {
  const ends = starts.map((start, task) => start + lengthOf(instance, task));
  const overlap = (a, b) => starts[a] < ends[b] - HAIR && starts[b] < ends[a] - HAIR;
  const late = pairsOf(instance.preds).filter(([before, after]) => starts[after] < ends[before] - HAIR);
  const met = conflictPairs(instance).filter(([a, b]) => overlap(a, b));
  const at = (task) =>
    [...starts.keys()].filter((other) => starts[other] <= starts[task] + HAIR && starts[task] < ends[other] - HAIR);
  const crowded = [...starts.keys()].map(at).filter((tasks) => tasks.length > concurrency || isOverdrawn(instance, tasks));
  return [
    ...late.map(([before, after]) => `${after} is not after ${before}`),
    ...met.map(([a, b]) => `${a} and ${b} run together`),
    ...crowded.map((tasks) => `too much at once: ${tasks.join(', ')}`),
  ];
}

export function brokenProject({ cap, dur, req, succ }, start) {
  const late = succ.flatMap((later, task) =>
    later.filter((one) => start[one] < start[task] + dur[task]).map((one) => `${one} is not after ${task}`),
  );
  const end = Math.max(0, ...start.map((one, task) => one + dur[task]));
  const overdrawn = Array.from({ length: end }, (_, minute) => minute).filter((minute) =>
    cap.some(
      (capacity, pool) =>
        capacity < sum(req.map((needs, task) => (start[task] <= minute && minute < start[task] + dur[task] ? needs[pool] : 0))),
    ),
  );
  return [...late, ...overdrawn.map((minute) => `too much at minute ${minute}`)];
}

/** Starts are whole ticks, lengths may be rounded to them. */
const HAIR = 0.06;

function lengthOf({ dur, est }, task) {
  return (dur ?? est)[task];
}

function groupsOf(waveOf) {
  const waves = new Map();
  for (const [task, wave] of waveOf.entries()) waves.set(wave, [...(waves.get(wave) ?? []), task]);
  return waves;
}

function pairsOf(lists) {
  return lists.flatMap((others, task) => others.map((other) => [other, task]));
}

function conflictPairs({ conflicts, files }) {
  if (conflicts !== undefined) return pairsOf(conflicts);
  const own = files.map((list) => new Set(list));
  return files.flatMap((list, a) => files.flatMap((_, b) => (b > a && list.some((file) => own[b].has(file)) ? [[a, b]] : [])));
}

function isOverdrawn({ pools = [] }, tasks) {
  return pools.some(({ cap, d }) => sum(tasks.map((task) => d[task])) > cap && tasks.filter((task) => d[task] > 0).length > 1);
}

function sum(values) {
  return values.reduce((total, one) => total + one, 0);
}
