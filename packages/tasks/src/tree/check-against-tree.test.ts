import type { Diagnostic, Project, RepositoryIndex } from '@breakwater/model';
import { repoPath } from '@breakwater/model';
import { anIndex } from '@breakwater/model/testing';
import { describe, expect, test } from 'vitest';
import { loadTasks } from '../load-tasks.js';
import { aFolder, marked, tasksFile } from '../worlds.testing.js';
import { checkAgainstTree } from './check-against-tree.js';

const FILE = 'breakwater.tasks.yaml';

async function check(text: string, index: RepositoryIndex): Promise<readonly Diagnostic[]> {
  const root = aFolder({ [FILE]: text });
  const loaded = await loadTasks({ root, cwd: root });
  if (!loaded.ok) throw new Error(loaded.error.map(({ message }) => message).join('\n'));
  return checkAgainstTree(loaded.value, index);
}

function aProject(name: string, root: string, tags: readonly string[] = []): Project {
  return { name, root, tags, manifest: repoPath(`${root}/project.json`), kind: 'nx' };
}

const INDEX = anIndex(['README.md', 'apps/api/src/orders/a.ts', 'apps/api/src/b.ts', 'libs/cart/src/c.ts', 'libs/[x]/d.ts'], {
  projects: [aProject('api', 'apps/api', ['type:app', 'scope:orders']), aProject('cart', 'libs/cart', ['type:lib'])],
});

describe('a scope', () => {
  test.each([
    'api',
    'cart',
    'type:app',
    'tag:type:lib',
    'apps',
    'apps/api/src',
    'libs/cart/',
    'libs/cart/**',
    './libs/cart',
    '.',
    './',
  ])('%s is known', async (scope) => {
    expect(await check(tasksFile(`a, scope: ["${scope}"]`), INDEX)).toEqual([]);
  });

  test.each([
    ['a project misspelled', 'crat', 'Did you mean "cart"?'],
    ['a tag misspelled', 'scope:order', 'Did you mean "scope:orders"?'],
    ['a folder misspelled', 'libs/crat', 'Did you mean "libs/cart"?'],
    ['nothing like it', 'warehouse-management', 'Projects: api, cart.'],
    ['a file', 'README.md', 'Projects: api, cart.'],
  ])('%s', async (_, scope, hint) => {
    const { text, places } = marked(tasksFile('a', `b, scope: [api, «"${scope}"»]`), FILE);
    expect(await check(text, INDEX)).toEqual([
      {
        severity: 'error',
        code: 'E_SCOPE_UNKNOWN',
        message: `"${scope}" in scope of task "b" is no project, tag or folder of the base commit`,
        place: places[0],
        hint,
      },
    ]);
  });

  test('that leaves out what the name of its project begins with', async () => {
    const named = (...names: readonly string[]) => anIndex([], { projects: names.map((name, n) => aProject(name, `p/${n}`)) });
    const hintOf = async (index: RepositoryIndex) => (await check(tasksFile('a, scope: [cart]'), index))[0]?.hint;
    expect(await hintOf(named('@shop-front/cart', '@shop-front/api'))).toBe('Did you mean "@shop-front/cart"?');
    expect(await hintOf(named('@shop/cart', '@mall/cart'))).toBe('Projects: @mall/cart, @shop/cart.');
  });

  test('in a repository without projects, or with many', async () => {
    const many = Array.from({ length: 12 }, (_, n) => aProject(`p${String(n).padStart(2, '0')}`, `p/${n}`));
    const hintOf = async (index: RepositoryIndex) => (await check(tasksFile('a, scope: [warehouse]'), index))[0]?.hint;
    expect(await hintOf(anIndex([]))).toBe('This commit has no projects: name a folder.');
    expect(await hintOf(anIndex([], { projects: many }))).toBe(
      'Projects: p00, p01, p02, p03, p04, p05, p06, p07, p08, p09 and 2 more.',
    );
  });
});

describe('a glob that matches nothing', () => {
  test.each([
    ['apps/api/src/customers/**', 'apps/api/src'],
    ['apps/api/src/*.tsx', 'apps/api/src'],
    ['libs/card/src/**/*.ts', 'libs'],
    ['libs/cart/', undefined],
    ['gone/', ''],
    ['gone/**', ''],
    ['**/*.py', ''],
    ['{tools,scripts}/*.sh', ''],
  ])('%s', async (pattern, folder) => {
    const { text, places } = marked(tasksFile(`a, writes: [«"${pattern}"»]`), FILE);
    const near = folder === '' ? 'Nothing of its folders exists.' : `The nearest folder that exists is "${folder}".`;
    const warning = {
      severity: 'warning',
      code: 'W_GLOB_EMPTY',
      message: `the glob "${pattern}" in writes of task "a" matches no file of the base commit`,
      place: places[0],
      hint: `${near} That is fine if the task makes new files there.`,
    };
    expect(await check(text, INDEX)).toEqual(folder === undefined ? [] : [warning]);
  });

  test.each(['apps/api/**', '**/*.md', 'libs/\\\\[x\\\\]/*', 'libs/{cart,none}/**', 'apps/api/src/new-file.ts', '!gone/**'])(
    '%s is fine',
    async (pattern) => {
      expect(await check(tasksFile(`a, writes: ["README.md", "${pattern}"]`), INDEX)).toEqual([]);
    },
  );

  test('in reads as well', async () => {
    expect(await check(tasksFile('a, reads: ["gone/**"]'), INDEX)).toMatchObject([
      { code: 'W_GLOB_EMPTY', message: 'the glob "gone/**" in reads of task "a" matches no file of the base commit' },
    ]);
  });
});

describe('a path through a symbolic link', () => {
  const linked: RepositoryIndex = {
    ...INDEX,
    files: anIndex(['docs/link', 'docs/x.md']).files.map((file) =>
      file.path === 'docs/link' ? { ...file, mode: '120000' } : file,
    ),
  };

  test.each(['docs/link/x.md', 'docs/link/deep/y.md'])('%s', async (path) => {
    const { text, places } = marked(tasksFile(`a, writes: [«${path}»]`), FILE);
    expect(await check(text, linked)).toEqual([
      {
        severity: 'error',
        code: 'E_PATH_SYMLINK',
        message: `"${path}" in writes of task "a" leads through "docs/link", a symbolic link`,
        place: places[0],
        hint: 'Name the folder the link leads to; outside the repository nothing can be written.',
      },
    ]);
  });

  test('the link itself is a file like any other', async () => {
    expect(await check(tasksFile('a, writes: [docs/link, docs/link2/x]'), linked)).toEqual([]);
  });
});

describe('one file spelled in two ways', () => {
  const warning = (what: string, place: unknown) => ({
    severity: 'warning',
    code: 'W_PATH_FOLD',
    message: `${what}`,
    place,
    hint: 'Where file names ignore case both are one file; spell it in one way.',
  });

  test('in two tasks', async () => {
    const { text, places } = marked(tasksFile('a, writes: [docs/New.md]', 'b, writes: [«docs/new.md»]'), FILE);
    const what = '"docs/new.md" in writes of task "b" is spelled differently elsewhere: task "a" writes "docs/New.md"';
    expect(await check(text, INDEX)).toEqual([warning(what, places[0])]);
  });

  test('in a task and the base commit, whose spelling counts', async () => {
    const { text, places } = marked(tasksFile('a, writes: [README.md, «readme.md»]'), FILE);
    const what = '"readme.md" in writes of task "a" is spelled differently elsewhere: the base commit has "README.md"';
    expect(await check(text, INDEX)).toEqual([warning(what, places[0])]);
  });

  test('by Unicode form', async () => {
    const { text, places } = marked(tasksFile('a, writes: [«"cafe\u0301.md"»]'), FILE);
    const what = '"cafe\u0301.md" in writes of task "a" is spelled differently elsewhere: the base commit has "caf\u00e9.md"';
    expect(await check(text, anIndex(['caf\u00e9.md']))).toEqual([warning(what, places[0])]);
  });

  test('the same spelling twice is fine', async () => {
    expect(await check(tasksFile('a, writes: [docs/x.md]', 'b, writes: [docs/x.md]'), INDEX)).toEqual([]);
  });

  test('both spellings in the base commit are two files', async () => {
    expect(await check(tasksFile('a, writes: [x.md]', 'b, writes: [X.md]'), anIndex(['X.md', 'x.md']))).toEqual([]);
  });
});

describe('a path of no file', () => {
  const near = (what: string, meant: string, place: unknown) => ({
    severity: 'warning',
    code: 'W_PATH_NEAR',
    message: `${what} is no file of the base commit, but nearly one`,
    place,
    hint: `Did you mean "${meant}"? If it is a file to come, all is well.`,
  });
  const index = anIndex(['README.md', 'apps/api/src/orders.controller.ts', 'apps/web/src/orders.controller.ts']);

  test.each([
    ['writes', 'apps/api/src/orders.controler.ts'],
    ['reads', 'apps/api/src/orders.controller.js'],
  ])('with a file near it, in %s', async (field, path) => {
    const { text, places } = marked(tasksFile('a', `b, ${field}: [README.md, «${path}»]`), FILE);
    const what = `"${path}" in ${field} of task "b"`;
    expect(await check(text, index)).toEqual([near(what, 'apps/api/src/orders.controller.ts', places[0])]);
  });

  test('with a file of its name in a folder near its own', async () => {
    const longer = anIndex(['packages/orders/src/index.ts', 'packages/users/src/index.ts']);
    const { text, places } = marked(tasksFile('a, writes: [«packages/ordres/src/index.ts»]'), FILE);
    const what = '"packages/ordres/src/index.ts" in writes of task "a"';
    expect(await check(text, longer)).toEqual([near(what, 'packages/orders/src/index.ts', places[0])]);
  });

  test.each(['apps/api/src/users.controller.ts', 'apps/api/src/orders.*', 'docs/README.md'])('%s is near none', async (path) => {
    const codes = (await check(tasksFile(`a, writes: [${path}]`), index)).map(({ code }) => code);
    expect(codes).toEqual([]);
  });

  test('that differs by case is told once', async () => {
    expect(await check(tasksFile('a, writes: [Readme.md]'), index)).toMatchObject([{ code: 'W_PATH_FOLD' }]);
  });
});

test('errors come first, and a warning beyond the fiftieth is no error', async () => {
  const globs = Array.from({ length: 60 }, (_, n) => `"gone-${n}/**"`).join(', ');
  const found = await check(tasksFile(`a, scope: [zzzzzz], writes: [${globs}]`), INDEX);
  expect(found).toHaveLength(51);
  expect([found[0]?.code, found[50]?.code, found[50]?.message]).toEqual(['E_SCOPE_UNKNOWN', 'W_MORE', 'and 11 more']);
});

test('a thousand tasks and fifty thousand files are compared soon', async () => {
  const paths = Array.from({ length: 50_000 }, (_, n) => `libs/l${n % 1_000}/src/f${n}.ts`);
  const tasks = Array.from(
    { length: 1_000 },
    (_, n) =>
      `t${n}, scope: [libs/l${n}], writes: ["libs/l${n}/**/*.ts", "libs/l${n}/*.md", "libs/l${n}/src/g${n}.ts", g${n}.md]`,
  );
  const found = await check(tasksFile(...tasks), anIndex(paths));
  expect(found).toHaveLength(51);
});
