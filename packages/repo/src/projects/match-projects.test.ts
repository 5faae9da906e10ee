import { type Project, repoPath } from '@breakwater/model';
import { expect, it } from 'vitest';
import { matchProjects } from './match-projects.js';

const project = (name: string, root: string, ...tags: string[]): Project => {
  return { name, root, tags, manifest: repoPath(`${root}/project.json`), kind: 'nx' };
};
const PROJECTS = [
  project('shop', 'apps/shop', 'type:app'),
  project('shop-e2e', 'apps/shop-e2e'),
  project('@acme/cart', 'libs/cart', 'type:lib', 'npm:public'),
  project('libs-ui', 'libs/ui', 'type:lib'),
];

it.each([
  ['shop', ['shop']],
  ['Cart', ['@acme/cart']],
  ['*', ['shop', 'shop-e2e', '@acme/cart', 'libs-ui']],
  ['libs-*', ['libs-ui']],
  ['libs/*', ['@acme/cart', 'libs-ui']],
  ['name:libs/*', []],
  ['directory:apps/*', ['shop', 'shop-e2e']],
  ['tag:type:lib', ['@acme/cart', 'libs-ui']],
  ['tag:npm:*', ['@acme/cart']],
  ['tag:type', []],
  ['{shop,libs-ui}', ['shop', 'libs-ui']],
  ['libs-[', []],
  ['', []],
])('the pattern %j means %j', (pattern, names) => {
  expect(matchProjects(pattern, PROJECTS)).toEqual(names);
});
