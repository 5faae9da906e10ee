import type { Plan, PredictionRecord, Protection } from '@breakwater/model';
import { padEnd } from '../columns-of.js';
import { dim, type Line, paint, strong } from '../line.js';
import { count } from '../quantities.js';
import { lineWidth, type Reader, spoken, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';
import { chanceOfNone, inListedOrder } from './chance-of-none.js';
import { betterText, hubText } from './constraint-text.js';
import { costText } from './cost-text.js';
import { naturalFrequency } from './natural-frequency.js';
import { reviewText, timeText } from './time-text.js';
import { wavesText } from './wave-reason-text.js';

export interface Forecasted {
  readonly plan: Plan;
  readonly verbose: boolean;
  /** How a session is seen to write a file that another one is writing. */
  readonly guard: Protection['guard'];
  readonly budgetUsd?: number;
  /** Whether predictions were compared with this repository's own history; without that, no frequency is claimed. */
  readonly measured?: boolean;
  /** They were, and its history holds too few conflicts to tell. */
  readonly tooLittle?: boolean;
  readonly record?: PredictionRecord;
}

/** What is to be expected of the run, as far as anything is known. */
export function forecastLines(input: Forecasted, view: View): readonly string[] {
  return [
    paint([strong('Forecast')], view),
    ...forecastRows(input, view).flatMap(({ label, text }) => labelled(label, text, view)),
  ];
}

/** One thing to be expected, and what it is about. */
export interface ForecastRow {
  readonly label: string;
  readonly text: string | Line;
}

/** The same before it is set in lines; what nothing is known of is left out. */
export function forecastRows(input: Forecasted, reader: Reader): readonly ForecastRow[] {
  const rows = [
    { label: 'waves', text: wavesText(input.plan) },
    { label: 'better', text: betterText(input.plan) },
    { label: 'hubs', text: hubText(input.plan) },
    { label: 'clashes', text: clashText(input, reader) },
    { label: 'time', text: timeText(input.plan) },
    { label: 'review', text: reviewText(input.plan.forecast) },
    { label: 'cost', text: costText(input.plan, input.budgetUsd) },
    { label: 'predicted', text: recordText(input.record) },
  ];
  return rows.flatMap(({ label, text }) => (text === undefined ? [] : [{ label, text }]));
}

function labelled(label: string, text: string | Line, view: View): readonly string[] {
  const width = lineWidth(view);
  const line = typeof text === 'string' ? [text] : text;
  if (view.columns >= 60) return wrapLine([dim(padEnd(`  ${label}`, 14))], line, width, view);
  return [paint([dim(`  ${label}`)], view), ...wrapLine(['    '], line, width, view)];
}

/** Undefined when no two sessions ever run side by side. */
function clashText(input: Forecasted, reader: Reader): string | undefined {
  const { plan, verbose, guard } = input;
  if (plan.waves.every((wave) => wave.length < 2)) return undefined;
  if (plan.schedule === 'stream') return CLASH[guard];
  const expected = `expected clashes ${rounded(plan.forecast.expectedCollisions)} (in the order listed: ${rounded(plan.forecast.listedOrderCollisions)})`;
  const known = input.measured === true ? frequencyText(plan) : unmeasuredText(input, reader);
  return `${verbose ? `${known}; ${expected}` : known}. ${CLASH[guard]}`;
}

function unmeasuredText({ tooLittle }: Forecasted, reader: Reader): string {
  if (tooLittle === true) return 'not known: the commits a backtest looked at hold too few conflicts to tell';
  return spoken('not yet measured on this repository (breakwater backtest)', reader);
}

const HELD = 'In a clash the second task is held; both branches are kept.';
const CLASH: Readonly<Record<Protection['guard'], string>> = {
  'each-write': 'In a clash the second session is refused before it writes; nothing is lost.',
  'at-the-end': HELD,
  off: HELD,
};

function frequencyText(plan: Plan): string {
  const [ours, listed] = [plan.waves, inListedOrder(plan)].map((groups) => naturalFrequency(chanceOfNone(plan, groups)));
  const compared = ours === listed ? '' : ` (in the order listed: ${listed?.replace(/ runs? of /, ' of ')})`;
  return `none in ${ours}${ours?.endsWith('run') ? '' : ' like this'}${compared}`;
}

/** Predicted against actual, as far as there is anything to compare. */
function recordText(record: PredictionRecord | undefined): string | undefined {
  if (record === undefined) return undefined;
  const { runs, tasks, changed, foreseen } = record;
  return `${foreseen} of the ${count(changed, 'file')} that ${count(tasks, 'task')} of ${count(runs, 'earlier run')} changed`;
}

function rounded(value: number): string {
  return value.toFixed(1);
}
