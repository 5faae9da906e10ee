import { expect, it } from 'vitest';
import { someProjects } from '../projects.testing.js';
import { projectTable } from './project-table.js';

it.each([
  ['libs/cart/ui/a.ts', 'cart-ui'],
  ['libs/cart/ui/deep/er/a.ts', 'cart-ui'],
  ['libs/cart/a.ts', 'cart'],
  ['libs/cart-two/a.ts', 'root'],
  ['a.ts', 'root'],
])('%s belongs to %s, the nearest above it', (path, name) => {
  const table = projectTable(someProjects({ root: '', cart: 'libs/cart', 'cart-ui': 'libs/cart/ui' }));
  expect(table.projectOf(path)?.name).toBe(name);
});

it('without a project at the root some files belong to none', () => {
  const table = projectTable(someProjects({ cart: 'libs/cart' }));
  expect(['docs/a.md', 'a.md'].map(table.projectOf)).toEqual([undefined, undefined]);
});

it('of two projects in one folder the first by name counts', () => {
  const [one, two] = [...someProjects({ a: 'libs/x' }), ...someProjects({ b: 'libs/x' })];
  if (one === undefined || two === undefined) throw new Error('two projects');
  expect(projectTable([one, two]).projectOf('libs/x/f.ts')?.name).toBe('a');
});
