import type { Plan, PredictionRecord, Protection, TaskId, WaitReason } from '@breakwater/model';
import { fitLine, measure, spread } from '../fit-line.js';
import { dim, strong } from '../line.js';
import { type NextCommand, nextLines } from '../next-lines.js';
import { count } from '../quantities.js';
import { signsOf } from '../signs.js';
import { lineWidth, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';
import { forecastLines } from './forecast-lines.js';
import { baseText, limitText, sizeText } from './headline.js';
import { legendLines } from './legend-lines.js';
import { noteLines } from './note-lines.js';
import { planColumns } from './plan-columns.js';
import { questionLines } from './question-lines.js';
import { taskLines } from './task-lines.js';
import { waveSummaryLines } from './wave-summary-lines.js';

export interface PlanPreview {
  readonly plan: Plan;
  readonly waits: ReadonlyMap<TaskId, readonly WaitReason[]>;
  /** Every file, every reason, every number. */
  readonly verbose: boolean;
  readonly guard: Protection['guard'];
  readonly budgetUsd?: number;
  readonly measured?: boolean;
  readonly tooLittle?: boolean;
  readonly record?: PredictionRecord;
  readonly next: readonly NextCommand[];
}

/** More tasks than this: one line a wave, for a plan that scrolls away is not read. */
const DETAILED = 30;

/** The plan for a person: the waves with their reasons, what is to be expected, what to answer, how to go on. */
export function renderPlan(preview: PlanPreview, view: View): string {
  const { plan, next } = preview;
  if (plan.tasks.length === 0) return 'No tasks to plan.\n';
  const detailed = preview.verbose || plan.tasks.length <= DETAILED;
  const blocks = [
    headLines(plan, view),
    ...plan.waves.map((wave, at) => [waveRule(at + 1, wave.length, view), ...waveLines(wave, preview, detailed, view)]),
    detailed ? legendLines(plan, preview.verbose, view) : [],
    forecastLines(preview, view),
    noteLines(plan, view),
    questionLines(plan, view),
    nextLines(next, view),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => `${block.join('\n')}\n`)
    .join('\n');
}

function headLines(plan: Plan, view: View): readonly string[] {
  const width = lineWidth(view);
  const size = `${sizeText(plan)}${limitText(plan, view.columns < 60)}`;
  return [spread([strong('Breakwater plan')], [dim(baseText(plan))], width, view), ...wrapLine([], [size], width, view)];
}

function waveRule(wave: number, sessions: number, view: View): string {
  const width = lineWidth(view);
  const [left, right] = [`Wave ${wave} `, ` ${count(sessions, 'session')}`];
  const rule = signsOf(view).rule.repeat(Math.max(1, width - measure([left, right], view)));
  return fitLine([strong(left), dim(rule + right)], width, view);
}

function waveLines(wave: readonly TaskId[], preview: PlanPreview, detailed: boolean, view: View): readonly string[] {
  const { plan, waits, verbose } = preview;
  if (!detailed) return waveSummaryLines(wave, waits, view);
  const columns = planColumns(plan, verbose, view);
  return wave.flatMap((id) => {
    const task = plan.tasks.find((one) => one.id === id);
    return task === undefined ? [] : taskLines({ plan, task, waits: waits.get(id) ?? [], verbose }, columns, view);
  });
}
