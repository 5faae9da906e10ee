import { repoPath, type Task, taskId } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { groundOf, type World } from '../found-by.testing.js';
import { readTask } from '../reading.js';
import { inferredPrecedences } from './inferred-precedences.js';

const WORLD: World = {
  paths: ['libs/money/src/index.ts', 'libs/money/src/round.ts'],
  rest: { modules: new Map([[repoPath('libs/money/src/round.ts'), { imports: [], exports: ['roundPrice'] }]]) },
};

/** Who waits for whom and for what, in words. */
function inferred(...tasks: readonly Task[]): readonly string[] {
  const ground = groundOf(WORLD);
  const readings = tasks.map((task) => readTask(task, ground));
  return inferredPrecedences(readings, ground).map(({ before, after, reasons }) => {
    const why = reasons.map((reason) => (reason.kind === 'declared' ? '' : 'path' in reason ? reason.path : reason.name));
    return `${before} before ${after}: ${why.join(', ')}`;
  });
}

const briefs = (a: string, b: string) => inferred(aTask('a', { brief: a }), aTask('b', { brief: b }));

describe('a task that speaks of what another makes', () => {
  it.each([
    ['Add a `PriceFormatter`.', 'Show totals with PriceFormatter.', 'PriceFormatter'],
    ['Create libs/money/src/format.ts.', 'Use libs/money/src/format.ts in the cart.', 'libs/money/src/format.ts'],
    [
      'Extract the rounding into libs/money/src/cents.ts',
      'The cart should call libs/money/src/cents.ts',
      'libs/money/src/cents.ts',
    ],
    ['Introduce a small helper `toCents`', 'Call `toCents()` before storing', 'toCents'],
    ['Add a PriceTable class', 'Sort by `PriceTable.sort`', 'PriceTable'],
  ])('waits for it: %s %s', (a, b, thing) => {
    expect(briefs(a, b)).toEqual([`a before b: ${thing}`]);
    expect(briefs(b, a)).toEqual([`b before a: ${thing}`]);
  });

  it('waits once, with all reasons', () => {
    expect(briefs('Add `PriceTable`. Add `PriceRow` too.', 'Print PriceTable, each PriceRow on a line')).toEqual([
      'a before b: PriceTable, PriceRow',
    ]);
  });

  it('waits for a file that is declared to be written', () => {
    const maker = aTask('a', { brief: 'Formatting', writes: ['libs/money/src/format.ts'] });
    expect(inferred(maker, aTask('b', { brief: 'Use libs/money/src/format.ts' }))).toEqual([
      'a before b: libs/money/src/format.ts',
    ]);
  });
});

describe('nobody waits', () => {
  it.each([
    ['for what is there', 'Add roundPrice to the cart', 'Test roundPrice'],
    ['for what two of them make', 'Add a `PriceTable`', 'Create a `PriceTable`'],
    ['for what none of them makes', 'Use `PriceTable`', 'Print PriceTable'],
    ['when the first only speaks of work around it', 'Add tests for PriceTable', 'Print PriceTable'],
    ['for a plain word', 'Add a table', 'Print the table'],
  ])('%s', (_, a, b) => {
    expect(briefs(a, b)).toEqual([]);
  });

  it.each([
    ['the one that would', { independentOf: [taskId('a')] }, {}],
    ['the other', {}, { independentOf: [taskId('b')] }],
  ])('when its author says so of %s', (_, b, a) => {
    const maker = aTask('a', { brief: 'Add a `PriceTable`', ...a });
    expect(inferred(maker, aTask('b', { brief: 'Print PriceTable', ...b }))).toEqual([]);
  });
});
