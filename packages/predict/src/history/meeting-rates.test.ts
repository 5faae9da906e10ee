import { expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { groundOf } from '../found-by.testing.js';
import { someProjects } from '../projects.testing.js';

const PATHS = ['a/1.ts', 'a/2.ts', 'b/1.ts', 'b/2.ts', 'c/1.ts'];

/** Rates of the projects a, b and c after commits that change these paths, to a thousandth. */
function rates(...commits: readonly (readonly string[])[]): readonly number[] {
  const history = aHistory(Object.fromEntries(commits.map((paths, n) => [`fix: part${n}`, [...paths]])));
  const projects = someProjects({ a: 'a', b: 'b', c: 'c' });
  const { projectRates, files } = groundOf({ paths: PATHS, history, rest: { projects } });
  return ['a/1.ts', 'b/1.ts', 'c/1.ts'].map((path) => {
    const project = files.projects.of[files.numberOf(path) ?? 0] ?? 0;
    return Math.round((projectRates[project] ?? Number.NaN) * 1_000) / 1_000;
  });
}

const many = (count: number, pathsOf: (n: number) => string[]): string[][] => Array.from({ length: count }, (_, n) => pathsOf(n));

it('are what is usual elsewhere without a history', () => {
  expect(rates()).toEqual([0.15, 0.15, 0.15]);
});

it('rise for a project in which near commits change one file, fall for one in which they change different ones', () => {
  const [busy = 0, wide = 0, quiet = 0] = rates(...many(40, (n) => ['a/1.ts', `b/${(n % 2) + 1}.ts`]));
  expect(busy).toBeGreaterThan(0.9);
  expect(wide).toBeGreaterThan(0.4);
  expect(wide).toBeLessThan(0.6);
  expect(quiet).toBeCloseTo((busy + wide) / 2, 1);
});

it('count a file of another project for that one alone', () => {
  const [one = 0, other = 0] = rates(...many(40, (n) => [`a/${(n % 2) + 1}.ts`, 'b/1.ts']));
  expect(one).toBeLessThan(0.6);
  expect(other).toBeGreaterThan(0.9);
});

it('leave out commits that are far apart', () => {
  const far = rates(...many(37, (n) => (n % 12 === 0 ? ['a/1.ts'] : ['gone.ts'])));
  expect(far).toEqual(rates());
});
