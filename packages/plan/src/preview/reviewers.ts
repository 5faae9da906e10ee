import { at } from '../at.js';

/** People who review side by side, each one work after the other. */
export interface Reviewers {
  /** When a review is over that can begin at `ready` and takes `minutes`: with whoever is free first. */
  readonly review: (ready: number, minutes: number) => number;
}

export function someReviewers(people: number): Reviewers {
  const freeAt = new Float64Array(people);
  return {
    review: (ready, minutes) => {
      const first = freeAt.indexOf(Math.min(...freeAt));
      const end = Math.max(at(freeAt, first), ready) + minutes;
      freeAt[first] = end;
      return end;
    },
  };
}
