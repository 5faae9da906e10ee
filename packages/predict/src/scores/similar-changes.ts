import type { PastChange, PastTable } from '../history/past-table.js';
import type { Query } from '../text/query-of.js';

/** A past commit whose subject is like the task. */
export interface SimilarChange {
  readonly change: PastChange;
  /** Its place in the table of past commits. */
  readonly place: number;
  /** Cosine of the two texts, tf-idf, a little less for older ones. */
  readonly likeness: number;
}

/** Kept for one task. */
const MOST = 40;
/** Commits after which the advantage of being recent has faded to a third; at most `FADES` of the likeness fades. */
const MEMORY = 800;
const FADES = 0.3;

/** The past commits with the likest subjects, the likest first, ties by age. */
export function similarChanges(query: Query, past: PastTable): readonly SimilarChange[] {
  const products = new Map<number, number>();
  let length = 0;
  for (const [term, { weight }] of query) {
    const tells = past.idf(term);
    length += (weight * tells) ** 2;
    for (const place of past.postings(term)) products.set(place, (products.get(place) ?? 0) + weight * tells * tells);
  }
  return [...products]
    .flatMap(([place, product]): readonly SimilarChange[] => {
      const change = past.changes[place];
      if (change === undefined) return [];
      const fading = 1 - FADES + FADES * Math.exp(-place / MEMORY);
      return [{ change, place, likeness: (fading * product) / (Math.sqrt(length) * past.lengthOf(place)) }];
    })
    .sort((a, b) => b.likeness - a.likeness || a.place - b.place)
    .slice(0, MOST);
}
