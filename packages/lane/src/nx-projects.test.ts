import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { tempFolder, writeFiles } from './lane-rig.testing.js';
import { nxProjects } from './nx-projects.js';

/** A worktree with an Nx that answers with this expression, and what is understood of it. */
async function projectsOf(graph: string, files: Readonly<Record<string, string>> = {}) {
  const [place, temp] = [join(tempFolder(), "it's größe"), tempFolder()];
  const answer = `exports.createProjectGraphAsync = async () => (${graph});`;
  const nx = { 'nx/package.json': '{}', 'nx/src/devkit-exports.js': answer };
  const installed = Object.entries(nx).map(([path, text]) => [`node_modules/${path}`, text]);
  writeFiles(place, { 'nx.json': '{}', ...Object.fromEntries(installed), ...files });
  const environment = { PATH: process.env['PATH'] ?? '' };
  const logFile = join(temp, 'x.log');
  const projects = await nxProjects({ place, temp, environment, logFile, signal: new AbortController().signal });
  expect(readdirSync(temp).filter((name) => name !== 'x.log')).toEqual([]);
  return projects;
}

const node = (name: string, rest: object = {}) => ({ [name]: { name, data: { root: `libs/${name}`, ...rest } } });
const graph = (nodes: object, dependencies: object = {}) => JSON.stringify({ nodes, dependencies });

describe('the projects of an installed Nx', () => {
  it('come sorted by name, each with the projects it needs, once and sorted, packages left out', async () => {
    const needs = ['b', 'npm:zod', 'a', 'b', 'B'].map((target) => ({ target }));
    const nodes = { ...node('b'), ...node('größe x', { tags: ['t2', 't1'] }), ...node('a', { root: '.' }), ...node('B') };
    expect(await projectsOf(graph(nodes, { 'größe x': needs }))).toEqual([
      { name: 'B', root: 'libs/B', tags: [], dependsOn: [] },
      { name: 'a', root: '', tags: [], dependsOn: [] },
      { name: 'b', root: 'libs/b', tags: [], dependsOn: [] },
      { name: 'größe x', root: 'libs/größe x', tags: ['t2', 't1'], dependsOn: ['B', 'a', 'b'] },
    ]);
  });

  it('are asked of the package that is meant for others, where that is there', async () => {
    const devkit = `exports.createProjectGraphAsync = async () => (${graph(node('devkit'))});`;
    const files = { 'node_modules/@nx/devkit/index.js': devkit };
    expect((await projectsOf(graph(node('nx')), files)).map(({ name }) => name)).toEqual(['devkit']);
  });

  test.each([
    ['throws', "(() => { throw new Error('no') })()"],
    ['ends the process', 'process.exit(3)'],
    ['ends the process as if all were well', 'process.exit(0)'],
    ['answers something else', '({})'],
    ['never answers and lets the process end', 'await new Promise(() => {})'],
  ])('are none when it %s', async (_, expression) => {
    expect(await projectsOf(expression)).toEqual([]);
  });
});

test.each([['nx.json'], ['node_modules/nx/package.json']])('without %s nothing is run', async (missing) => {
  const place = tempFolder();
  const files = { 'nx.json': '{}', 'node_modules/nx/package.json': '{}' };
  writeFiles(place, Object.fromEntries(Object.entries(files).filter(([path]) => path !== missing)));
  const logFile = join(place, 'x.log');
  expect(await nxProjects({ place, temp: place, environment: {}, logFile, signal: new AbortController().signal })).toEqual([]);
  expect(existsSync(logFile)).toBe(false);
});
