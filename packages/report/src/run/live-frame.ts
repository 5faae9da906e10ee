import type { RunState } from '@breakwater/model';
import { fitLine, measure, spread } from '../fit-line.js';
import { dim, type Line, strong } from '../line.js';
import { duration, secondsBetween } from '../quantities.js';
import { signsOf } from '../signs.js';
import { lineWidth, type View } from '../view.js';
import { fitRows, type Part } from './fit-rows.js';
import { laneParts } from './lane-parts.js';
import type { LiveNews } from './live-news.js';
import { scheduleText, tasksIn } from './run-facts.js';
import { totalLines } from './total-lines.js';

export interface Live {
  readonly state: RunState;
  readonly live: LiveNews;
  /** Wall time, ISO 8601. */
  readonly now: string;
  readonly keys: readonly LiveKey[];
  /** What a person should know now, e.g. `stopping: 2 sessions, their work is saved`. */
  readonly notice?: string;
}

/** A key that does something now. */
export interface LiveKey {
  readonly key: string;
  readonly label: string;
}

/**
 * The region at the bottom that repaints: who works on what, what is next, what it took so far. Every line is narrower than
 * the window and the region shorter, so that it can be painted over; whole parts go when rows are few.
 */
export function liveFrame(input: Live, view: View & { readonly rows: number }): readonly string[] {
  const totals = totalLines(input, view);
  if (view.rows <= 5 || view.columns <= 20) return totals.slice(0, Math.max(0, view.rows - 1));
  const blank: Part = { worth: 1, lines: [''] };
  const next = nextLine(input.state, view);
  const keys = keysLine(input.keys, view);
  const parts: readonly Part[] = [
    { worth: 5, lines: [headLine(input, view)] },
    blank,
    ...laneParts(input, view),
    ...(input.notice === undefined ? [] : [blank, { worth: 6, lines: [noticeLine(input.notice, view)] }]),
    ...(next === undefined ? [] : [blank, { worth: 2, lines: [next] }]),
    blank,
    { worth: 7, lines: totals },
    ...(keys === undefined ? [] : [{ worth: 3, lines: [keys] }]),
  ];
  return fitRows(parts, view.rows - 1);
}

function headLine({ state, now }: Live, view: View): string {
  const branch: Line = view.columns < 60 ? [] : ['   ', dim(state.integration)];
  const wave = state.wave === 0 && state.schedule === 'waves' ? '' : scheduleText(state);
  const paused = secondsBetween(now, state.pace.paused?.until ?? now);
  return spread(
    [strong(`Breakwater ${state.run}`), ...branch],
    [paused > 0 ? { text: `paused for ${duration(paused)}`, role: 'warn' } : dim(wave)],
    lineWidth(view),
    view,
  );
}

function noticeLine(notice: string, view: View): string {
  return fitLine([{ text: `${signsOf(view).question} ${notice}`, role: 'warn' }], lineWidth(view), view);
}

/** The tasks that will start, soonest first, as many whole names as fit. */
function nextLine(state: RunState, view: View): string | undefined {
  const waiting = [...tasksIn(state, 'pending')].sort((a, b) => a.wave - b.wave).map(({ id }) => id);
  if (waiting.length === 0) return undefined;
  const { between } = signsOf(view);
  const text = wholeItems(waiting, { gap: between, width: lineWidth(view) - 8, more: (hidden) => ` and ${hidden} more` }, view);
  return fitLine([dim(`  next  ${text}`)], lineWidth(view), view);
}

function keysLine(keys: readonly LiveKey[], view: View): string | undefined {
  if (keys.length === 0) return undefined;
  const [indent, gap] = view.columns < 60 ? ['', '  '] : ['  ', '   '];
  const items = keys.map(({ key, label }) => `${key} ${label}`);
  const text = wholeItems(items, { gap, width: lineWidth(view) - indent.length, more: () => '' }, view);
  return fitLine([dim(indent + text)], lineWidth(view), view);
}

interface Row {
  readonly gap: string;
  readonly width: number;
  /** What is said of the items left out. */
  readonly more: (hidden: number) => string;
}

/** At least one item, then as many as fit beside each other; half a name helps nobody. */
function wholeItems(items: readonly string[], { gap, width, more }: Row, view: View): string {
  for (let count = items.length; count > 1; count -= 1) {
    const text = items.slice(0, count).join(gap) + (count < items.length ? more(items.length - count) : '');
    if (measure([text], view) <= width) return text;
  }
  return (items[0] ?? '') + (items.length > 1 ? more(items.length - 1) : '');
}
