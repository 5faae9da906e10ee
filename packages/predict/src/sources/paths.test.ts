import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { foundBy } from '../found-by.testing.js';
import { someProjects } from '../projects.testing.js';
import { fileNames } from './file-names.js';
import { pathsInBrief } from './paths-in-brief.js';
import { stems } from './stems.js';

const PATHS = [
  'package.json',
  'apps/web/src/auth/login.guard.ts',
  'apps/web/src/orders/page.ts',
  'apps/api/src/orders/page.ts',
  'apps/api/src/orders/orders.controller.ts',
  'libs/order-history/src/index.ts',
];
const world = {
  paths: PATHS,
  rest: { projects: someProjects({ web: 'apps/web', api: 'apps/api', history: 'libs/order-history' }) },
};

describe('a path in the brief', () => {
  function inBrief(brief: string, scope: readonly string[] = []) {
    return foundBy(pathsInBrief, aTask('t', { brief, scope }), world);
  }

  it('means the file, when it is whole', () => {
    expect(inBrief('Fix `apps/web/src/auth/login.guard.ts:12`.')).toEqual([
      ['apps/web/src/auth/login.guard.ts', 0.95, 'brief: its path'],
    ]);
    expect(inBrief('Tidy package.json up')).toEqual([['package.json', 0.95, 'brief: its path']]);
  });

  it('means each file it may end, with less certainty', () => {
    expect(inBrief('Fix orders/page.ts')).toEqual([
      ['apps/api/src/orders/page.ts', 0.67, 'brief: its path'],
      ['apps/web/src/orders/page.ts', 0.67, 'brief: its path'],
    ]);
  });

  it('means the one in the scope, when there is one', () => {
    expect(inBrief('Fix orders/page.ts', ['web'])).toEqual([['apps/web/src/orders/page.ts', 0.95, 'brief: its path']]);
  });

  it('means the files of a folder, a little', () => {
    expect(inBrief('Clean up apps/api/src/orders/')).toEqual([
      ['apps/api/src/orders/orders.controller.ts', 0.6, 'brief: its folder'],
      ['apps/api/src/orders/page.ts', 0.6, 'brief: its folder'],
    ]);
    expect(inBrief('Clean up src/auth')).toEqual([['apps/web/src/auth/login.guard.ts', 0.6, 'brief: its folder']]);
  });

  it('means a file to come in a folder that is there, and nothing anywhere else', () => {
    expect(inBrief('Add apps/api/src/orders/history.ts')).toEqual([['apps/api/src/orders/history.ts', 0.9, 'brief: its path']]);
    expect(inBrief('Add server/history.ts and/or GET /orders/{id}')).toEqual([]);
  });

  it.each([
    ['apps/web/src/auth/login.gaurd.ts', 'apps/web/src/auth/login.guard.ts'],
    ['apps/web/src/auth/login.guard.js', 'apps/web/src/auth/login.guard.ts'],
    ['apps/web/src/auth/Login-Guard.ts', 'apps/web/src/auth/login.guard.ts'],
    ['auth/login.gard.ts', 'apps/web/src/auth/login.guard.ts'],
    ['apps/web/src/ordres/page.ts', 'apps/web/src/orders/page.ts'],
  ])('that no file has means the near one a little more, and says so: %s', (written, near) => {
    const both = inBrief(`Fix ${written}`);
    expect(both[0]).toEqual([near, 0.6, 'brief: mistyped?']);
    expect(both.slice(1)).toEqual(written.startsWith('apps/') ? [[written, 0.55, `did you mean ${near}?`]] : []);
  });

  it.each([
    ['whose folder could not be', 'Fix libz/order-history/src/page.ts', []],
    [
      'that is to be made',
      'Add apps/web/src/auth/logins.guard.ts',
      [['apps/web/src/auth/logins.guard.ts', 0.9, 'brief: its path']],
    ],
    ['of another kind', 'Fix apps/web/src/auth/login.guard.md', [['apps/web/src/auth/login.guard.md', 0.9, 'brief: its path']]],
    ['in a folder that is there', 'Fix apps/api/src/page.ts', [['apps/api/src/page.ts', 0.9, 'brief: its path']]],
  ])('%s means no near file', (_, brief, found) => {
    expect(inBrief(brief)).toEqual(found);
  });

  it('that the task declares means no near file, for its author meant it', () => {
    const path = 'apps/web/src/auth/login.gaurd.ts';
    const task = aTask('t', { brief: `Fix ${path}`, writes: [path] });
    expect(foundBy(pathsInBrief, task, world)).toEqual([[path, 0.9, 'brief: its path']]);
  });

  it('means nothing after "do not touch"', () => {
    expect(inBrief('Do not touch apps/web/src/orders/page.ts.')).toEqual([]);
  });
});

describe('a file name in the brief', () => {
  function inBrief(brief: string, paths: readonly string[] = PATHS) {
    return foundBy(fileNames, aTask('t', { brief }), { ...world, paths });
  }

  it('means its namesakes, who share the credit', () => {
    expect(inBrief('Fix login.guard.ts')).toEqual([['apps/web/src/auth/login.guard.ts', 0.8, 'brief: its name']]);
    expect(inBrief('Fix page.ts').map(([, p]) => p)).toEqual([0.57, 0.57]);
  });

  it('means nothing when it has too many, or is of no file', () => {
    expect(
      inBrief(
        'Fix index.ts',
        Array.from({ length: 9 }, (_, n) => `libs/l${n}/index.ts`),
      ),
    ).toEqual([]);
    expect(inBrief('Add login.page.ts')).toEqual([]);
  });

  it('is left to the paths when the file is at the root', () => {
    expect(inBrief('Fix package.json')).toEqual([]);
  });
});

describe('a word of several parts in the brief', () => {
  function inBrief(brief: string) {
    return foundBy(stems, aTask('t', { brief }), world);
  }

  it.each(['LoginGuard', 'loginGuard', 'login-guard', 'login.guard', 'login_guard'])(
    'means the file that is called so: %s',
    (word) => {
      expect(inBrief(`The ${word} lets everybody in.`)).toEqual([['apps/web/src/auth/login.guard.ts', 0.45, `brief: ${word}`]]);
    },
  );

  it('is no file when it is the name of a folder or project', () => {
    expect(inBrief('Fix order-history')).toEqual([]);
  });

  it('is no file when it is a plain word or part of a path', () => {
    expect(inBrief('Fix the page and x/LoginGuard')).toEqual([]);
  });
});
