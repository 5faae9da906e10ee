import type { Plan, PlannedTask, Touch, WaitReason } from '@breakwater/model';
import { columnsOf, padEnd, padStart } from '../columns-of.js';
import { cutEnd } from '../cut-end.js';
import { fitLine } from '../fit-line.js';
import { dim, type Line, strong } from '../line.js';
import { count, inWords } from '../quantities.js';
import { shortPath } from '../short-path.js';
import { type Signs, signsOf } from '../signs.js';
import type { View } from '../view.js';
import { wrapLine } from '../wrap-line.js';
import type { PlanColumns } from './plan-columns.js';
import { questionsOf } from './vague.js';
import { waitTexts } from './wait-text.js';

/** What is shown of one task: its files, most likely first, and why it waits. */
export interface TaskRows {
  readonly plan: Plan;
  readonly task: PlannedTask;
  readonly waits: readonly WaitReason[];
  readonly verbose: boolean;
}

/** One line for the task and its likeliest file, one for each reason to wait; `verbose`: one for every file. */
export function taskLines(rows: TaskRows, columns: PlanColumns, view: View): readonly string[] {
  const { task } = rows;
  const [head, ...more] = fileRows(rows, columns, view);
  const name = strong(cutEnd(task.id, columns.name, view));
  const first = columns.stacked
    ? [fitLine(['  ', name], columns.width, view), fitLine([' '.repeat(columns.mark), ...(head ?? [])], columns.width, view)]
    : [fitLine(['  ', name, ' '.repeat(columns.mark - 2 - columnsOf(name.text)), ...(head ?? [])], columns.width, view)];
  const others = more.map((row) => fitLine([' '.repeat(columns.mark), ...row], columns.width, view));
  return [...first, ...others, ...reasonLines(rows, columns, view)];
}

const REASONS = 3;

function reasonLines({ plan, task, waits, verbose }: TaskRows, columns: PlanColumns, view: View): readonly string[] {
  const texts = waitTexts(plan, task.id, waits);
  const sign = [' '.repeat(columns.mark), dim(signsOf(view).because), ' '];
  const shown = verbose ? texts : texts.slice(0, REASONS);
  const hidden = texts.length - shown.length;
  return [
    ...shown.flatMap((text) => wrapLine(sign, text, columns.width, view)),
    ...(hidden > 0
      ? wrapLine([' '.repeat(columns.mark + 2)], [dim(`and ${count(hidden, 'reason')} more`)], columns.width, view)
      : []),
  ];
}

function fileRows({ plan, task, verbose }: TaskRows, columns: PlanColumns, view: View): readonly Line[] {
  const question = questionsOf(plan).find((one) => one.task === task.id);
  if (question !== undefined) return [[{ text: `? ${unsureText(question.candidates, columns)}`, role: 'warn' }]];
  const [first, ...more] = task.writes;
  if (first === undefined) return [[dim(`${signsOf(view).waiting} no file expected`)]];
  const shown = verbose ? [first, ...more] : [first];
  const hidden = verbose ? 0 : hiddenFiles(task);
  return shown.map((touch) => fileRow(touch, { hidden, isNew: task.creates.includes(touch.path), verbose }, columns, view));
}

/** Below, a file is one of many that might be touched; counting those would say nothing about the task. */
const WORTH_COUNTING = 0.1;

/** How many files the short form leaves out of a task that are worth a word. */
export function hiddenFiles({ writes }: PlannedTask): number {
  return writes.slice(1).filter(({ p }) => p >= WORTH_COUNTING).length;
}

function unsureText(candidates: number, columns: PlanColumns): string {
  if (candidates === 0) return 'unsure: nothing says which files';
  return `unsure: ${count(candidates, 'file')} would fit${columns.because === 0 ? '' : ' its brief'}`;
}

interface FileFacts {
  /** Files of the task that are not shown. */
  readonly hidden: number;
  readonly isNew: boolean;
  readonly verbose: boolean;
}

function fileRow(touch: Touch, facts: FileFacts, columns: PlanColumns, view: View): Line {
  const signs: Signs = signsOf(view);
  const path = padEnd(shortPath(touch.path, columns.path, view), columns.path);
  const more = padStart(
    facts.verbose ? `${Math.round(touch.p * 100)}%` : facts.hidden > 0 ? `+${facts.hidden}` : '',
    columns.more,
  );
  const because = columns.because === 0 ? '' : becauseText(touch, facts.isNew, columns.because, view);
  return [signs[touch.confidence], ' ', path, ' ', dim(because === '' ? more : `${more}  ${because}`)];
}

/** Why the file is expected: its first evidence, and whether it is a file to come, which is never cut. */
function becauseText({ evidence }: Touch, isNew: boolean, width: number, view: View): string {
  const detail = evidence[0]?.detail ?? '';
  if (!isNew) return cutEnd(detail, width, view);
  return detail === '' ? 'new' : `${cutEnd(detail, width - NEW.length, view)}${NEW}`;
}

const NEW = ', new';

/** `+7 and seven more`, for the legend. */
export function moreLegend(hidden: number): string {
  return `+${hidden} and ${inWords(hidden)} more`;
}
