/** What is measured of each family of instances: one row per instance and setting, then one line per group of rows. */
import { minuteBound, scheduleProject, scheduleStream, scheduleWaves } from '@breakwater/plan';
import { commitsProblem, projectProblem, wavesProblem } from './instances.mjs';
import { brokenProject, brokenStream, brokenWaves } from './verify.mjs';

const CAPS = [3, 5, 10, 0];
/** Streams of more tasks take long and say nothing new. */
const STREAMED = 200;

/** Answer and CPU milliseconds of this process. */
function timed(act) {
  const before = process.cpuUsage();
  const answer = act();
  const { user, system } = process.cpuUsage(before);
  return { answer, ms: (user + system) / 1000 };
}

function measureProject(instance, effort) {
  const problem = projectProblem(instance);
  const { answer, ms } = timed(() => scheduleProject(problem, effort));
  const gap = instance.best === undefined ? null : answer.end / instance.best - 1;
  return [
    {
      id: instance.id,
      group: '',
      value: answer.end,
      best: instance.best ?? null,
      bound: answer.lowerBound,
      gap,
      ms,
      broken: brokenProject(instance, answer.start),
    },
  ];
}

function measureWaves(instance, effort) {
  return [{ group: '', best: instance.best ?? null, ...wavesRow(instance, wavesProblem(instance), effort) }];
}

function measureCommits(instance, effort) {
  return CAPS.flatMap((cap) => {
    const problem = commitsProblem(instance, cap);
    const shown = cap === 0 ? 'none' : cap;
    const group = `n=${instance.n} cap=${shown}`;
    const streamed = instance.n <= STREAMED ? streamColumns(instance, problem, effort) : {};
    return [{ group, best: null, ...wavesRow(instance, problem, effort), ...streamed }];
  });
}

function wavesRow(instance, problem, effort) {
  const { answer, ms } = timed(() => scheduleWaves(problem, 'fast', effort));
  const value = Math.max(-1, ...answer.waveOf) + 1;
  const minutes = waveMinutes(problem, answer.waveOf);
  const least = minuteBound(problem);
  return {
    id: instance.id,
    value,
    bound: answer.bound.waves,
    timeRatio: least > 0 ? minutes / least : null,
    ms,
    broken: brokenWaves(instance, problem.concurrency, answer.waveOf),
  };
}

function waveMinutes({ minutes }, waveOf) {
  const longest = new Map();
  for (const [task, wave] of waveOf.entries()) longest.set(wave, Math.max(longest.get(wave) ?? 0, minutes[task]));
  return [...longest.values()].reduce((sum, one) => sum + one, 0);
}

function streamColumns(instance, problem, effort) {
  const { answer, ms } = timed(() => scheduleStream(problem, effort));
  const broken = brokenStream(instance, problem.concurrency, answer.starts);
  return { streamRatio: answer.minutes / answer.lowerBound, streamMs: ms, streamBroken: broken };
}

const mean = (values) => (values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length);
const known = (rows, field) => rows.map((row) => row[field]).filter((value) => typeof value === 'number');

/** One line of the table. */
export function summarize(rows) {
  const solved = rows.filter(({ best }) => best !== null);
  return {
    instances: rows.length,
    atBest: solved.length === 0 ? null : solved.filter(({ value, best }) => value <= best).length / solved.length,
    worst: solved.length === 0 ? null : Math.max(...solved.map(({ value, best }) => value - best)),
    atBound: rows.filter(({ value, bound }) => value <= bound).length / rows.length,
    gap: mean(known(rows, 'gap')),
    timeRatio: mean(known(rows, 'timeRatio')),
    streamRatio: mean(known(rows, 'streamRatio')),
    ms: mean(known(rows, 'ms')),
    mostMs: Math.max(...known(rows, 'ms')),
    broken: rows.reduce((sum, { broken, streamBroken = [] }) => sum + broken.length + streamBroken.length, 0),
  };
}

export const FAMILIES = { project: measureProject, waves: measureWaves, commits: measureCommits };
