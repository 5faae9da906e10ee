import { describe, expect, it } from 'vitest';
import { breakwater, start } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { checkRecordedRuns } from '../rig/recorded-runs.js';
import { filesOf, fingerprint, makeRepository, writeFiles } from '../rig/repository.js';
import { ScriptedSessions } from '../rig/scripted-sessions.js';

const CONFIG = `claude: { command: ${ScriptedSessions.command} }\n`;

/** Tasks in a few words: `{a: [], b: ['a']}` says that b waits for a. Every task writes a file of its own name. */
function repositoryWith(tasks: Readonly<Record<string, readonly string[]>>, rest: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries(tasks).map(
    ([id, after]) =>
      `  - { id: ${id}, brief: "Write ${id}.txt", writes: [${id}.txt, shared.txt.${id}], dependsOn: [${after.join(', ')}] }`,
  );
  return makeRepository({
    'readme.md': '# Shop\n',
    'breakwater.tasks.yaml': `tasks:\n${lines.join('\n')}\n`,
    'breakwater.config.yaml': CONFIG,
    ...rest,
  });
}

/** Two tasks have written the same file; the first is integrated, and the second has its session back to resolve that. */
async function conflictingRun(sessions: ScriptedSessions) {
  const repository = repositoryWith({ a: [], b: [] });
  const run = start(repository, ['execute'], sessions.environment);
  await sessions.waitFor('a', 'b');
  sessions.finish('a', { write: { 'readme.md': '# A\n' }, commit: 'A' });
  sessions.finish('b', { write: { 'readme.md': '# B\n' }, commit: 'B' });
  await sessions.waitFor('b');
  return { repository, run };
}

function runOf(repository: string): string {
  const branch = git(repository, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/breakwater')
    .split('\n')
    .find((name) => name.endsWith('/integration'));
  return branch?.split('/')[1] ?? 'none';
}

interface StatusDocument {
  readonly alive: boolean;
  readonly outcome: string;
  readonly tasks: readonly {
    readonly id: string;
    readonly attempts: number;
    readonly usage: { readonly usd?: number };
    readonly state: { readonly state: string };
  }[];
}

async function statusOf(repository: string): Promise<StatusDocument> {
  return JSON.parse((await breakwater(repository, ['status', '--json'])).stdout) as StatusDocument;
}

function states(status: StatusDocument): Readonly<Record<string, string>> {
  return Object.fromEntries(status.tasks.map((task) => [task.id, task.state.state]));
}

checkRecordedRuns();

describe('execute', () => {
  it('runs three at once and not four, wave by wave, and integrates in plan order on one branch', async () => {
    await using sessions = await ScriptedSessions.begin();
    const repository = repositoryWith({ a: [], b: [], c: [], d: ['a'] });
    const before = fingerprint(repository);
    const run = start(repository, ['execute'], sessions.environment);
    await sessions.waitFor('a', 'b', 'c');
    expect(sessions.running()).toEqual(['a', 'b', 'c']);
    sessions.finish('c', { write: { 'c.txt': 'c\n' }, commit: 'Write c' });
    sessions.finish('b', { write: { 'b.txt': 'b\n' } });
    sessions.finish('a', { write: { 'a.txt': 'a\n' }, commit: 'Write a' });
    await sessions.waitFor('d');
    expect(git(sessions.session('d').cwd, 'ls-files')).toContain('a.txt');
    sessions.finish('d', { write: { 'd.txt': 'd\n' }, commit: 'Write d' });
    const { code, stdout, stderr } = await run.ended;
    expect({ code, stderr: stderr.includes('error') }).toEqual({ code: 0, stderr: false });
    const id = runOf(repository);
    const chain = git(
      repository,
      'log',
      '--first-parent',
      '--reverse',
      '--format=%s|%(trailers:key=Breakwater-Task,valueonly,separator=%x2C)',
      `main..breakwater/${id}/integration`,
    );
    expect(chain.split('\n')).toEqual(['a|a', 'b|b', 'c|c', 'd|d']);
    expect(Object.keys(filesOf(repository, `breakwater/${id}/integration`))).toEqual([
      'a.txt',
      'b.txt',
      'breakwater.config.yaml',
      'breakwater.tasks.yaml',
      'c.txt',
      'd.txt',
      'readme.md',
    ]);
    expect(stdout).toContain('4 of 4 tasks are done');
    expect(stdout).toContain('$1.00');
    expect(fingerprint(repository)).toEqual(before);
  });

  it('starts every session in a worktree outside the repository, with the prompt on stdin and no trace of an outer session', async () => {
    await using sessions = await ScriptedSessions.begin();
    const repository = repositoryWith({ a: [] });
    const outer = {
      CLAUDECODE: '1',
      CLAUDE_CODE_SESSION_ID: 'outer',
      NX_TASK_HASH: 'x',
      ANTHROPIC_BASE_URL: 'http://127.0.0.1:1',
    };
    const run = start(repository, ['execute'], { ...sessions.environment, ...outer });
    await sessions.waitFor('a');
    const { cwd, prompt, args, environment } = sessions.session('a');
    expect(cwd.startsWith(`${repository}.breakwater/`)).toBe(true);
    expect(prompt.startsWith('Write a.txt')).toBe(true);
    expect(args.some((word) => word.includes('Write a.txt'))).toBe(false);
    expect(args).not.toContain('--dangerously-skip-permissions');
    expect(environment).toContain('ANTHROPIC_BASE_URL');
    expect(environment.filter((name) => ['CLAUDECODE', 'NX_TASK_HASH'].includes(name))).toEqual([]);
    sessions.finishAll();
    expect((await run.ended).code).toBe(0);
  });

  it('holds the second of two tasks whose work conflicts and keeps both branches', async () => {
    await using sessions = await ScriptedSessions.begin();
    const { repository, run } = await conflictingRun(sessions);
    expect(sessions.session('b').prompt).toContain('readme.md');
    sessions.finish('b', {});
    const { code, stdout } = await run.ended;
    const id = runOf(repository);
    expect(code).toBe(1);
    expect(stdout).toContain('readme.md');
    expect(states(await statusOf(repository))).toEqual({ a: 'integrated', b: 'held' });
    expect(git(repository, 'show', `breakwater/${id}/integration:readme.md`)).toBe('# A');
    expect(git(repository, 'show', `breakwater/${id}/b:readme.md`)).toBe('# B');
  });

  it('holds a task that writes again what it had made before it conflicted, and says that nothing was merged', async () => {
    await using sessions = await ScriptedSessions.begin();
    const { repository, run } = await conflictingRun(sessions);
    sessions.finish('b', { write: { 'readme.md': '# B\n' } });
    const { code, stdout } = await run.ended;
    expect([code, states(await statusOf(repository))]).toEqual([1, { a: 'integrated', b: 'held' }]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /its merge with [0-9a-f]{7} was not concluded: its files are as it had made them/,
    );
    expect(git(repository, 'show', `breakwater/${runOf(repository)}/integration:readme.md`)).toBe('# A');
  });

  it('verifies the merged tree before the branch moves, blocks dependents of what failed, and goes on with the rest', async () => {
    await using sessions = await ScriptedSessions.begin();
    const verify = { 'breakwater.config.yaml': `${CONFIG}verify: ["test ! -e bad.txt"]\n` };
    const repository = repositoryWith({ a: [], b: [], c: ['a'] }, verify);
    const run = start(repository, ['execute'], sessions.environment);
    await sessions.waitFor('a', 'b');
    sessions.finish('a', { write: { 'bad.txt': 'x\n' }, commit: 'Bad' });
    sessions.finish('b', { write: { 'b.txt': 'b\n' }, commit: 'Good' });
    const { code } = await run.ended;
    expect(code).toBe(1);
    expect(states(await statusOf(repository))).toEqual({ a: 'failed', b: 'integrated', c: 'blocked' });
    expect(Object.keys(filesOf(repository, `breakwater/${runOf(repository)}/integration`))).not.toContain('bad.txt');
    expect(git(repository, 'show', `breakwater/${runOf(repository)}/a:bad.txt`)).toBe('x');
  });

  it('judges by the result line and by git: an overload that does not pass, a session without a change', async () => {
    await using sessions = await ScriptedSessions.begin();
    const repository = repositoryWith(
      { a: [], b: [], c: [] },
      { 'breakwater.config.yaml': `${CONFIG}retry: { times: 1, seconds: 0.1 }\n` },
    );
    const overloaded = { is_error: true, terminal_reason: 'api_error', api_error_status: 529, result: 'API Error: 529' };
    const run = start(repository, ['execute'], sessions.environment);
    await sessions.waitFor('a', 'b', 'c');
    sessions.finish('a', { result: overloaded, exit: 1 });
    await sessions.waitFor('a');
    sessions.finish('a', { write: { 'a.txt': 'half\n' }, result: overloaded, exit: 1 });
    sessions.finish('b', {});
    sessions.finish('c', {
      result: { subtype: 'error_max_budget_usd', is_error: true, terminal_reason: 'budget_exhausted', errors: ['Exceeded'] },
      exit: 1,
    });
    const { code } = await run.ended;
    const status = await statusOf(repository);
    const why = status.tasks.map((task) => (task.state as unknown as { failure?: { reason: string } }).failure?.reason);
    expect({ code, why }).toEqual({ code: 1, why: ['api-error', 'no-change', 'budget'] });
    expect(git(repository, 'show', `breakwater/${runOf(repository)}/a@2:a.txt`)).toBe('half');
  });

  it('lets one orchestrator in and sends the second away with the owner and nothing changed', async () => {
    await using sessions = await ScriptedSessions.begin();
    const repository = repositoryWith({ a: [] });
    const first = start(repository, ['execute'], sessions.environment);
    await sessions.waitFor('a');
    const second = await breakwater(repository, ['execute'], sessions.environment);
    expect(second.code).toBe(4);
    expect(second.stderr).toContain(String(first.process.pid));
    expect(git(repository, 'for-each-ref', '--format=%(refname)', 'refs/heads/breakwater').split('\n')).toHaveLength(2);
    sessions.finishAll();
    expect((await first.ended).code).toBe(0);
  });

  it('after Ctrl-C saves the work, says how to go on, and resumes to the same files', async () => {
    await using sessions = await ScriptedSessions.begin();
    const repository = repositoryWith({ a: [], b: [], c: ['a', 'b'] });
    const before = fingerprint(repository);
    const run = start(repository, ['execute'], sessions.environment);
    await sessions.waitFor('a', 'b');
    writeFiles(sessions.session('b').cwd, { 'half.txt': 'half\n' });
    sessions.finish('a', { write: { 'a.txt': 'a\n' }, commit: 'a' });
    await run.said('integrated');
    run.process.kill('SIGINT');
    const stopped = await run.ended;
    expect(stopped.code).toBe(130);
    expect(stopped.stdout).toContain('breakwater resume');
    expect(git(repository, 'show', `breakwater/${runOf(repository)}/b:half.txt`)).toBe('half');
    const again = start(repository, ['resume'], sessions.environment);
    sessions.finishAll();
    expect((await again.ended).code).toBe(0);
    expect(
      Object.keys(filesOf(repository, `breakwater/${runOf(repository)}/integration`)).filter((path) => /^[abc]\.txt$/.test(path)),
    ).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(fingerprint(repository)).toEqual(before);
  });

  it('after kill -9 resumes: nothing finished runs again, what was half done is kept and done anew', async () => {
    await using sessions = await ScriptedSessions.begin();
    const repository = repositoryWith({ a: [], b: [], c: ['a', 'b'] });
    const before = fingerprint(repository);
    const run = start(repository, ['execute'], sessions.environment);
    await sessions.waitFor('a', 'b');
    sessions.finish('a', { write: { 'a.txt': 'a\n' }, commit: 'a' });
    await run.said('integrated');
    writeFiles(sessions.session('b').cwd, { 'half.txt': 'half\n' });
    run.process.kill('SIGKILL');
    await run.ended;
    expect(await statusOf(repository)).toMatchObject({ alive: false, outcome: 'running' });
    const refused = await breakwater(repository, ['execute'], sessions.environment);
    expect({ code: refused.code, says: refused.stderr.includes('breakwater resume') }).toEqual({ code: 3, says: true });
    const again = start(repository, ['resume'], sessions.environment);
    sessions.finishAll();
    expect((await again.ended).code).toBe(0);
    const status = await statusOf(repository);
    expect(status.tasks.map(({ id, attempts }) => `${id} ${attempts}`)).toEqual(['a 1', 'b 2', 'c 1']);
    expect(states(status)).toEqual({ a: 'integrated', b: 'integrated', c: 'integrated' });
    const kept = git(repository, 'for-each-ref', '--format=%(refname)', `refs/breakwater/runs/${runOf(repository)}/task/b`).split(
      '\n',
    );
    expect(kept.map((ref) => ref.split('/').at(-1))).toEqual(['1', '2']);
    expect(git(repository, 'show', `${kept[0]}:half.txt`)).toBe('half');
    expect(git(repository, 'fsck', '--connectivity-only', '--no-dangling')).toBe('');
    expect(fingerprint(repository)).toEqual(before);
  });

  it('stop ends the run from another terminal, status tells before and after', async () => {
    await using sessions = await ScriptedSessions.begin();
    const repository = repositoryWith({ a: [] });
    const run = start(repository, ['execute'], sessions.environment);
    await sessions.waitFor('a');
    const { pid } = sessions.session('a');
    expect(await statusOf(repository)).toMatchObject({ alive: true, tasks: [{ state: { state: 'running' } }] });
    const stopped = await breakwater(repository, ['stop']);
    expect(stopped.code).toBe(0);
    expect((await run.ended).code).toBe(143);
    expect(() => process.kill(pid, 0)).toThrow();
    expect(await statusOf(repository)).toMatchObject({ alive: false, outcome: 'interrupted' });
    expect((await breakwater(repository, ['stop'])).code).toBe(3);
  });

  it('clean removes the worktrees of ended runs, keeps every branch, and refuses where something is unsaved', async () => {
    await using sessions = await ScriptedSessions.begin();
    const { repository, run } = await conflictingRun(sessions);
    sessions.finish('b', {});
    await run.ended;
    const held =
      git(repository, 'worktree', 'list', '--porcelain')
        .split('\n')
        .find((line) => line.endsWith('/b'))
        ?.slice('worktree '.length) ?? '';
    writeFiles(held, { 'note.txt': 'mine\n' });
    const refused = await breakwater(repository, ['clean']);
    expect({ code: refused.code, names: refused.stderr.includes('note.txt') }).toEqual({ code: 3, names: true });
    const branch = git(held, 'symbolic-ref', '--short', 'HEAD');
    git(held, 'add', '-A');
    git(held, 'commit', '-q', '-m', 'mine');
    expect((await breakwater(repository, ['clean'])).code).toBe(0);
    expect(git(repository, 'worktree', 'list').split('\n')).toHaveLength(1);
    expect(git(repository, 'show', `${branch}:note.txt`)).toBe('mine');
  });

  it('runs any program as a session with a command runner', async () => {
    const agent =
      'const fs = require("node:fs"); const prompt = fs.readFileSync(0, "utf8"); fs.writeFileSync(/Write (\\S+)/.exec(prompt)[1], prompt);';
    const config = { 'breakwater.config.yaml': 'runner: { kind: command, command: [node, agent.cjs] }\n', 'agent.cjs': agent };
    const repository = repositoryWith({ a: [], b: [] }, config);
    const { code, stderr } = await breakwater(repository, ['execute']);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    expect(filesOf(repository, `breakwater/${runOf(repository)}/integration`)['a.txt']).toContain('Write a.txt');
  });

  it('refuses a plan file when the base has moved, and takes the new plan when told', async () => {
    await using sessions = await ScriptedSessions.begin();
    const repository = repositoryWith({ a: [] });
    const file = `${repository}-plan.json`;
    expect((await breakwater(repository, ['plan', '--out', file])).code).toBe(0);
    git(repository, 'commit', '-q', '--allow-empty', '-m', 'Move on');
    const refused = await breakwater(repository, ['execute', file], sessions.environment);
    expect({ code: refused.code, why: refused.stderr.includes('the base moved') }).toEqual({ code: 3, why: true });
    sessions.finishAll();
    expect((await breakwater(repository, ['execute', file, '--replan'], sessions.environment)).code).toBe(0);
  });

  it('says what is missing before anything is created', async () => {
    const repository = repositoryWith({ a: [] }, { 'breakwater.config.yaml': 'claude: { command: no-such-claude }\n' });
    const before = git(repository, 'for-each-ref');
    const { code, stderr } = await breakwater(repository, ['execute']);
    expect({ code, named: stderr.includes('no-such-claude') }).toEqual({ code: 5, named: true });
    expect(git(repository, 'for-each-ref')).toBe(before);
  });

  it('a dry run starts nothing', async () => {
    const repository = repositoryWith(
      { a: [] },
      { 'breakwater.config.yaml': 'runner: { kind: command, command: [node, -e, "0"] }\n' },
    );
    const { code, stdout } = await breakwater(repository, ['execute', '--dry-run']);
    expect({ code, says: stdout.includes('nothing was started') }).toEqual({ code: 0, says: true });
    expect(git(repository, 'for-each-ref', 'refs/breakwater', 'refs/heads/breakwater')).toBe('');
  });
});
