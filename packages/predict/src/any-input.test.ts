import type { PairRisk, Task } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aHistory } from './a-past-commit.testing.js';
import { aPrediction, SHOP } from './a-prediction.testing.js';

const words = fc.constantFrom(
  'fix',
  'round',
  'totals',
  'cart',
  'LoginGuard',
  'libs/cart/total.ts',
  'orders',
  'everywhere',
  '\n',
  'add',
  '`Coupon`',
);
const brief = fc.array(words, { maxLength: 12 }).map((said) => said.join(' '));
const wanted = fc.record({
  brief,
  writes: fc.uniqueArray(fc.constantFrom('libs/cart/**', 'docs/guide.md', 'libs/order/new.ts'), { maxLength: 1 }),
  scope: fc.uniqueArray(fc.constantFrom('cart', 'order', 'nowhere'), { maxLength: 1 }),
});
const someTasks = fc
  .array(wanted, { minLength: 1, maxLength: 5 })
  .map((all): readonly Task[] => all.map((one, n) => aTask(`t${n}`, one)));

function byPair(risks: readonly PairRisk[]): ReadonlyMap<string, number> {
  return new Map(risks.map(({ between, p }) => [[...between].sort().join(' '), p]));
}

describe('for any list of tasks', () => {
  it('every probability is one, and risks fall', async () => {
    await fc.assert(
      fc.property(someTasks, (tasks) => {
        const { touchSets, risks } = aPrediction(tasks, SHOP);
        for (const { p } of [...risks, ...touchSets.flatMap(({ writes, reads }) => [...writes, ...reads])]) {
          expect(p).toBeGreaterThan(0);
          expect(p).toBeLessThan(1);
        }
        expect(risks.map(({ p }) => p)).toEqual(risks.map(({ p }) => p).sort((a, b) => b - a));
      }),
      { numRuns: 60 },
    );
  });

  it('the same input gives the same answer', async () => {
    await fc.assert(
      fc.property(someTasks, (tasks) => {
        expect(aPrediction(tasks, SHOP)).toEqual(aPrediction(tasks, SHOP));
      }),
      { numRuns: 30 },
    );
  });

  it('what is expected of a task does not depend on its place, nor on who else is in the list', async () => {
    await fc.assert(
      fc.property(someTasks, (tasks) => {
        const { touchSets } = aPrediction(tasks, SHOP);
        const backwards = aPrediction([...tasks].reverse(), SHOP).touchSets;
        expect([...backwards].reverse()).toEqual(touchSets);
        expect(tasks.flatMap((task) => aPrediction([task], SHOP).touchSets)).toEqual(touchSets);
      }),
      { numRuns: 40 },
    );
  });

  it('the risk of a pair does not depend on which of the two comes first, nor on the order of the list', async () => {
    await fc.assert(
      fc.property(someTasks, (tasks) => {
        const risks = byPair(aPrediction(tasks, SHOP).risks);
        const others = byPair(aPrediction([...tasks].reverse(), SHOP).risks);
        expect([...others.keys()].sort()).toEqual([...risks.keys()].sort());
        for (const [pair, p] of risks) expect(others.get(pair)).toBeCloseTo(p, 5);
      }),
      { numRuns: 40 },
    );
  });

  it('the order in which symbols are answered changes nothing', async () => {
    const symbols = [...(SHOP.symbols ?? [])];
    await fc.assert(
      fc.property(someTasks, (tasks) => {
        expect(aPrediction(tasks, { ...SHOP, symbols: symbols.reverse() })).toEqual(aPrediction(tasks, SHOP));
      }),
      { numRuns: 30 },
    );
  });
});

describe('in a repository', () => {
  const tasks = [aTask('a', { brief: 'Fix the login in src/login.ts' }), aTask('b', { brief: 'Fix LoginGuard and its login' })];

  it('without a file, nothing is expected of anybody, and all are asked', () => {
    const { touchSets, precedences } = aPrediction(tasks, { paths: [] });
    const nothing = { writes: [], reads: [], creates: [], scope: [], question: { candidates: 0, projects: [] } };
    expect(touchSets).toEqual([
      { task: 'a', ...nothing },
      { task: 'b', ...nothing },
    ]);
    expect(precedences).toEqual([]);
  });

  it('without a file, risks name none, and no mere guess keeps two apart', () => {
    const { risks } = aPrediction(tasks, { paths: [] });
    expect(risks.filter(({ path, p }) => path !== undefined || p >= 0.5)).toEqual([]);
  });

  it('of one file, two tasks that name it meet there', () => {
    const both = ['a', 'b'].map((id) => aTask(id, { brief: `${id}: fix main.ts` }));
    expect(aPrediction(both, { paths: ['main.ts'] }).risks).toEqual([
      { between: ['a', 'b'], p: expect.closeTo(0.9, 1), path: 'main.ts' },
    ]);
  });

  it('with nobody to do anything, there is nothing to tell', () => {
    expect(aPrediction([], SHOP)).toEqual({ touchSets: [], risks: [], precedences: [] });
  });

  it('whose commits changed nothing that is still there, history says nothing', () => {
    const history = aHistory({ 'fix(cart): round totals': ['gone/total.ts'], 'feat(cart): show totals': ['gone/button.ts'] });
    const task = aTask('a', { brief: 'Round the totals' });
    const sources = aPrediction([task], { paths: ['a.ts', 'b.ts'], history }).touchSets.flatMap(({ writes }) =>
      writes.flatMap(({ evidence }) => evidence.map(({ source }) => source)),
    );
    expect(sources.filter((source) => source === 'history' || source === 'heat')).toEqual([]);
  });

  it('whose files have the names of a language’s own things, they are files like others', () => {
    const paths = ['src/constructor.ts', 'src/__proto__/hasOwnProperty.ts', 'toString/valueOf.ts'];
    for (const path of paths) {
      const [set] = aPrediction([aTask('a', { brief: `Fix ${path} at once` })], { paths }).touchSets;
      expect(set?.writes[0]).toMatchObject({ path, p: 0.95, confidence: 'certain' });
    }
    expect(aPrediction([aTask('a', { brief: 'Fix constructor and __proto__ and toString' })], { paths }).touchSets).toHaveLength(
      1,
    );
  });

  it('whose files are named in other scripts, a brief that names them means them', () => {
    const paths = ['docs/注文/履歴.md', 'src/größe.ts', 'src/заказы.ts'];
    for (const path of paths) {
      const [set] = aPrediction([aTask('a', { brief: `Mend \`${path}\`.` })], { paths }).touchSets;
      expect(set?.writes[0]).toMatchObject({
        path,
        evidence: expect.arrayContaining([{ source: 'path', detail: 'brief: its path' }]),
      });
    }
    const [byWord] = aPrediction([aTask('a', { brief: 'Die Größe stimmt nicht' })], { paths }).touchSets;
    expect(byWord?.writes[0]?.path).toBe('src/größe.ts');
  });
});

describe('a brief', () => {
  it('says the same with the line ends of another system', () => {
    const lines = [
      'fix(cart): round the totals',
      '',
      'Also docs/guide.md.',
      'Do not touch libs/order/list.ts',
      'Rename LoginGuard',
    ];
    const [unix, windows] = ['\n', '\r\n'].map((end) => aPrediction([aTask('a', { brief: lines.join(end) })], SHOP));
    expect(windows).toEqual(unix);
  });

  it('that begins with empty lines says what it would without', () => {
    const said = 'fix(cart): round the totals of order and cart';
    expect(aPrediction([aTask('a', { brief: `\n  \n${said}` })], SHOP)).toEqual(aPrediction([aTask('a', { brief: said })], SHOP));
  });

  it('of signs alone is a task that nothing is known of', () => {
    for (const text of ['', '   ', '?!?', '…', '\n\n', '`` ```', '../../..', '/', '🚀']) {
      const [set] = aPrediction([aTask('a', { title: 'a', brief: text })], { paths: ['src/x.ts'] }).touchSets;
      expect(set?.question).toEqual({ candidates: 0, projects: [] });
    }
  });

  it('cannot name what lies outside', () => {
    const task = aTask('a', {
      brief: 'Edit ../../etc/passwd.txt and /etc/hosts.conf and C:\\Windows\\win.ini and libs/../../x.ts',
    });
    expect(aPrediction([task], SHOP).touchSets.flatMap(({ creates }) => creates)).toEqual([]);
  });

  it.each([
    ['one word of data', `Remove ${'aA'.repeat(25_000)}/`],
    ['dots without end', `Fix ${'a.'.repeat(25_000)}`],
    ['six thousand names', `Remove ${Array.from({ length: 6_000 }, (_, n) => `FooB${n}`).join(' ')}`],
    ['two thousand new names', `Add ${Array.from({ length: 2_000 }, (_, n) => `\`FooB${n}\``).join(' ')}`],
    ['the same verb over and over', 'update the '.repeat(5_000)],
    ['nothing but signs', '`"(['.repeat(12_500)],
  ])('of fifty thousand characters is read in a few seconds of a processor: %s', (_, text) => {
    const before = process.cpuUsage();
    aPrediction([aTask('a', { brief: text })], { ...SHOP, paths: [...SHOP.paths, 'api/Order.cs'] });
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3);
  });
});
