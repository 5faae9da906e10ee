import type {
  Diagnostic,
  Failure,
  PairExplanation,
  Plan,
  Recorded,
  RepoPath,
  RunEvent,
  RunState,
  TaskId,
  Touch,
} from '@breakwater/model';
import { confidenceOf, foldRecord } from '@breakwater/model';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnsOf } from './columns-of.js';
import { examplePlan, examplePreview } from './example-plan.testing.js';
import { at, finished, midway } from './example-run.testing.js';
import {
  describeTaskFailure,
  liveFrame,
  permanentLines,
  plainLine,
  renderDiagnostics,
  renderExplanation,
  renderFailure,
  renderPlan,
  renderPlanMermaid,
  renderStatus,
  renderSummary,
  stillRunning,
} from './index.js';

/** Text as an enemy would choose it. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '\x1b[2J\x1b[H',
    '\x1b]0;owned\x07',
    '\u202egnp.exe',
    '注文履歴'.repeat(30),
    '🚀❤️👩‍👩‍👧'.repeat(20),
    'x'.repeat(500),
    'a\nb\r\n\tc',
    '\x9b31m',
    ' ',
    '',
  ),
);

const view = fc.record({
  columns: fc.integer({ min: 1, max: 140 }),
  colour: fc.boolean(),
  unicode: fc.boolean(),
  rows: fc.integer({ min: 1, max: 40 }),
});

/** What may leave: printable text, line ends and the six codes of colour. */
const SGR = /\x1b\[(?:1|2|22|31|32|33|36|39)m/g;
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

interface Look {
  readonly columns: number;
  readonly colour: boolean;
  readonly unicode: boolean;
}

function check(text: string, { columns, colour, unicode }: Look): void {
  const plain = colour ? text.replace(SGR, '') : text;
  expect(plain).not.toMatch(OBEYED);
  if (!unicode) expect(plain).toMatch(/^[\n -~]*$/);
  for (const line of text.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(Math.max(20, columns) - 1);
}

/** The example with every id replaced; the types say that cannot be, a damaged file may say otherwise. */
function renamed<T>(value: T, text: string): T {
  const json = JSON.stringify(value);
  return JSON.parse(
    json
      .replaceAll('order-history-api', () => JSON.stringify(text).slice(1, -1))
      .replaceAll('orders.controller.ts', () => JSON.stringify(text).slice(1, -1)),
  );
}

async function holds(
  render: (text: string, look: Look & { readonly rows: number }) => string | readonly string[],
): Promise<void> {
  const property = fc.property(hostile, view, (text, look) => {
    const rendered = render(text, look);
    for (const one of typeof rendered === 'string' ? [rendered] : rendered) check(one, look);
  });
  await fc.assert(property, { numRuns: 150 });
}

it('nothing commands the terminal and no line is too wide in a plan', async () => {
  await holds((text, look) => {
    const plan: Plan = { ...renamed(examplePlan, text), diagnostics: [...examplePlan.diagnostics, { code: 'W', message: text }] };
    const waits = new Map([
      [
        plan.tasks[1]!.id,
        [
          { kind: 'after', task: text as TaskId },
          { kind: 'apart', task: text as TaskId },
        ] as const,
      ],
    ]);
    return renderPlan({ ...examplePreview, plan, waits, next: [{ label: text, command: text }] }, look);
  });
});

it('nothing commands the terminal and no line is too wide in an explanation', async () => {
  await holds((text, look) => {
    const touch: Touch = {
      path: text as RepoPath,
      p: 1,
      confidence: confidenceOf(1),
      evidence: [{ source: 'path', detail: text }],
    };
    const explanation: PairExplanation = {
      between: [text as TaskId, 'b' as TaskId],
      waves: [1, 2],
      relation: { kind: 'apart', reasons: [{ kind: 'resource', resource: text, capacity: 1 }] },
      risk: 1,
      shared: [{ path: text, touches: [touch, touch] }],
    };
    return renderExplanation(explanation, look);
  });
});

it('nothing commands the terminal and no line is too wide in faults', async () => {
  await holds((text, look) => {
    const place = { file: text, line: 3, column: 5, length: 4, text };
    const fault: Diagnostic = {
      severity: 'error',
      code: text,
      message: text,
      place,
      related: [{ message: text, place }],
      hint: text,
    };
    const failures: readonly Failure[] = [
      { reason: 'bad-input', diagnostics: [fault] },
      { reason: 'git-failed', command: [text], exitCode: 1, stderr: text },
      { reason: 'unsaved-work', places: [{ place: text, files: [text] }] },
      { reason: 'plan-changed', differences: [text] },
    ];
    return [renderDiagnostics([fault], look), ...failures.map((failure) => renderFailure(failure, look))];
  });
});

it('nothing commands the terminal and no line is too wide at the end and in between', async () => {
  await holds((text, look) => [
    renderSummary(renamed(finished, text), look, { next: [{ label: text, command: text }] }),
    renderStatus(renamed(midway, text), true, look),
  ]);
});

it('nothing commands the terminal while it repaints, and the region is smaller than the window', async () => {
  await holds((text, look) => {
    const state = renamed<RunState>(
      JSON.parse(JSON.stringify(midway).replaceAll('order-history-page', 'order-history-api')),
      text,
    );
    const live = new Map([
      [state.tasks[3]!.id, { attempt: 1, phase: 'session', activity: text, detail: text, quietSince: at(460) } as const],
    ]);
    const frame = liveFrame({ state, live, now: at(465), keys: [{ key: 'p', label: text }], notice: text }, look);
    expect(frame.length).toBeLessThan(Math.max(2, look.rows));
    expect(frame.join('')).not.toContain('\n');
    return frame;
  });
});

it('nothing commands the terminal in what stays above', async () => {
  await holds((text, look) => {
    const events: readonly RunEvent[] = [
      { ev: 'note', text },
      { ev: 'run-interrupted', why: text },
      {
        ev: 'task-failed',
        task: 'audit-log' as TaskId,
        failure: { reason: 'lost', message: text },
        usage: midway.tasks[0]!.usage,
      },
      { ev: 'task-blocked', task: 'audit-log' as TaskId, by: text as TaskId },
    ];
    return events.flatMap((event) => {
      const record: Recorded = { v: 1, seq: 9, t: at(470), event };
      return permanentLines(record, midway, foldRecord(midway, record), look);
    });
  });
});

/** A log is not cut, so only what commands a terminal matters. */
it('nothing commands the reader of a log', async () => {
  const property = fc.property(hostile, (text) => {
    const state = renamed(midway, text);
    const record: Recorded = { v: 1, seq: 9, t: at(470), event: { ev: 'note', task: text as TaskId, text } };
    const lines = [
      plainLine(record, state, state, { clock: () => text }) ?? '',
      stillRunning(state, new Map(), at(470), () => text),
      describeTaskFailure({ reason: 'prepare', command: text, exitCode: 1, tail: text }),
    ];
    for (const line of lines) expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
    expect(renderPlanMermaid(renamed(examplePlan, text))).not.toMatch(OBEYED);
  });
  await fc.assert(property, { numRuns: 150 });
});
