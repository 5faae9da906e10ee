import type { Conflict, Constraint, ConstraintCost, Constraints, Plan, TaskId } from '@breakwater/model';
import { documentConflicts } from '../document-edges.js';
import { coveredConflicts } from '../graph/find-conflicts.js';
import { groundOf } from '../ground-of.js';
import type { PlanInput } from '../plan-input.js';
import { restProblem } from '../replan/rest-problem.js';
import { stepsFor } from '../schedule/effort.js';
import type { Problem } from '../schedule/problem.js';
import { countWaves, fewestWaves } from '../schedule/schedule-waves.js';
import { waveBound } from '../schedule/wave-bound.js';
import { couldHelp } from './could-help.js';
import { hubFiles } from './hub-files.js';
import { constraintsOf, listConstraints } from './list-constraints.js';
import { without } from './without.js';

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

/**
 * What the plan would be without each of its constraints: those without which it has fewer waves, and the files most tasks meet on.
 * `input`: what the plan was made from.
 */
export function findConstraints(plan: Plan, input: PlanInput): Constraints {
  const hopeful = hopefulOnes(plan, mostTried(plan));
  const rest = restOf(plan, input, hopeful);
  const fewest = plan.forecast.fewest ?? plan.forecast.waves;
  const mayHaveFewer = (one: Constraint) => one.kind === 'vague' || fewestOf(rest(one), input) < fewest;
  const found = hopeful.filter(mayHaveFewer);
  const costs = found.map((one) => costOf(plan, input, one, rest)).filter(({ waves }) => waves < plan.waves.length);
  return { costs: bestFirst(costs), hubs: hubFiles(plan).slice(0, TOLD) };
}

type Rest = (constraint: Constraint) => Plan;

/** The plan without each of some constraints; what an order covers is only looked up where one is among them. */
function restOf(plan: Plan, input: PlanInput, constraints: readonly Constraint[]): Rest {
  const covered = constraints.some(({ kind }) => kind === 'order') ? coveredOf(input) : [];
  return (constraint) => without(plan, constraint, covered);
}

function coveredOf(input: PlanInput): readonly Conflict[] {
  return documentConflicts(input.tasks, coveredConflicts({ ...input, ...groundOf(input) }));
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
export function costsOfTask(plan: Plan, input: PlanInput, task: TaskId): readonly ConstraintCost[] {
  const all = constraintsOf(plan, task);
  const tried = all.length <= TRIED ? all : [...all.slice(0, TRIED - 2), ...all.slice(-2)];
  const nothing = (constraint: Constraint): ConstraintCost => ({ constraint, waves: plan.waves.length });
  const hopeful = new Set(tried.filter(couldHelp(plan)));
  const rest = restOf(plan, input, [...hopeful]);
  return bestFirst(tried.map((one) => (hopeful.has(one) ? costOf(plan, input, one, rest) : nothing(one))));
}

/** With the caution of the plan. */
function costOf(plan: Plan, input: PlanInput, constraint: Constraint, rest: Rest): ConstraintCost {
  const waves = countWaves(problemOf(rest(constraint), input), plan.caution, 'low');
  return { constraint, waves: Math.min(plan.waves.length, waves) };
}

/** Without looking at risk, which takes longer. Enough for all but vague tasks, whose risk alone may be what a wave was spent on. */
function fewestOf(plan: Plan, input: PlanInput): number {
  const problem = problemOf(plan, input);
  return fewestWaves(problem, waveBound(problem).waves, stepsFor('low', problem.size)).waves;
}

function problemOf(plan: Plan, { capacities }: PlanInput): Problem {
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
