import type { Forecast, Plan, RunForecast, Spread } from '@breakwater/model';
import { count } from '../quantities.js';

const NAMES = { waves: 'in waves', stream: 'as a stream', serial: 'one after another' } as const;

/**
 * How long the run may take, beside the other ways to run it; from what half of the simulated runs took to what nine tenths did.
 * Without a measure of time only the ways are compared, in sessions of ordinary length: more of them than there are tasks, for some
 * sessions take much longer.
 */
export function timeText(plan: Plan): string | undefined {
  const { run } = plan.forecast;
  if (run === undefined) return undefined;
  const own = rangeText(run, run.time[plan.schedule]);
  const others = (['waves', 'stream', 'serial'] as const)
    .filter((way) => way !== plan.schedule)
    .map((way) => ({ way, range: rangeText(run, run.time[way]) }))
    .filter(({ range }) => range !== own)
    .map(({ way, range }) => `${NAMES[way]} ${range}`);
  if (run.unit === 'minutes') return `${[own, ...others].join('; ')} (${sourceText(plan.forecast, run)})`;
  if (others.length === 0) return 'no earlier runs here';
  return `no earlier runs here; as long as ${own} ordinary ${own === '1' ? 'session' : 'sessions'} (${others.join(', ')})`;
}

/** Work of people, which goes on beside the sessions or makes the run wait. */
export function reviewText({ run }: Forecast): string | undefined {
  if (run?.reviewMinutes === undefined) return undefined;
  return `${minutesText(run.reviewMinutes)} of a person's time`;
}

function rangeText({ unit }: RunForecast, spread: Spread): string {
  if (unit === 'minutes') return minutesText(spread);
  const [low, high] = [Math.round(spread.p50), Math.round(spread.p90)];
  return low === high ? `${high}` : `${low} to ${high}`;
}

/** Beyond this many minutes people count hours. */
const HOURS = 180;

function minutesText({ p50, p90 }: Spread): string {
  const [unit, step] = p90 > HOURS ? (['h', 30] as const) : (['min', p90 < 20 ? 1 : 5] as const);
  const [low, high] = [p50, p90].map((minutes) => Math.max(1, Math.round(minutes / step)) * step * (unit === 'h' ? 1 / 60 : 1));
  return low === high ? `${high} ${unit}` : `${low} to ${high} ${unit}`;
}

function sourceText({ estimates = [] }: Forecast, { sessions }: RunForecast): string {
  const measured = estimates.some(({ source }) => source === 'task' || source === 'runs');
  return measured ? `from ${count(sessions, 'earlier session')} here` : 'if sessions take the minutes you allow';
}
