import { commitId, repoPath } from '@breakwater/model';
import { expect, it } from 'vitest';
import { knowProjects } from './know-projects.js';

const FILES = ['go.mod', 'libs/core/project.json', 'svc/go.mod', 'svc/main.go', 'web/package.json', 'web/src/a.ts'];
const CORE = { name: 'core', root: 'libs/core', tags: ['a'], manifest: repoPath('libs/core/project.json'), kind: 'nx' } as const;
const WEB = { name: '@acme/web', root: 'web', tags: [], manifest: repoPath('web/package.json'), kind: 'package' } as const;

function anIndex() {
  const files = FILES.map((path) => ({ path: repoPath(path), blob: '0'.repeat(40) as never, mode: '100644', size: 1 }));
  return { commit: commitId('a'.repeat(40)), files, projects: [CORE, WEB], modules: new Map(), notes: [] };
}

it('takes name, tags and dependencies from the tool and keeps what the tree says besides', () => {
  const told = [
    { name: 'web', root: 'web', tags: ['app'], dependsOn: ['core'] },
    { name: 'core', root: 'libs/core', tags: ['b'], dependsOn: [] },
  ];
  expect(knowProjects(anIndex(), told).projects).toEqual([
    { ...CORE, tags: ['a', 'b'], dependsOn: [] },
    { ...WEB, name: 'web', tags: ['app'], dependsOn: ['core'] },
  ]);
});

it('adds projects only the tool knows, with the file nearest to a manifest, and none the commit does not hold', () => {
  const told = [
    { name: 'svc', root: 'svc', tags: ['lang:go'], dependsOn: [] },
    { name: 'draft', root: 'libs/draft', tags: [], dependsOn: [] },
  ];
  const svc = { ...told[0]!, manifest: 'svc/go.mod', kind: 'nx' };
  expect(knowProjects(anIndex(), told).projects).toEqual([CORE, svc, WEB]);
});

it('changes nothing when no tool said anything', () => {
  const index = anIndex();
  expect(knowProjects(index, [])).toBe(index);
});
