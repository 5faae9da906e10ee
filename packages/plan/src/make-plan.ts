import { BLOCKING_RISK, PLAN_SCHEMA, type Plan } from '@breakwater/model';
import { documentConflicts, documentNotes, documentRisks } from './document-edges.js';
import { makeForecast } from './forecast.js';
import { findConflicts } from './graph/find-conflicts.js';
import { groundOf } from './ground-of.js';
import { makeProblem } from './make-problem.js';
import { planId } from './plan-id.js';
import type { PlanInput } from './plan-input.js';
import { plannedTasks } from './planned-tasks.js';
import { scheduleWaves } from './schedule/schedule-waves.js';
import { waveIds } from './wave-ids.js';
import { waveReason } from './wave-reason.js';

/**
 * Arranges tasks in waves that are safe to run side by side. Pure: the same input gives the same bytes, whatever the order of its
 * touch sets and risks. Throws an internal error for input that `tasks` refuses: a cycle, an unknown dependency, a bad glob.
 */
export function makePlan(input: PlanInput): Plan {
  if (!(input.concurrency >= 1)) throw new Error(`Internal error: concurrency ${input.concurrency}`);
  const { effort = 'default' } = input;
  const ground = groundOf(input);
  const { precedences, graph, numberedRisks: risks, pools } = ground;
  const conflicts = findConflicts({ ...input, ...ground });
  const problem = makeProblem(input, graph, { conflicts, risks, pools });
  const schedule = scheduleWaves(problem, input.caution, effort);
  return withId({
    schema: PLAN_SCHEMA,
    base: { commit: input.base.commit, branch: input.base.branch },
    concurrency: input.concurrency,
    caution: input.caution,
    threshold: input.threshold ?? BLOCKING_RISK,
    schedule: input.schedule ?? 'waves',
    ...(effort === 'default' ? {} : { effort }),
    ...(input.scouted === true ? { scouted: true } : {}),
    tasks: plannedTasks(input.tasks, { touchSets: input.touchSets, precedences, waveOf: schedule.waveOf }),
    precedences,
    conflicts: documentConflicts(input.tasks, conflicts),
    risks: documentRisks(input.tasks, risks),
    waves: waveIds(input.tasks, schedule.waveOf),
    forecast: makeForecast(problem, schedule, waveReason(schedule.bound, { tasks: input.tasks, graph, conflicts, pools })),
    diagnostics: documentNotes(input.notes),
  });
}

/** The id stands second in the document. */
function withId(rest: Omit<Plan, 'id'>): Plan {
  const { schema, ...others } = rest;
  return { schema, id: planId(rest), ...others };
}
