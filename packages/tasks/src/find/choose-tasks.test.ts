import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolveConfig } from '../resolve/resolve-config.js';
import { aFolder, located } from '../worlds.testing.js';
import { chooseTasks } from './choose-tasks.js';
import type { ReadConfig } from './read-config.js';

const NONE: ReadConfig = { config: resolveConfig({}), warnings: [] };

async function choose(
  root: string,
  { cwd = '.', tasksFile }: { readonly cwd?: string; readonly tasksFile?: string } = {},
  config = NONE,
) {
  const chosen = await chooseTasks({ root, cwd: join(root, cwd) }, tasksFile, config);
  if (!chosen.ok) return chosen.error.map(({ code, related }) => [code, ...(related ?? []).map(({ message }) => message)]);
  const { shown, paths, form, warnings } = chosen.value;
  return {
    shown,
    paths: paths.map((path) => path.slice(root.length + 1)),
    form,
    warnings: warnings.map(({ message }) => message),
  };
}

const list = (shown: string, path: string, ...warnings: readonly string[]) => ({ shown, paths: [path], form: 'list', warnings });

/** A configuration in this folder that names tasks. */
function naming(tasks: string, folder: string): ReadConfig {
  return { config: resolveConfig({ tasks }), folder, warnings: [], located: located(`tasks: "${tasks}"`, 'c.yaml', 'CONFIG') };
}

describe('tasks that nobody named', () => {
  test('are the nearest on the way up, and all that is passed over is told', async () => {
    const root = aFolder({
      'breakwater.tasks.yaml': '',
      'apps/breakwater.tasks.json': '',
      'apps/breakwater.tasks.yml': '',
      'apps/api/': '',
    });
    expect(await choose(root, { cwd: 'apps/api' })).toEqual(
      list(
        '../breakwater.tasks.yml',
        'apps/breakwater.tasks.yml',
        '../breakwater.tasks.yml is used, so ../breakwater.tasks.json and ../../breakwater.tasks.yaml are not read',
      ),
    );
    expect(await choose(root)).toEqual(list('breakwater.tasks.yaml', 'breakwater.tasks.yaml'));
  });

  test('are not looked for above the repository, nor in other folders of it', async () => {
    const outer = aFolder({ 'breakwater.tasks.yaml': '', 'repo/other/breakwater.tasks.yaml': '', 'repo/here/': '' });
    const names = 'breakwater.tasks.yaml, breakwater.tasks.yml, breakwater.tasks.json';
    expect(await choose(join(outer, 'repo'), { cwd: 'here' })).toEqual([
      ['E_TASKS_READ', `looked in . for ${names}`, `looked in .. for ${names}`],
    ]);
  });

  test.each<[string, (path: string) => void]>([
    ['a link to nothing', (path) => symlinkSync('gone.yaml', path)],
    ['a folder', (path) => mkdirSync(path)],
  ])('%s of that name is not passed over in silence', async (_, make) => {
    const root = aFolder({ 'breakwater.tasks.json': '' });
    make(join(root, 'breakwater.tasks.yaml'));
    expect(await choose(root)).toEqual(
      list(
        'breakwater.tasks.yaml',
        'breakwater.tasks.yaml',
        'breakwater.tasks.yaml is used, so breakwater.tasks.json is not read',
      ),
    );
  });
});

describe('tasks that a person named', () => {
  test('count before those of the configuration and those that would be found, there or not', async () => {
    const root = aFolder({ 'breakwater.tasks.yaml': '', 'apps/mine.yaml': '' });
    const config = naming('theirs.yaml', root);
    expect(await choose(root, { cwd: 'apps', tasksFile: 'mine.yaml' }, config)).toEqual(list('mine.yaml', 'apps/mine.yaml'));
    expect(await choose(root, { tasksFile: 'gone.yaml' }, config)).toEqual(list('gone.yaml', 'gone.yaml'));
  });

  test('may be a folder, a glob or one Markdown file, relative to where they are', async () => {
    const root = aFolder({
      'apps/tasks/b.md': '',
      'apps/tasks/a.md': '',
      'apps/tasks/README.md': '',
      'apps/tasks/list.yaml': '',
    });
    const both = ['apps/tasks/a.md', 'apps/tasks/b.md'];
    const markdown = (shown: string, paths: readonly string[]) => ({ shown, paths, form: 'markdown', warnings: [] });
    expect(await choose(root, { cwd: 'apps', tasksFile: 'tasks' })).toEqual(markdown('tasks', both));
    expect(await choose(root, { cwd: 'apps', tasksFile: './tasks/' })).toEqual(markdown('tasks', both));
    expect(await choose(root, { cwd: 'apps/tasks', tasksFile: '.' })).toEqual(markdown('.', both));
    expect(await choose(root, { cwd: 'apps', tasksFile: '../apps/**/*.md' })).toEqual(markdown('**/*.md', both));
    expect(await choose(root, { tasksFile: 'apps/tasks/b.md' })).toEqual(markdown('apps/tasks/b.md', ['apps/tasks/b.md']));
    expect(await choose(root, { tasksFile: 'apps/tasks/list.yaml' })).toEqual(
      list('apps/tasks/list.yaml', 'apps/tasks/list.yaml'),
    );
  });
});

describe('tasks that the configuration names', () => {
  test('are relative to it, not to where the command was started, and remember where they were named', async () => {
    const root = aFolder({ 'breakwater.tasks.yaml': '', 'apps/plans/a.md': '', 'apps/here/': '' });
    const config = naming('plans', join(root, 'apps'));
    expect(await choose(root, { cwd: 'apps/here' }, config)).toEqual({
      ...{ shown: '../plans', paths: ['apps/plans/a.md'] },
      ...{ form: 'markdown', warnings: [] },
    });
    const chosen = await chooseTasks({ root, cwd: root }, undefined, config);
    expect(chosen.ok && chosen.value.namedAt).toMatchObject({ start: 7, end: 14 });
  });

  test('in a repository with special characters in its name may be a glob', async () => {
    const root = join(aFolder({ '[shop]/tasks/a.md': '' }), '[shop]');
    expect(await choose(root, {}, naming('tasks/*.md', root))).toEqual({
      ...{ shown: 'tasks/*.md', paths: ['tasks/a.md'] },
      ...{ form: 'markdown', warnings: [] },
    });
  });
});
