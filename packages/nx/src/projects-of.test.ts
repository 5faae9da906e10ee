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
