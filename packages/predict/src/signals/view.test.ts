import { repoPath } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { SHOP } from '../a-prediction.testing.js';
import type { Finding } from '../finding.js';
import { groundOf, type World } from '../found-by.testing.js';
import { viewTask } from '../outlook.js';
import { readTask } from '../reading.js';
import { type View, viewOf } from './view.js';

function viewFor(brief: string, world: World = SHOP): View {
  return viewTask(aTask('t', { title: 't', brief }), groundOf(world)).view;
}

/** The files of a ranking, best first. */
function ranked({ ground, mixed }: View): readonly string[] {
  return mixed.first(100).map((file) => ground.paths.all[file] ?? '');
}

/** Every number that a view holds, under the name of its ranking. */
function numbers({ content, paths, messages, mixed, votes, similar, said, ofKind, ofScope }: View) {
  const rankings = { content, paths, messages, mixed, voted: votes.files };
  return {
    ...Object.fromEntries(Object.entries(rankings).map(([name, { of, best }]) => [name, [...of, best]])),
    ...{ folders: [...votes.folders], projects: [...votes.projects], likest: [...votes.likest] },
    similar: similar.map(({ likeness }) => likeness),
    said: [...said.values()],
    shares: [ofKind, ofScope].flatMap(({ changes, touches, projects }) => [changes, ...touches.values(), ...projects.values()]),
  };
}

describe('a view', () => {
  it('mixes what paths, messages and the scope of a task say', () => {
    expect(ranked(viewFor('Round the total of the cart'))[0]).toBe('libs/cart/total.ts');
    expect(ranked(viewFor('fix(order): list'))[0]).toBe('libs/order/list.ts');
  });

  it('knows kind and scope by the first line that says something', () => {
    const views = [
      '\n\r\n  fix(Order): list\n\nfeat(cart): no',
      'docs: guide',
      '[web] add it',
      'Tidy up\n\nAnd the docs',
      '',
    ].map((brief) => viewFor(brief));
    expect(views.map(({ kind, scope }) => [kind, scope])).toEqual([
      ['fix', 'order'],
      ['docs', ''],
      ['other', 'web'],
      ['other', ''],
      ['other', ''],
    ]);
  });

  it('is the same with carriage returns, and with line ends at its end', () => {
    const [plain, windows] = ['fix(cart): totals\n\nRound them.', 'fix(cart): totals\r\n\r\nRound them.\r\n'].map((brief) =>
      viewFor(brief),
    );
    expect(numbers(windows!)).toEqual(numbers(plain!));
  });

  it.each([
    ['of an empty repository', { paths: [] }],
    ['of an empty repository with a past', { paths: [], history: aHistory({ 'fix: totals': ['gone.ts'] }) }],
    ['of one file', { paths: ['a.ts'] }],
    [
      'of files that no model may guess',
      { paths: ['pnpm-lock.yaml', 'CHANGELOG.md'], history: aHistory({ fix: ['pnpm-lock.yaml'] }) },
    ],
    ['of commits that say nothing', { paths: ['a.ts'], history: aHistory({ '': ['a.ts'], '…': ['a.ts'] }) }],
    ['of files of one name', { paths: ['a/index.ts', 'b/index.ts', 'c/index.ts', 'd/index.ts'] }],
  ])('%s holds numbers only, none below nothing', (_, world: World) => {
    for (const brief of ['', '…', 'fix', 'Round a.ts and index and total', 'CHANGELOG.md pnpm-lock.yaml', 'a '.repeat(3_000)]) {
      const all = Object.values(numbers(viewFor(brief, world))).flat();
      expect(all.filter((number) => !Number.isFinite(number) || number < 0)).toEqual([]);
    }
  });
});

describe('votes of similar commits', () => {
  const world = {
    paths: ['cart/a.ts', 'cart/b.ts', 'order/c.ts'],
    history: aHistory({ 'fix: refund vouchers': ['cart/a.ts', 'cart/b.ts'], 'fix: print labels': ['order/c.ts'] }),
  };

  it('count a commit once for its folder, however many files of it it changed', () => {
    const { votes, ground } = viewFor('Refund of vouchers', world);
    const at = (path: string): number => ground.files.numberOf(path) ?? -1;
    const [cart, order] = [ground.files.folders.of[at('cart/a.ts')] ?? -1, ground.files.folders.of[at('order/c.ts')] ?? -1];
    expect(votes.folders[cart]).toBe(votes.files.of[at('cart/a.ts')]);
    expect(votes.files.of[at('cart/b.ts')]).toBe(votes.files.of[at('cart/a.ts')]);
    expect([votes.folders[order], votes.files.of[at('order/c.ts')], votes.likest[at('order/c.ts')]]).toEqual([0, 0, 0]);
  });

  it('never add up to certainty', () => {
    const refunds = Array.from({ length: 8 }, (_, n) => [`fix: refund vouchers ${n}`, ['cart/a.ts']]);
    const others = Array.from({ length: 60 }, (_, n) => [`docs: page ${n}`, ['order/c.ts']]);
    const history = aHistory(Object.fromEntries([...refunds, ...others]));
    const { votes, ground } = viewFor('fix: refund vouchers', { ...world, history });
    const share = votes.files.of[ground.files.numberOf('cart/a.ts') ?? -1] ?? 0;
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(1);
  });
});

describe('what sources say', () => {
  it('is combined for each file of the commit, as doubts that all must be wrong', () => {
    const ground = groundOf({ paths: ['a.ts', 'b.ts'] });
    const finding = (path: string, p: number): Finding => ({ path: repoPath(path), p, evidence: { source: 'path', detail: '' } });
    const found = [
      finding('a.ts', 0.5),
      finding('to-come.ts', 0.9),
      finding('a.ts', 0.5),
      finding('b.ts', 1),
      finding('b.ts', 0.2),
    ];
    const { said } = viewOf(readTask(aTask('t'), ground), ground, found);
    expect([...said]).toEqual([
      [0, 0.75],
      [1, 1],
    ]);
  });
});
