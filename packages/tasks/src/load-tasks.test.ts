import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { taskId } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, test } from 'vitest';
import { loadTasks } from './load-tasks.js';
import { resolveConfig } from './resolve/resolve-config.js';
import { aFolder, marked, tasksFile } from './worlds.testing.js';

type Options = Partial<Omit<Parameters<typeof loadTasks>[0], 'root'>>;

const load = (root: string, { cwd = '.', ...options }: Options = {}) => loadTasks({ root, cwd: join(root, cwd), ...options });
/** What a call answers, places of tasks left aside. */
async function answer(root: string, options?: Options): Promise<unknown> {
  const result = await load(root, options);
  if (!result.ok) return result.error;
  const { placeOf: _, ...rest } = result.value;
  return rest;
}
const idsOf = async (root: string, options?: Options) => {
  const result = await load(root, options);
  return result.ok ? result.value.tasks.map(({ id }) => id) : result.error.map(({ code, message }) => `${code}: ${message}`);
};
const error = (code: string, message: string, rest: object = {}) => ({ severity: 'error', code, message, ...rest });
const warning = (code: string, message: string, hint: string) => ({ severity: 'warning', code, message, hint });
const EXAMPLE = {
  related: [
    'for example:',
    'tasks:',
    '  - id: order-api',
    '    brief: Add an endpoint that returns the orders of a customer.',
  ].map((message) => ({ message })),
  hint: 'Write what is to be done, one entry per task.',
};

describe('tasks are found', () => {
  const AB = { tasks: [aTask('a', { brief: 'x' }), aTask('b', { brief: 'x' })], config: resolveConfig({}), warnings: [] };

  test.each([
    ['breakwater.tasks.yaml', tasksFile('a', 'b')],
    ['breakwater.tasks.yml', tasksFile('a', 'b')],
    [
      'breakwater.tasks.json',
      JSON.stringify({
        $schema: 's',
        version: 1,
        tasks: [
          { id: 'a', brief: 'x' },
          { id: 'b', brief: 'x' },
        ],
      }),
    ],
  ])('as %s, in the order of the file', async (file, text) => {
    expect(await answer(aFolder({ [file]: text }))).toEqual({ ...AB, tasksFile: file });
  });

  test('above the present folder', async () => {
    const root = aFolder({ 'breakwater.tasks.yaml': tasksFile('a', 'b'), 'apps/api/': '' });
    expect(await answer(root, { cwd: 'apps/api' })).toEqual({ ...AB, tasksFile: '../../breakwater.tasks.yaml' });
  });

  test('where a person says, of any name', async () => {
    const root = aFolder({ 'plans/next.txt': tasksFile('a', 'b'), 'breakwater.tasks.yaml': tasksFile('c') });
    expect(await answer(root, { tasksFile: 'next.txt', cwd: 'plans' })).toEqual({ ...AB, tasksFile: 'next.txt' });
  });

  test('where the configuration says, relative to it', async () => {
    const root = aFolder({ 'conf/c.yaml': 'tasks: ../plans/next.yaml\n', 'plans/next.yaml': tasksFile('a', 'b') });
    const config = resolveConfig({ tasks: '../plans/next.yaml' });
    expect(await answer(root, { configFile: 'conf/c.yaml' })).toEqual({
      ...AB,
      config,
      tasksFile: 'plans/next.yaml',
      configFile: 'conf/c.yaml',
    });
  });

  test('in one file of several, and the others are named', async () => {
    const root = aFolder({ 'breakwater.tasks.yaml': tasksFile('a', 'b'), 'breakwater.tasks.json': '{}' });
    const warnings = [
      warning(
        'W_TASKS_IGNORED',
        'breakwater.tasks.yaml is used, so breakwater.tasks.json is not read',
        'Tasks files are not merged: keep one, or name one with --tasks.',
      ),
    ];
    expect(await answer(root)).toEqual({ ...AB, warnings, tasksFile: 'breakwater.tasks.yaml' });
  });

  test('nowhere', async () => {
    const root = aFolder({ 'apps/': '' });
    const names = 'breakwater.tasks.yaml, breakwater.tasks.yml, breakwater.tasks.json';
    expect(await answer(root, { cwd: 'apps' })).toEqual([
      error('E_TASKS_READ', 'there is no tasks file', {
        related: [{ message: `looked in . for ${names}` }, { message: `looked in .. for ${names}` }],
        hint: 'Write one to start from:  breakwater init  Or name yours:  --tasks FILE',
      }),
    ]);
  });

  test('not where the configuration says', async () => {
    const { text, places } = marked('concurrency: 3\ntasks: «gone.yaml»\n', 'breakwater.config.yaml');
    expect(await answer(aFolder({ 'breakwater.config.yaml': text }))).toEqual([
      error('E_TASKS_READ', 'gone.yaml cannot be read: there is no such file', {
        place: places[0],
        hint: 'Name a file that exists, relative to the present folder:  --tasks FILE',
      }),
    ]);
  });

  test.runIf(process.platform !== 'win32')('in a pipe: refused, without waiting', async () => {
    const root = aFolder();
    execFileSync('mkfifo', [join(root, 'breakwater.tasks.yaml')]);
    const message = 'breakwater.tasks.yaml is a pipe, not a file';
    expect(await answer(root)).toEqual([error('E_TASKS_READ', message, { hint: 'Name a regular file.' })]);
  });
});

describe('Markdown tasks', () => {
  const FILES = {
    'tasks/b.md': '---\ndependsOn: [a]\nverify: []\n---\n# Do b\n\nAll of it.\n',
    'tasks/a.md': 'Do a.\n',
    'tasks/README.md': 'How we write tasks.',
    'breakwater.config.yaml': 'verify: [npm test]\n',
  };
  const config = resolveConfig({ verify: ['npm test'] });
  const rest = { config, warnings: [], configFile: 'breakwater.config.yaml' };
  const a = aTask('a', { verify: ['npm test'] });
  const b = aTask('b', { title: 'Do b', brief: '# Do b\n\nAll of it.', dependsOn: ['a'] });

  test('of a folder, sorted by name', async () => {
    expect(await answer(aFolder(FILES), { tasksFile: 'tasks' })).toEqual({ ...rest, tasks: [a, b], tasksFile: 'tasks' });
  });
  test('of a glob', async () => {
    expect(await answer(aFolder(FILES), { tasksFile: 'tasks/{a,b}.md' })).toEqual({
      ...rest,
      tasks: [a, b],
      tasksFile: 'tasks/{a,b}.md',
    });
  });
  test('one file', async () => {
    expect(await answer(aFolder(FILES), { tasksFile: 'tasks/a.md' })).toEqual({ ...rest, tasks: [a], tasksFile: 'tasks/a.md' });
  });
  test('of a folder without any', async () => {
    const root = aFolder({ 'tasks/notes.txt': '' });
    expect(await answer(root, { tasksFile: 'tasks' })).toEqual([error('E_TASKS_EMPTY', 'there are no tasks in tasks', EXAMPLE)]);
  });
  test('with faults in several files are all said, file by file', async () => {
    const root = aFolder({
      'tasks/a.md': '---\nscope: api\n---\nx',
      'tasks/b.md': '---\nid: a\n---\n',
      'tasks/c.md': '---\ndependsOn: [zz]\n---\nx',
    });
    const found = await load(root, { tasksFile: 'tasks' });
    expect(found.ok ? [] : found.error.map(({ code, place }) => [code, `${place?.file}:${place?.line}`])).toEqual([
      ['E_TASKS_TYPE', 'tasks/a.md:2'],
      ['E_TASK_DUPLICATE', 'tasks/b.md:2'],
      ['E_PROMPT', 'tasks/b.md:4'],
      ['E_DEP_UNKNOWN', 'tasks/c.md:2'],
    ]);
  });
  test('that cannot be read are not called unknown', async () => {
    const root = aFolder({ 'tasks/a.md': '---\nx: y: z\n---\nx', 'tasks/b.md': '---\ndependsOn: [a]\n---\nx' });
    expect(await idsOf(root, { tasksFile: 'tasks', only: ['b', 'a'] })).toEqual([
      'E_TASKS_SYNTAX: this is not YAML: Nested mappings are not allowed in compact mappings',
    ]);
  });
  test('more than a thousand are refused unread', async () => {
    const root = aFolder(Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`t/${n}.md`, 'x'])));
    expect(await answer(root, { tasksFile: 't' })).toEqual([
      error('E_TASKS_LIMIT', 't holds 1001 tasks', {
        hint: 'At most 1000 at once: split them, and run one file after the other.',
      }),
    ]);
  });
});

describe('a file without tasks', () => {
  test.each([
    ['empty', ''],
    ['only comments', '# later\n\n'],
    ['only dashes', '---\n'],
  ])('%s', async (_, text) => {
    const message = 'there are no tasks in breakwater.tasks.yaml';
    expect(await answer(aFolder({ 'breakwater.tasks.yaml': text }))).toEqual([error('E_TASKS_EMPTY', message, EXAMPLE)]);
  });
  test.each(['«tasks»: []\n', '«tasks»:\n', '«version»: 1\n', '«defaults»: {}\n'])('%s', async (drawing) => {
    const { text, places } = marked(drawing, 'breakwater.tasks.yaml');
    const message = 'there are no tasks in breakwater.tasks.yaml';
    expect(await answer(aFolder({ 'breakwater.tasks.yaml': text }))).toEqual([
      error('E_TASKS_EMPTY', message, { place: places[0], ...EXAMPLE }),
    ]);
  });
  test('all of them disabled', async () => {
    const text = tasksFile('a, disabled: true');
    const message = 'there are no tasks in breakwater.tasks.yaml';
    expect(await answer(aFolder({ 'breakwater.tasks.yaml': text }))).toEqual([error('E_TASKS_EMPTY', message, EXAMPLE)]);
  });
});

describe('the frame of a file', () => {
  const fault = async (drawing: string) => {
    const { text, places } = marked(drawing, 'breakwater.tasks.yaml');
    const result = await load(aFolder({ 'breakwater.tasks.yaml': text }));
    return { found: result.ok ? [] : result.error, place: places[0] };
  };
  const TASK = '  - { id: a, brief: x }\n';

  test('a list alone', async () => {
    const { found, place } = await fault('«- { id: a, brief: x }»\n');
    expect(found[0]).toEqual(
      error('E_TASKS_TYPE', 'this is a list', {
        place,
        hint: 'The file is a map that begins with   tasks:   and lists the tasks below it.',
      }),
    );
  });
  test('tasks that are no list', async () => {
    const { found, place } = await fault('«tasks»: { id: a }\n');
    expect(found).toEqual([
      error('E_TASKS_TYPE', 'tasks is a map', { place, hint: 'Write a list of tasks, each beginning with   - id:' }),
    ]);
  });
  test('a task that is a text', async () => {
    const { found, place } = await fault('tasks:\n  - «do it»\n');
    expect(found).toEqual([
      error('E_TASKS_TYPE', 'task 1 is "do it"', { place, hint: 'A task is a map with at least id and brief.' }),
    ]);
  });
  test('an unknown key beside the tasks', async () => {
    const { found, place } = await fault(`«task»: []\ntasks:\n${TASK}`);
    expect(found).toEqual([error('E_TASKS_KEY', 'unknown key "task"', { place, hint: 'Did you mean "tasks"?' })]);
  });
  test('wrong defaults', async () => {
    const { found, place } = await fault(`defaults: { budget: { usd: «0» } }\ntasks:\n${TASK}`);
    const hint = 'Write dollars as a number above 0 and at most 10000, for example: 2.5';
    expect(found).toEqual([error('E_VALUE_RANGE', 'budget.usd of the defaults is 0', { place, hint })]);
  });
  test('a later format: nothing else is said', async () => {
    const { found, place } = await fault('version: «2»\ntask: 3\n');
    expect(found).toMatchObject([{ code: 'E_CONFIG_VERSION', place }]);
    expect(found).toHaveLength(1);
  });
  test('too many tasks', async () => {
    const { found, place } = await fault(`«tasks»:\n${'  - { id: a }\n'.repeat(1_001)}`);
    expect(found).toEqual([
      error('E_TASKS_LIMIT', 'breakwater.tasks.yaml holds 1001 tasks', {
        place,
        hint: 'At most 1000 at once: split them, and run one file after the other.',
      }),
    ]);
  });
});

describe('what is left of the tasks', () => {
  const root = () => aFolder({ 'breakwater.tasks.yaml': tasksFile('a', 'b, dependsOn: [a]', 'c, disabled: true', 'd') });

  test('disabled ones are left out', async () => {
    expect(await idsOf(root())).toEqual(['a', 'b', 'd']);
  });
  test('a selection stays in the order of the file', async () => {
    expect(await idsOf(root(), { only: ['d', 'a'] })).toEqual(['a', 'd']);
  });
  test('a dependency outside of the selection is named', async () => {
    expect(await idsOf(root(), { only: ['b'] })).toEqual(['E_DEP_NOT_SELECTED: task "b" waits for "a", which is not selected']);
  });
  test('an unknown or disabled one in the selection is named', async () => {
    expect(await idsOf(root(), { only: ['a', 'x', 'c'] })).toEqual([
      'E_TASK_UNKNOWN: "x" is selected and is no task',
      'E_TASK_UNKNOWN: "c" is selected and is disabled',
    ]);
  });
});

describe('where a task was written', () => {
  const { text, places } = marked('tasks:\n  - id: «a»\n    brief: x\n    «writes»: [p, «q»]\n', 'breakwater.tasks.yaml');
  const place = async (task: string, field?: string) => {
    const result = await load(aFolder({ 'breakwater.tasks.yaml': text }));
    return result.ok ? result.value.placeOf(taskId(task), field) : undefined;
  };

  test('its id, a field, an entry of a field', async () => {
    expect([await place('a'), await place('a', 'writes'), await place('a', 'writes.1')]).toEqual(places);
  });
  test('a field that is not there is where the task begins', async () => {
    expect(await place('a', 'model')).toMatchObject({ line: 2, column: 5, length: 2 });
  });
  test('nowhere, of another task', async () => {
    expect(await place('b')).toBeUndefined();
  });
});

describe('several faults', () => {
  test('of form, of meaning and between tasks are said at once, in the order of lines', async () => {
    const { text, places } = marked(
      [
        'tasks:',
        '  - id: order-api',
        '    brief: «""»',
        '    «depend_on»: [page]',
        '  - id: «012»',
        '    brief: x',
        '  - id: page',
        '    brief: x',
        '    dependsOn: [«order-apy»]',
        '    writes: [«../x»]',
        '    budget: { minutes: «10 minutes» }',
        '    verify: [«""»]',
        '  - id: «page»',
        '    brief: x',
        '',
      ].join('\n'),
      'breakwater.tasks.yaml',
    );
    const result = await load(aFolder({ 'breakwater.tasks.yaml': text }));
    expect(result.ok ? [] : result.error.map(({ code, place }) => [code, place])).toEqual([
      ['E_PROMPT', places[0]],
      ['E_TASKS_KEY', places[1]],
      ['E_TASK_ID', places[2]],
      ['E_DEP_UNKNOWN', places[3]],
      ['E_PATH_OUTSIDE', places[4]],
      ['E_VALUE_RANGE', places[5]],
      ['E_VERIFY_EMPTY', places[6]],
      ['E_TASK_DUPLICATE', places[7]],
    ]);
  });

  test('beyond fifty are counted', async () => {
    const text = tasksFile(...Array.from({ length: 70 }, (_, n) => `t${n}, x: 1`));
    const result = await load(aFolder({ 'breakwater.tasks.yaml': text }));
    expect(result.ok ? [] : result.error).toHaveLength(51);
    expect(result.ok ? undefined : result.error[50]).toMatchObject({ code: 'E_MORE', message: 'and 20 more' });
  });

  test('in the configuration are said before any task is read', async () => {
    const root = aFolder({ 'breakwater.config.yaml': 'concurrency: 0\n', 'breakwater.tasks.yaml': 'tasks: 3' });
    expect(await idsOf(root)).toEqual(['E_VALUE_RANGE: concurrency is 0']);
  });
});

test('a thousand tasks load soon, and the same file gives the same answer', async () => {
  const tasks = Array.from(
    { length: 1_000 },
    (_, n) => `t${n}, writes: ["libs/l${n}/**"], dependsOn: [${n === 0 ? '' : `t${n - 1}`}]`,
  );
  const root = aFolder({ 'breakwater.tasks.yaml': tasksFile(...tasks) });
  const [first, second] = [await answer(root), await answer(root)];
  expect(first).toMatchObject({ tasks: { length: 1_000 } });
  expect(JSON.stringify(first)).toBe(JSON.stringify(second));
});
