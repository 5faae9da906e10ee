/** A list as long as anybody's: 10,000 tasks of 110 files each, three in ten of them touching one hub. */
import { performance } from 'node:perf_hooks';
import { seededRandom } from '@breakwater/model';
import { scheduleWaves } from '@breakwater/plan';
import { commitsProblem } from './instances.mjs';
import { brokenWaves } from './verify.mjs';

const TASKS = 10_000;
const FILES = 110;
/** Paths of the repository, in clusters that a task mostly stays in. */
const PATHS = 100_000;
const CLUSTER = 2_000;
const HUB_SHARE = 10;

export function largeInstance(size = TASKS) {
  const random = seededRandom(1);
  const files = Array.from({ length: size }, () => {
    const home = random(PATHS - CLUSTER);
    const own = Array.from({ length: FILES }, () => 1 + (random(10) < 9 ? home + random(CLUSTER) : random(PATHS - 1)));
    return random(HUB_SHARE) < 3 ? [...own, 0] : own;
  });
  return { id: `large-${size}`, n: size, files, preds: files.map(() => []), dur: files.map(() => 5 + random(90)) };
}

export function measureLarge(effort) {
  const instance = largeInstance();
  const before = process.cpuUsage();
  const began = performance.now();
  const problem = commitsProblem(instance, 3);
  const { waveOf, bound } = scheduleWaves(problem, 'fast', effort);
  const { user, system } = process.cpuUsage(before);
  const memory = process.resourceUsage().maxRSS / 1024;
  return {
    file: instance.id,
    group: '',
    waves: Math.max(...waveOf) + 1,
    bound: bound.waves,
    pairs: problem.apart.items.length / 2,
    cpuMs: Math.round((user + system) / 1000),
    wallMs: Math.round(performance.now() - began),
    maxRssMb: Math.round(memory),
    broken: brokenSample(instance, problem.concurrency, waveOf).length,
  };
}

/** Wave by wave: all pairs of 10,000 tasks would take longer than the plan. */
function brokenSample(instance, concurrency, waveOf) {
  const waves = new Map();
  for (const [task, wave] of waveOf.entries()) waves.set(wave, [...(waves.get(wave) ?? []), task]);
  return [...waves.values()].flatMap((tasks) => {
    const part = { files: tasks.map((task) => instance.files[task]), preds: tasks.map(() => []) };
    return brokenWaves(
      part,
      concurrency,
      tasks.map(() => 0),
    );
  });
}
