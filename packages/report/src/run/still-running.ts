import type { RunState } from '@breakwater/model';
import { padEnd } from '../columns-of.js';
import { duration, money, secondsBetween } from '../quantities.js';
import { safeText } from '../safe-text.js';
import type { LiveNews } from './live-news.js';
import { nameColumn } from './plain-line.js';
import { tasksIn } from './run-facts.js';

/** The line of a log in which nothing else happened for a minute: who works, for how long, for how much. Without `clock` no time is shown. */
export function stillRunning(state: RunState, live: LiveNews, now: string, clock: (t: string) => string = noTime): string {
  const working = tasksIn(state, 'running').map((task) => {
    const usd = live.get(task.id)?.usage?.usd;
    return `${task.id} ${duration(secondsBetween(task.state.since, now))}${usd === undefined ? '' : ` ${money(usd)}`}`;
  });
  const ready = [...tasksIn(state, 'committed'), ...tasksIn(state, 'verified')].map(({ id }) => `${id} is being integrated`);
  const who = [...working, ...ready];
  const what = who.length === 0 ? 'no session at the moment' : who.join(', ');
  return `${padEnd(safeText(clock(now)), 8)}  ${padEnd('still running', nameColumn(state))}  ${safeText(what)}`;
}

function noTime(): string {
  return '';
}
