import { expect, it } from 'vitest';
import { someReviewers } from './reviewers.js';

it('one reviewer takes one work after the other; two share, and an idle one waits for nobody', () => {
  const over = (people: number) => {
    const { review } = someReviewers(people);
    return [review(0, 10), review(5, 10), review(6, 1), review(100, 5)];
  };
  expect(over(1)).toEqual([10, 20, 21, 105]);
  expect(over(2)).toEqual([10, 15, 11, 105]);
  expect(over(3)).toEqual([10, 15, 7, 105]);
});
