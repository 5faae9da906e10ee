import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { breakwater, start } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { ModelServer, type Scripts, type Step } from '../rig/model-server.js';
import { filesOf, fingerprint, makeRepository } from '../rig/repository.js';
import { tempFolder } from '../rig/temp-folder.js';

const CLAUDE = fileURLToPath(new URL('../../.cache/claude-code-2.1.330/node_modules/.bin/claude', import.meta.url));
const installed = existsSync(CLAUDE);
if (!installed && process.env['BREAKWATER_NEEDS_CLAUDE'] === '1')
  throw new Error('the real Claude Code is not installed, and here it must be');
if (!installed)
  process.stderr.write('The tests with the real Claude Code are skipped: run  node tools/install-claude.mjs  first.\n');

/** What a small session does: writes a file, commits it, says so. */
function writes(path: string, rest: Partial<Step> = {}): readonly Step[] {
  return [
    { tools: [{ name: 'Write', input: { file_path: `{{cwd}}/${path}`, content: `${path}\n` } }], ...rest },
    { tools: [{ name: 'Bash', input: { command: `git add ${path} && git commit -m "Write ${path}"`, description: 'commit' } }] },
    { say: `Wrote ${path}.` },
  ];
}

function shop(tasks: string, more = ''): string {
  const config = `claude: { command: ${CLAUDE}, model: sonnet }\n${more}`;
  return makeRepository({
    'readme.md': '# Shop\n',
    'breakwater.tasks.yaml': `tasks:\n${tasks}`,
    'breakwater.config.yaml': config,
  });
}

function integration(repository: string): string {
  return (
    git(repository, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/breakwater')
      .split('\n')
      .find((name) => name.endsWith('/integration')) ?? ''
  );
}

interface Status {
  readonly tasks: readonly {
    readonly id: string;
    readonly attempts: number;
    readonly usage: { readonly usd: number; readonly turns: number; readonly inputTokens: number };
    readonly state: Readonly<Record<string, unknown>>;
  }[];
}

async function statusOf(repository: string): Promise<Status> {
  return JSON.parse((await breakwater(repository, ['status', '--json'])).stdout) as Status;
}

async function world(
  scripts: Scripts,
): Promise<{ readonly model: ModelServer; readonly environment: Readonly<Record<string, string>> }> {
  const model = await ModelServer.begin(scripts);
  return { model, environment: model.environment(tempFolder('claude')) };
}

describe.skipIf(!installed)('with the real Claude Code and a scripted model', () => {
  it('plans and executes four tasks in two waves, and counts what they cost', async () => {
    const scripts = { a: writes('a.txt'), b: writes('b.txt'), c: writes('c.txt'), d: writes('d.txt') };
    const { model, environment } = await world(scripts);
    await using _ = model;
    const repository = shop(
      ['a', 'b', 'c'].map((id) => `  - { id: ${id}, brief: "SCRIPT:${id}", writes: [${id}.txt] }\n`).join('') +
        '  - { id: d, brief: "SCRIPT:d", writes: [d.txt], dependsOn: [a, b] }\n',
    );
    const before = fingerprint(repository);
    const plan = JSON.parse((await breakwater(repository, ['plan', '--json'])).stdout) as { waves: unknown };
    expect(plan.waves).toEqual([['a', 'b', 'c'], ['d']]);
    const { code, stdout, stderr } = await breakwater(repository, ['execute'], environment);
    expect({ code, stderr: code === 0 ? '' : stderr + stdout }).toEqual({ code: 0, stderr: '' });
    const files = Object.keys(filesOf(repository, integration(repository)));
    expect(files).toEqual(['a.txt', 'b.txt', 'breakwater.config.yaml', 'breakwater.tasks.yaml', 'c.txt', 'd.txt', 'readme.md']);
    const status = await statusOf(repository);
    for (const task of status.tasks) {
      expect(task.usage.usd).toBeGreaterThan(0);
      expect(task.usage.inputTokens).toBe(300);
    }
    expect(model.requests.filter(({ script }) => script === 'd').map(({ step }) => step)).toEqual([0, 1, 2]);
    expect(fingerprint(repository)).toEqual(before);
  });

  it('commits for a session that leaves its work uncommitted', async () => {
    const { model, environment } = await world({ a: [writes('a.txt')[0]!, { say: 'Done.' }] });
    await using _ = model;
    const repository = shop('  - { id: a, brief: "SCRIPT:a" }\n');
    const { code, stderr } = await breakwater(repository, ['execute'], environment);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    expect(filesOf(repository, integration(repository))['a.txt']).toBe('a.txt');
  });

  it('keeps a session from writing outside its worktree', async () => {
    const outside = `${tempFolder('outside')}/stolen.txt`;
    const step: Step = {
      tools: [
        { name: 'Write', input: { file_path: outside, content: 'x' } },
        { name: 'Bash', input: { command: `echo x > ${outside}`, description: 'try' } },
      ],
    };
    const { model, environment } = await world({ a: [step, ...writes('a.txt')] });
    await using _ = model;
    const repository = shop('  - { id: a, brief: "SCRIPT:a" }\n');
    expect((await breakwater(repository, ['execute'], environment)).code).toBe(0);
    expect(existsSync(outside)).toBe(false);
  });

  it('says that the model failed, keeps what was written, and finishes the other task', async () => {
    const { model, environment } = await world({ a: [writes('a.txt')[0]!, { status: 400 }], b: writes('b.txt') });
    await using _ = model;
    const repository = shop('  - { id: a, brief: "SCRIPT:a" }\n  - { id: b, brief: "SCRIPT:b" }\n');
    const { code, stdout } = await breakwater(repository, ['execute'], environment);
    expect(code).toBe(1);
    const status = await statusOf(repository);
    expect(status.tasks.map(({ state }) => state['state'])).toEqual(['failed', 'integrated']);
    expect(status.tasks[0]?.state['failure']).toMatchObject({ reason: 'api-error', status: 400 });
    expect(stdout).toContain('400');
    const branch = integration(repository).replace('integration', 'a');
    expect(filesOf(repository, branch)['a.txt']).toBe('a.txt');
  });

  it('stops a task at its budget and blocks what depends on it', async () => {
    const dear = { input: 1_000_000, output: 100_000 };
    const { model, environment } = await world({ a: writes('a.txt', dear), b: writes('b.txt') });
    await using _ = model;
    const repository = shop(
      '  - { id: a, brief: "SCRIPT:a", budget: { usd: 0.05 } }\n  - { id: b, brief: "SCRIPT:b", dependsOn: [a] }\n',
    );
    const { code } = await breakwater(repository, ['execute'], environment);
    const status = await statusOf(repository);
    expect(code).toBe(1);
    expect(status.tasks[0]?.state['failure']).toMatchObject({ reason: 'budget', limit: 'usd' });
    expect(status.tasks[0]?.usage.usd).toBeGreaterThan(0.05);
    expect(status.tasks[1]?.state).toEqual({ state: 'blocked', by: 'a' });
    expect(model.requests.some(({ script }) => script === 'b')).toBe(false);
  });

  it('stops a task at its limit of turns and keeps what it wrote', async () => {
    const { model, environment } = await world({ a: writes('a.txt') });
    await using _ = model;
    const repository = shop('  - { id: a, brief: "SCRIPT:a", budget: { turns: 1 } }\n');
    const { code } = await breakwater(repository, ['execute'], environment);
    const [task] = (await statusOf(repository)).tasks;
    expect(code).toBe(1);
    expect(task?.state['failure']).toMatchObject({ reason: 'budget', limit: 'turns' });
    expect(model.requests.map(({ step }) => step)).toEqual([0]);
    expect(filesOf(repository, integration(repository).replace('integration', 'a'))['a.txt']).toBe('a.txt');
  });

  // One try and one of the client's own, which waits about half a second.
  it.each([
    ['once: the session itself tries again', 1, 1],
    ['as often as the session tries: the task is tried again', 2, 2],
  ])('goes on when the provider is overloaded %s', async (_, failures, attempts) => {
    const { model, environment } = await world({ a: writes('a.txt', { status: 529, failures }) });
    await using __ = model;
    const repository = shop('  - { id: a, brief: "SCRIPT:a" }\n', 'retry: { times: 1, seconds: 1 }\n');
    const { code, stderr } = await breakwater(repository, ['execute'], environment);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    expect((await statusOf(repository)).tasks.map((task) => task.attempts)).toEqual([attempts]);
    expect(model.requests.map(({ step }) => step)).toEqual([...Array.from({ length: failures }, () => 0), 0, 1, 2]);
  });

  it.each(['worktree', 'clone'])(
    'goes on after kill -9 in a %s: finished work stays, the conversation of the rest goes on',
    async (isolation) => {
      // A message that was cut off may stand in the conversation as an answer or not.
      const interrupted = [writes('b.txt', { gate: 'b' })[0]!, ...writes('b.txt')];
      const { model, environment } = await world({ a: writes('a.txt'), b: interrupted });
      await using _ = model;
      const tasks = '  - { id: a, brief: "SCRIPT:a" }\n  - { id: b, brief: "SCRIPT:b" }\n';
      const repository = shop(tasks, `isolation: ${isolation}\n`);
      const run = start(repository, ['execute'], environment);
      await model.waitAt('b');
      await run.said('integrated');
      run.process.kill('SIGKILL');
      await run.ended;
      const before = model.requests.length;
      const again = start(repository, ['resume'], environment);
      await again.said('resumed');
      model.open('b');
      const { code, stderr } = await again.ended;
      // Its conversation goes on: the model sees the task it was given first, and that it was interrupted.
      const told = model.requests.slice(before).find(({ script }) => script === 'b');
      expect(told?.results.join('')).toContain('You were interrupted in the middle of this task');
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
      const status = await statusOf(repository);
      expect(status.tasks.map(({ id, attempts }) => `${id} ${attempts}`)).toEqual(['a 1', 'b 2']);
      expect(Object.keys(filesOf(repository, integration(repository)))).toEqual(expect.arrayContaining(['a.txt', 'b.txt']));
    },
  );
});
