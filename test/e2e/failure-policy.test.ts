import { describe, expect, it } from 'vitest';
import { breakwater, start } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { makeRepository, writeFiles } from '../rig/repository.js';
import { ScriptedSessions } from '../rig/scripted-sessions.js';

/** Three tasks that have nothing to do with each other, two at once. */
function repositoryWith(config = ''): string {
  const tasks = ['a', 'b', 'c'].map((id) => `  - { id: ${id}, brief: "Write ${id}.txt", writes: [${id}.txt] }\n`);
  return makeRepository({
    'readme.md': '# Shop\n',
    'breakwater.tasks.yaml': `tasks:\n${tasks.join('')}`,
    'breakwater.config.yaml': `claude: { command: ${ScriptedSessions.command} }\nconcurrency: 2\nschedule: stream\n${config}`,
  });
}

async function states(repository: string): Promise<string> {
  const { tasks } = JSON.parse((await breakwater(repository, ['status', '--json'])).stdout);
  return tasks.map((task: { id: string; state: { state: string } }) => `${task.id} ${task.state.state}`).join(', ');
}

describe('when a task fails', () => {
  it.each([
    ['no-new', 'a failed, b integrated, c pending'],
    ['continue', 'a failed, b integrated, c integrated'],
    ['kill', 'a failed, b pending, c pending'],
  ])('--on-failure %s: %s', async (policy, expected) => {
    await using sessions = await ScriptedSessions.begin();
    const repository = repositoryWith();
    const run = start(repository, ['execute', '--on-failure', policy], sessions.environment);
    await sessions.waitFor('a', 'b');
    sessions.finish('a', {});
    await run.said('failed:');
    if (policy !== 'kill') sessions.finishAll();
    expect({ code: (await run.ended).code, states: await states(repository) }).toEqual({ code: 1, states: expected });
  });

  it('and nothing new was started, resume starts what was left', async () => {
    await using sessions = await ScriptedSessions.begin();
    const repository = repositoryWith();
    const run = start(repository, ['execute', '--on-failure', 'kill'], sessions.environment);
    await sessions.waitFor('a', 'b');
    sessions.finish('a', {});
    await run.ended;
    sessions.finishAll();
    await start(repository, ['retry', 'a'], sessions.environment).ended;
    expect(await states(repository)).toBe('a integrated, b integrated, c integrated');
  });
});

it('a run that a retry goes on with is stopped by Ctrl-C like any other: its work is saved', async () => {
  await using sessions = await ScriptedSessions.begin();
  const repository = repositoryWith();
  const run = start(repository, ['execute', '--on-failure', 'kill'], sessions.environment);
  await sessions.waitFor('a', 'b');
  sessions.finish('a', {});
  await run.ended;
  const again = start(repository, ['retry', 'a'], sessions.environment);
  await sessions.waitFor('a');
  writeFiles(sessions.session('a').cwd, { 'half.txt': 'half\n' });
  again.process.kill('SIGINT');
  expect((await again.ended).code).toBe(130);
  const branch = git(repository, 'for-each-ref', '--format=%(refname)', 'refs/heads/breakwater/*/a@2');
  expect(git(repository, 'show', `${branch}:half.txt`)).toBe('half');
});

describe('the budget of a run', () => {
  const LIMITS = 'budget: { usd: 0.5, perTask: { usd: 0.3, turns: 7 } }\n';

  it('is kept for sessions before they start, and what they leave is given to the next', async () => {
    await using sessions = await ScriptedSessions.begin();
    const repository = repositoryWith(LIMITS);
    const run = start(repository, ['execute'], sessions.environment);
    await sessions.waitFor('a', 'b');
    expect(['a', 'b'].map((task) => given(sessions, task))).toEqual(['0.3', '0.2']);
    sessions.finish('a', { write: { 'a.txt': 'a' }, result: { total_cost_usd: 0.1 } });
    await sessions.waitFor('c');
    expect(given(sessions, 'c')).toBe('0.2');
    expect(given(sessions, 'c', '--max-turns')).toBe('7');
    for (const task of ['b', 'c']) sessions.finish(task, { write: { [`${task}.txt`]: task }, result: { total_cost_usd: 0.2 } });
    expect({ code: (await run.ended).code, states: await states(repository) }).toEqual({
      code: 0,
      states: 'a integrated, b integrated, c integrated',
    });
  });

  it('once spent, starts nothing more and says so', async () => {
    await using sessions = await ScriptedSessions.begin();
    const repository = repositoryWith(LIMITS);
    const run = start(repository, ['execute'], sessions.environment);
    await sessions.waitFor('a', 'b');
    sessions.finish('a', { write: { 'a.txt': 'a' }, result: { total_cost_usd: 0.3 } });
    sessions.finish('b', { write: { 'b.txt': 'b' }, result: { total_cost_usd: 0.2 } });
    const { code, stdout } = await run.ended;
    expect({ code, states: await states(repository), started: sessions.started.length }).toEqual({
      code: 1,
      states: 'a integrated, b integrated, c failed',
      started: 2,
    });
    expect(stdout.replace(/\s+/g, ' ')).toContain('what is left of the run budget does not pay for another session');
  });
});

function given(sessions: ScriptedSessions, task: string, flag = '--max-budget-usd'): string | undefined {
  const { args } = sessions.session(task);
  return args[args.indexOf(flag) + 1];
}
