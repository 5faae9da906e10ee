import { foldRecord, foldRun, type RunState } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { examplePreview } from './example-plan.testing.js';
import { finished, midway, midwayNews, midwayNow, wholeRun } from './example-run.testing.js';
import { renderPlan } from './plan/render-plan.js';
import { liveFrame } from './run/live-frame.js';
import { permanentLines } from './run/permanent-lines.js';
import { plainLine } from './run/plain-line.js';
import { renderStatus } from './run/render-status.js';
import { renderSummary } from './run/render-summary.js';
import type { View } from './view.js';

const KEYS = [
  { key: 'p', label: 'pause' },
  { key: 's', label: 'stop a task' },
  { key: 'Ctrl-C', label: 'stop, resume later' },
];

const NEXT = [
  { label: 'look at what is done', command: 'git log --stat --first-parent 4f1c2a9..breakwater/7f3a/integration' },
  { label: 'what failed', command: 'breakwater logs upgrade-zod' },
];

/** What is shown, by name. Committed as pictures beside this file: a change of one shows in review. */
const PICTURES: Readonly<Record<string, (view: View) => string>> = {
  plan: (view) => renderPlan(examplePreview, view),
  'plan-verbose': (view) => renderPlan({ ...examplePreview, verbose: true }, view),
  summary: (view) => renderSummary(finished, view, { next: NEXT }),
  status: (view) => renderStatus(midway, true, view),
  live: (view) => live(view, 24),
  'live-short': (view) => live(view, 10),
  permanent: (view) => above(view),
};

function live(view: View, rows: number): string {
  const frame = liveFrame({ state: midway, live: midwayNews, now: midwayNow, keys: KEYS }, { ...view, rows });
  return `${frame.join('\n')}\n`;
}

/** What every record of the run leaves above the region. */
function above(view: View): string {
  return `${steps((record, before, after) => permanentLines(record, before, after, view)).join('\n')}\n`;
}

function steps<T>(
  show: (record: (typeof wholeRun)[number], before: RunState | undefined, after: RunState) => readonly T[],
): readonly T[] {
  let before: RunState | undefined;
  return wholeRun.flatMap((record) => {
    const after = before === undefined ? foldRun([record]) : foldRecord(before, record);
    const shown = show(record, before, after);
    before = after;
    return shown;
  });
}

/** Escape characters made visible, so that a picture is a text file. */
function asPicture(text: string): string {
  return text.replaceAll('\x1b', '␛');
}

describe.each(Object.entries(PICTURES))('%s looks as in its picture', (name, show) => {
  it.each([40, 80, 120])('in %i columns', async (columns) => {
    const text = show({ columns, colour: false, unicode: true });
    await expect(asPicture(text)).toMatchFileSnapshot(`golden/${name}-${columns}.txt`);
  });

  it.each([40, 80, 120])('in %i columns, coloured', async (columns) => {
    const text = show({ columns, colour: true, unicode: true });
    await expect(asPicture(text)).toMatchFileSnapshot(`golden/${name}-${columns}-colour.txt`);
  });

  it.each([40, 80, 120])('in %i columns of ASCII', async (columns) => {
    const text = show({ columns, colour: false, unicode: false });
    await expect(asPicture(text)).toMatchFileSnapshot(`golden/${name}-${columns}-ascii.txt`);
  });
});

it('looks as in its picture in a log', async () => {
  const lines = steps<string | undefined>((record, before, after) => [
    plainLine(record, before, after, { clock: (t) => t.slice(11, 19) }),
  ]);
  await expect(`${lines.filter((line) => line !== undefined).join('\n')}\n`).toMatchFileSnapshot('golden/plain.txt');
});
