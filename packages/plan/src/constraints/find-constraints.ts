import type { Constraint, ConstraintCost, Constraints, Plan, TaskId } from '@breakwater/model';
import { restProblem } from '../replan/rest-problem.js';
import { waveCount } from '../schedule/arrangement.js';
import { stepsFor } from '../schedule/effort.js';
import { fewestWaves, scheduleWaves } from '../schedule/schedule-waves.js';
import { waveBound } from '../schedule/wave-bound.js';
import { couldHelp } from './could-help.js';
import { hubFiles } from './hub-files.js';
import { constraintsOf, listConstraints } from './list-constraints.js';
import { without } from './without.js';

type Capacities = Readonly<Record<string, number>>;

/** Constraints tried: in long lists fewer, for each takes longer. Never a clock. */
const TRIED = 40;
const TRIED_IN_LONG = 8;
const TASKS_TRIED = 1_200;
/** Pairs looked at in all: where nearly every pair meets, each constraint takes as long as the pairs are many. */
const PAIRS_TRIED = 600_000;
/** Longer lists are not looked at. */
const TOO_LONG = 1_000;
/** Hub files told. */
const TOLD = 6;

/** What the plan would be without each of its constraints: those without which it has fewer waves, and the files most tasks meet on. */
export function findConstraints(plan: Plan, capacities: Capacities): Constraints {
  const hopeful = hopefulOnes(plan, mostTried(plan));
  const fewest = plan.forecast.fewest ?? plan.forecast.waves;
  const found = hopeful.filter((one) => fewestOf(without(plan, one), capacities) < fewest);
  const costs = found.map((one) => costOf(plan, capacities, one)).filter(({ waves }) => waves < plan.waves.length);
  return { costs: bestFirst(costs), hubs: hubFiles(plan).slice(0, TOLD) };
}

function mostTried({ tasks, conflicts, risks }: Plan): number {
  if (tasks.length > TOO_LONG) return 0;
  const byTasks = Math.max(TRIED_IN_LONG, Math.floor(TASKS_TRIED / tasks.length));
  return Math.min(TRIED, byTasks, Math.floor(PAIRS_TRIED / Math.max(1, conflicts.length + risks.length)));
}

/** The first of those that could help; the rest of what may be half a million is not asked. */
function hopefulOnes(plan: Plan, most: number): readonly Constraint[] {
  const found: Constraint[] = [];
  if (most === 0) return found;
  const helps = couldHelp(plan);
  for (const one of listConstraints(plan)) {
    if (helps(one)) found.push(one);
    if (found.length === most) break;
  }
  return found;
}

/** What each constraint of one task costs, those that save nothing too. */
export function costsOfTask(plan: Plan, capacities: Capacities, task: TaskId): readonly ConstraintCost[] {
  const all = constraintsOf(plan, task);
  const tried = all.length <= TRIED ? all : [...all.slice(0, TRIED - 2), ...all.slice(-2)];
  const nothing = (constraint: Constraint): ConstraintCost => ({ constraint, waves: plan.waves.length });
  const helps = couldHelp(plan);
  return bestFirst(tried.map((one) => (helps(one) ? costOf(plan, capacities, one) : nothing(one))));
}

/** Waves the plan would have if the author said what a vague task is about, at best: the same without what is only guessed of it. */
export function wavesIfAnswered(plan: Plan, capacities: Capacities, task: TaskId): number {
  const answered = { kind: 'vague', task } as const;
  return couldHelp(plan)(answered) ? costOf(plan, capacities, answered).waves : plan.waves.length;
}

/** With the caution of the plan. */
function costOf(plan: Plan, capacities: Capacities, constraint: Constraint): ConstraintCost {
  const { waveOf } = scheduleWaves(problemOf(without(plan, constraint), capacities), plan.caution, 'low');
  return { constraint, waves: Math.min(plan.waves.length, waveCount(waveOf)) };
}

/** Without looking at risk, which takes longer. */
function fewestOf(plan: Plan, capacities: Capacities): number {
  const problem = problemOf(plan, capacities);
  return fewestWaves(problem, waveBound(problem).waves, stepsFor('low', problem.size)).waves;
}

function problemOf(plan: Plan, capacities: Capacities) {
  return restProblem(
    plan,
    capacities,
    plan.tasks.map(({ id }) => id),
  );
}

/** Of equals the smallest change first, and last what no author but only a machine could give; else as listed. */
const SMALLEST_FIRST: readonly Constraint['kind'][] = [
  'vague',
  'pair',
  'order',
  'exclusive',
  'resource',
  'file',
  'task',
  'concurrency',
];

function bestFirst(costs: readonly ConstraintCost[]): readonly ConstraintCost[] {
  const rank = ({ constraint }: ConstraintCost) => SMALLEST_FIRST.indexOf(constraint.kind);
  return [...costs].sort((a, b) => a.waves - b.waves || rank(a) - rank(b));
}
