import type { Meeting, Plan, Standing, TaskId, WaveStanding } from '@breakwater/model';
import { at } from '../at.js';
import { expectedIn, meetingOf } from '../replan/meeting-of.js';
import { planRest } from '../replan/plan-rest.js';
import { openDispatcher } from './dispatcher.js';
import { numberTasks, problemOfPlan } from './problem-of-plan.js';
import type { StreamProblem } from './stream-problem.js';

/** A plan asked while it runs. */
export interface Planner {
  /** Whom to start now, the most urgent first. Computed from the snapshot alone. */
  readonly nextStarts: (standing: Standing) => readonly TaskId[];
  /** Who waits and would now meet what an open task has written. */
  readonly meeting: (standing: Standing, task: TaskId) => Meeting;
  /** The waves that come, planned anew; undefined when they may stay as they are. */
  readonly rest: (standing: WaveStanding) => readonly (readonly TaskId[])[] | undefined;
}

/** What the document says, made ready to be asked often. `capacities` by resource name, 1 for those not named. */
export function createPlanner(plan: Plan, capacities: Readonly<Record<string, number>>): Planner {
  const problem = problemOfPlan(plan, capacities);
  const numberOf = numberTasks(plan);
  return {
    meeting: (standing, task) => meetingOf(plan, standing, task),
    rest: (standing) => planRest(plan, capacities, standing),
    nextStarts: (standing) => {
      const first = standing.waiting.filter(({ begun }) => begun).map(({ task }) => numberOf(task));
      const dispatcher = openDispatcher(learned(plan, problem, standing), new Set(first));
      const known = new Set(standing.waiting.map(({ task }) => task));
      for (const { task } of standing.open) {
        known.add(task);
        dispatcher.open(numberOf(task));
      }
      for (const task of standing.integrated) {
        known.add(task);
        dispatcher.integrate(numberOf(task));
      }
      for (const { id } of plan.tasks) if (!known.has(id)) dispatcher.giveUp(numberOf(id));
      return dispatcher.start(standing.room).map((task) => at(plan.tasks, task).id);
    },
  };
}

/**
 * What open tasks really wrote keeps away who is expected to write it too, from the plan's threshold on, as a planned conflict does:
 * until that work is where they start from.
 */
function learned(plan: Plan, problem: StreamProblem, { open, waiting }: Standing): StreamProblem {
  const written = open.filter(({ wrote }) => wrote.length > 0);
  if (written.length === 0) return problem;
  const numberOf = numberTasks(plan);
  const apart = problem.apart.map((list) => new Set(list));
  const waits = new Set(waiting.map(({ task }) => task));
  const tasks = plan.tasks.filter(({ id }) => waits.has(id));
  for (const { task, wrote } of written) {
    const paths = new Set(wrote);
    for (const other of tasks.filter((one) => expectedIn(one, paths, plan.threshold).length > 0)) {
      at(apart, numberOf(task)).add(numberOf(other.id));
      at(apart, numberOf(other.id)).add(numberOf(task));
    }
  }
  return { ...problem, apart: apart.map((set) => [...set]) };
}
