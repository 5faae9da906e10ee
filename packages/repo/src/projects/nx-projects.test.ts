import { expect, it } from 'vitest';
import type { JsonRecord } from '../json/json-shape.js';
import { nxProjects } from './nx-projects.js';

function names(json: Readonly<Record<string, JsonRecord>>): readonly string[] {
  const claims = nxProjects({ json: new Map(Object.entries(json)), text: new Map(), malformed: [] });
  return claims.map(({ root, name }) => `${root || '.'}: ${name}`);
}

it('a project has its own name, else that of the package beside it, else none yet', () => {
  const named = { 'nx.json': {}, 'a/project.json': { name: 'a' }, 'a/package.json': { name: '@acme/a' } };
  const byNx = { 'b/project.json': {}, 'b/package.json': { name: '@acme/b', nx: { name: 'b' } } };
  const byPackage = { 'c/project.json': { name: ' ' }, 'c/package.json': { name: '@acme/c' } };
  const unnamed = { 'd/project.json': { name: 7 }, 'd/e/package.json': { name: 'e' } };
  const atRoot = { 'project.json': {}, 'package.json': { name: 'repo' } };
  expect(names({ ...named, ...byNx, ...byPackage, ...unnamed, ...atRoot })).toEqual([
    'a: a',
    'b: b',
    'c: @acme/c',
    'd: undefined',
    '.: repo',
  ]);
});

it.each(['targets', 'projectType', 'sourceRoot', 'implicitDependencies'])(
  'without nx.json at the root only the key %s, or one like it, tells a project of Nx from those of other tools',
  (key) => {
    expect(names({ 'a/project.json': { [key]: null }, 'b/project.json': { name: 'b' }, 'c/nx.json': {} })).toEqual([
      'a: undefined',
    ]);
  },
);
