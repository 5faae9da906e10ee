import { type PrecedenceReason, repoPath, type TextFacts } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { readTerms } from '@breakwater/text';
import { describe, expect, it } from 'vitest';
import { groundOf, type World } from '../found-by.testing.js';
import { readTask } from '../reading.js';
import { noveltiesOf } from './novelties.js';

const WORLD: World = {
  paths: ['libs/money/round.ts', 'libs/money/Round.ts', 'readme.md'],
  rest: { modules: new Map([[repoPath('libs/money/round.ts'), { imports: [], exports: ['roundPrice', 'toString'] }]]) },
  symbols: [
    { name: 'PriceTable', declarations: [{ path: repoPath('libs/money/round.ts'), line: 1, kind: 'class' }], references: [] },
  ],
};

/** What is new to the repository in a task's words: what it makes, and what it only speaks of. */
function novelties(
  brief: string,
  { writes = [], world = WORLD }: { readonly writes?: readonly string[]; readonly world?: World } = {},
) {
  const ground = groundOf(world);
  const { made, used } = noveltiesOf(readTask(aTask('t', { title: 't', brief, writes }), ground), ground);
  return { made: [...made].map(([thing, reason]) => `${thing}: ${told(reason)}`), used: [...used] };
}

function told(reason: PrecedenceReason): string {
  if (reason.kind === 'creates') return `creates ${reason.path}`;
  return reason.kind === 'introduces' ? `introduces ${reason.name}` : reason.kind;
}

/** Texts whose first file says these words. */
function saying(text: string): TextFacts {
  const postings = new Map(
    readTerms(text).map(({ key }) => [key, { files: Uint32Array.of(0), counts: Uint32Array.of(1) }] as const),
  );
  return { files: 1, averageLength: 1, lengths: Uint32Array.of(1, 1, 1), postings };
}

describe('new to a repository', () => {
  it('is what a brief brings into being, apart from what it only speaks of', () => {
    expect(
      novelties('Add `PriceRow`. Create libs/money/row.ts for it. Print it with PricePrinter, see libs/money/print.ts.'),
    ).toEqual({
      made: ['libs/money/row.ts: creates libs/money/row.ts', 'PriceRow: introduces PriceRow'],
      used: ['libs/money/print.ts', 'PricePrinter'],
    });
  });

  it('is a file that is declared to be written, whatever the brief says', () => {
    expect(novelties('See libs/money/row.ts', { writes: ['libs/money/row.ts', 'libs/money/round.ts', 'src/far.ts'] })).toEqual({
      made: ['libs/money/row.ts: creates libs/money/row.ts'],
      used: [],
    });
  });

  it('is the owner of a member, once', () => {
    expect(novelties('Sort by `PriceRow.sort`, then `PriceRow.print()`, then PriceRow.')).toEqual({
      made: [],
      used: ['PriceRow'],
    });
  });

  it('is a file whose name differs in case only from one that is there', () => {
    expect(novelties('Use libs/money/ROUND.ts and libs/money/Round.ts')).toEqual({ made: [], used: ['libs/money/ROUND.ts'] });
  });

  it.each(['constructor', '__proto__', 'hasOwnProperty', 'valueOf'])('is %s, which only every object has', (name) => {
    expect(novelties(`Introduce \`${name}\``)).toEqual({ made: [`${name}: introduces ${name}`], used: [] });
  });

  it('is nothing in a brief without a word, and in a repository without a file no file', () => {
    const empty = { paths: [] };
    expect(novelties('')).toEqual({ made: [], used: [] });
    expect(novelties('', { world: empty })).toEqual({ made: [], used: [] });
    expect(novelties('Add `PriceRow` to libs/money/row.ts', { world: empty })).toEqual({
      made: ['PriceRow: introduces PriceRow'],
      used: [],
    });
  });
});

describe('not new', () => {
  it.each([
    ['what a module gives out', 'Use `roundPrice` and `toString`'],
    ['a symbol that was found', 'Use `PriceTable` and PriceTable.rows'],
    ['a name too short to mean one thing', 'Use `Row`'],
    ['a file in no folder that is there', 'See src/row.ts'],
    ['a file of the root', 'See changes.md'],
    ['a folder, and a file without an ending', 'See libs/money and libs/money/LICENSE'],
    ['a plain word', 'Print the table'],
  ])('%s', (_, brief) => {
    expect(novelties(brief)).toEqual({ made: [], used: [] });
  });

  it.each(['priceRow', 'price_row', 'PRICE_ROW', 'price-row', 'PriceRow', 'price.row'])(
    'a name that a text has as %s',
    (said) => {
      const world = { ...WORLD, texts: saying(`the ${said} is`) };
      expect(novelties('Add `PriceRow`', { world })).toEqual({ made: [], used: [] });
    },
  );

  it('unless a text has its words apart', () => {
    const world = { ...WORLD, texts: saying('the price of a row') };
    expect(novelties('Add `PriceRow`', { world }).made).toEqual(['PriceRow: introduces PriceRow']);
  });
});
