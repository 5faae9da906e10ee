import { expect, it } from 'vitest';
import { projectsOf } from './projects-of.js';

it('gives every project with folder, tags and the projects it needs; packages of the registry are none', () => {
  const graph = {
    nodes: {
      web: { name: 'web', data: { root: 'apps/web', tags: ['scope:web', 'app'] } },
      shop: { name: 'shop', data: { root: '.' } },
      core: { name: 'core', data: { root: 'libs/core', tags: [] } },
    },
    dependencies: { web: [{ target: 'npm:zod' }, { target: 'core' }, { target: 'core' }], core: [] },
  };
  expect(projectsOf(graph)).toEqual([
    { name: 'core', root: 'libs/core', tags: [], dependsOn: [] },
    { name: 'shop', root: '', tags: [], dependsOn: [] },
    { name: 'web', root: 'apps/web', tags: ['app', 'scope:web'], dependsOn: ['core'] },
  ]);
});

it('takes names that every object has for names, and needs nothing where the graph says nothing', () => {
  const graph = {
    nodes: {
      constructor: { name: 'constructor', data: { root: 'libs/constructor' } },
      web: { name: 'web', data: { root: 'apps/web' } },
    },
    dependencies: { web: [{ target: 'toString' }, { target: 'hasOwnProperty' }, { target: 'constructor' }] },
  };
  expect(projectsOf(graph)).toEqual([
    { name: 'constructor', root: 'libs/constructor', tags: [], dependsOn: [] },
    { name: 'web', root: 'apps/web', tags: [], dependsOn: ['constructor'] },
  ]);
});

it('gives the same whatever order the graph is in, and does not touch its lists', () => {
  const tags = ['b', 'a'];
  const node = (name: string) => ({ name, data: { root: name, tags } });
  const [a, b, c] = [node('a'), node('b'), node('c')];
  const needs = [{ target: 'c' }, { target: 'b' }];
  const dependencies = { a: needs, b: [], c: [] };
  expect(projectsOf({ nodes: { c, b, a }, dependencies })).toEqual(projectsOf({ nodes: { a, b, c }, dependencies }));
  expect([tags, needs.map(({ target }) => target)]).toEqual([
    ['b', 'a'],
    ['c', 'b'],
  ]);
});

it('of a workspace without projects is nothing', () => {
  expect(projectsOf({ nodes: {}, dependencies: {} })).toEqual([]);
});
