import { aTree } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { indexRepository } from '../index-repository.js';
import { findTerms } from './find-terms.js';

async function factsOf(files: Readonly<Record<string, string>>, terms: readonly string[]) {
  const index = await indexRepository(aTree(files));
  const facts = findTerms(index.texts, terms);
  const postings = Object.fromEntries(
    [...facts.postings]
      .sort()
      .map(([term, { files, counts }]) => [
        term,
        Object.fromEntries([...files].map((file, n) => [index.files[file]?.path, counts[n]])),
      ]),
  );
  return { ...facts, lengths: [...facts.lengths], postings };
}

it('says in which files the asked terms are and how often', async () => {
  const files = {
    'a.cs': 'class OrdersController { void Total(Order order) {} }',
    'b.md': '# Orders\n\nOrder totals. See OrdersController.',
    'c.png': 'order order',
    'd.ts': '',
    'yarn.lock': 'order',
  };
  expect(await factsOf(files, ['order', 'total', 'orderscontroller', 'absent'])).toEqual({
    files: 3,
    averageLength: 5,
    lengths: [8, 7, 0, 0, 0],
    postings: {
      order: { 'a.cs': 3, 'b.md': 3 },
      orderscontroller: { 'a.cs': 1, 'b.md': 1 },
      total: { 'a.cs': 1, 'b.md': 1 },
    },
  });
});

it('of an empty commit is empty', async () => {
  expect(await factsOf({}, ['order'])).toEqual({ files: 0, averageLength: 0, lengths: [], postings: {} });
});
