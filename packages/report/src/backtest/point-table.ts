import type { Backtest, Measured, OperatingPoint } from '@breakwater/model';
import { padEnd, padStart } from '../columns-of.js';
import { fitLine } from '../fit-line.js';
import { dim, type Line, strong } from '../line.js';
import { signsOf } from '../signs.js';
import { lineWidth, type View } from '../view.js';

const NAME = 18;
const CELL = 16;
const NARROW_CELL = 9;

/** What each way of planning brings per plan: collisions, waves, and waves saved against one task after another. */
export function pointTable(backtest: Backtest, view: View): readonly string[] {
  const { points, present, concurrency, listedCollisions } = backtest;
  const width = lineWidth(view);
  const heads = columnsOf(view).map(({ head }) => cell(head, view));
  const rows = points.map((point, n) => fitLine(pointRow(point, n === present, view), width, view));
  const listed = ['  ', padEnd('in the order made', NAME), cell(measured(listedCollisions, view), view)];
  return [
    fitLine([strong(padEnd(`A plan, ${concurrency} at once`, NAME + 2)), dim(heads.join(''))], width, view),
    fitLine([dim(listed.join(''))], width, view),
    ...rows,
  ];
}

interface Column {
  readonly head: string;
  readonly figure: (point: OperatingPoint) => Measured;
}

const COLUMNS: readonly Column[] = [
  { head: 'collisions', figure: ({ collisions }) => collisions },
  { head: 'waves', figure: ({ waves }) => waves },
  { head: 'waves saved', figure: ({ wavesSaved }) => wavesSaved },
];

function columnsOf(view: View): readonly Column[] {
  return narrow(view) ? COLUMNS.slice(0, 2).map((one) => ({ ...one, head: one.head.replace('collisions', 'clashes') })) : COLUMNS;
}

function pointRow(point: OperatingPoint, used: boolean, view: View): Line {
  const mark = used ? signsOf(view).working : ' ';
  const cells = columnsOf(view).map(({ figure }) => cell(measured(figure(point), view), view));
  return [`${mark} `, padEnd(pointName(point), NAME), cells.join('')];
}

/** `balanced at 0.5`; the threshold says nothing where it has no part. */
export function pointName({ caution, threshold }: OperatingPoint): string {
  return caution === 'balanced' ? `balanced at ${threshold}` : caution;
}

/** `0.46 (0.3-0.6)`; in a narrow window the figure alone. */
function measured({ value, low, high }: Measured, view: View): string {
  return narrow(view) ? value.toFixed(2) : `${value.toFixed(2)} (${low.toFixed(1)}-${high.toFixed(1)})`;
}

function cell(text: string, view: View): string {
  return padStart(text, narrow(view) ? NARROW_CELL : CELL);
}

function narrow(view: View): boolean {
  return lineWidth(view) < 2 + NAME + COLUMNS.length * CELL;
}
