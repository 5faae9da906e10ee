import type { Backtest, Measured, OperatingPoint } from '@breakwater/model';
import { columnsOf, padEnd, padStart } from '../columns-of.js';
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
  const layout = layoutOf(backtest, view);
  const heads = layout.columns.map(({ head }) => padStart(head, layout.cell)).join('');
  const rows: readonly Line[] = [
    [strong(padEnd(`A plan, ${concurrency} at once`, heads === '' ? 0 : NAME + 2)), dim(heads)],
    [dim(rowOf(layout, '  in the order made', [listedCollisions]))],
    ...points.map((point, n) => {
      const mark = n === present ? signsOf(view).working : ' ';
      const figures = layout.columns.map(({ figure }) => figure(point));
      return [rowOf(layout, `${mark} ${pointName(point)}`, figures)];
    }),
  ];
  return rows.map((line) => fitLine(line, lineWidth(view), view));
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
const NARROW_COLUMNS: readonly Column[] = COLUMNS.slice(0, 2).map((one) => ({
  ...one,
  head: one.head.replace('collisions', 'clashes'),
}));

interface Layout {
  readonly columns: readonly Column[];
  readonly cell: number;
  readonly written: (figure: Measured) => string;
}

/** In a narrow window the figures alone, and of the columns those that fit whole, for half a figure is another one. */
function layoutOf(backtest: Backtest, view: View): Layout {
  const room = Math.max(0, lineWidth(view) - 2 - NAME);
  const wide = { columns: COLUMNS, cell: cellFor(backtest, ranged, CELL), written: ranged };
  if (COLUMNS.length * wide.cell <= room) return wide;
  const cell = cellFor(backtest, plain, NARROW_CELL);
  return { columns: NARROW_COLUMNS.slice(0, Math.floor(room / cell)), cell, written: plain };
}

/** So many columns that the longest figure keeps two blanks before it. */
function cellFor({ points, listedCollisions }: Backtest, written: Layout['written'], least: number): number {
  const figures = [listedCollisions, ...points.flatMap((point) => COLUMNS.map(({ figure }) => figure(point)))];
  return Math.max(least, ...figures.map((figure) => columnsOf(written(figure)) + 2));
}

function rowOf({ columns, cell, written }: Layout, name: string, figures: readonly Measured[]): string {
  const cells = figures.slice(0, columns.length).map((figure) => padStart(written(figure), cell));
  return cells.length === 0 ? name : padEnd(name, 2 + NAME) + cells.join('');
}

/** `balanced at 0.5`; the threshold says nothing where it has no part. */
export function pointName({ caution, threshold }: OperatingPoint): string {
  return caution === 'balanced' ? `balanced at ${threshold}` : caution;
}

/** `0.46 (0.3-0.6)` */
function ranged({ value, low, high }: Measured): string {
  return `${value.toFixed(2)} (${low.toFixed(1)}-${high.toFixed(1)})`;
}

function plain({ value }: Measured): string {
  return value.toFixed(2);
}
