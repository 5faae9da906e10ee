import type { TaskId } from '@breakwater/model';
import { count } from '../quantities.js';
import { section } from './folded.js';
import { type Html, html } from './html.js';
import { type PlanPage, tasksOf } from './plan-page.js';
import type { Roster } from './roster.js';
import { SURENESS_LEGEND } from './sureness.js';
import { taskCard } from './task-card.js';

const SAYS = {
  waves: 'Tasks of one row run side by side. A row starts when the one above it is integrated.',
  stream:
    'Each task starts as soon as what it waits for is integrated and a session is free. The rows are the waves it would be in otherwise.',
} as const;

/** Rows look alike, and a card has the room that the longest of them leaves it; more columns than these hold too little. */
const WIDEST = 4;

/** The waves, each with a card for every task in it. */
export function wavesPart(page: PlanPage, roster: Roster): Html | undefined {
  const most = Math.max(0, ...page.plan.waves.map(({ length }) => length));
  const columns = `cards most${Math.min(Math.max(most, 2), WIDEST)}`;
  const waves = page.plan.waves.map((wave, at) => waveRow(page, { wave, number: at + 1, columns }, roster));
  return section('Waves', SAYS[page.plan.schedule], [...waves, SURENESS_LEGEND]);
}

interface WaveRow {
  readonly wave: readonly TaskId[];
  readonly number: number;
  readonly columns: string;
}

function waveRow(page: PlanPage, { wave, number, columns }: WaveRow, roster: Roster): Html {
  return html`
<div class="wave">
<h3>Wave ${number} <span>${count(wave.length, 'session')}</span></h3>
<div class="${columns}">${tasksOf(page, wave).map((task) => taskCard(page, task, roster))}
</div>
</div>`;
}
