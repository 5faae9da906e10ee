import { expect, it } from 'vitest';
import { subjectTerms } from './subject-terms.js';
import { termHash } from './term-hash.js';

it('looks a subject up by each of its words once, without numbers of issues and words that everything is said with', () => {
  const told = ['refund', 'order'].map(termHash);
  expect(subjectTerms('Fix refunds of the order, refunded orders (#412) #9')).toEqual(told);
  expect(subjectTerms('#12')).toEqual([]);
});
