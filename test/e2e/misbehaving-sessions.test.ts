import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { breakwater, start } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { checkRecordedRuns } from '../rig/recorded-runs.js';
import { fingerprint, makeRepository } from '../rig/repository.js';
import { tempFolder } from '../rig/temp-folder.js';

/** A session in a few words of JavaScript: `file` is what its task asks for; `write()` and `commit()` do that; `git(...)` runs git. */
const AGENT = `
const fs = require('node:fs');
const { execFileSync, spawn } = require('node:child_process');
const file = /Write (\\S+)/.exec(fs.readFileSync(0, 'utf8'))[1];
const write = () => fs.writeFileSync(file, file + '\\n');
const git = (...words) => execFileSync('git', words, { stdio: 'pipe' }).toString().trim();
const commit = () => { git('add', '-A'); git('commit', '-q', '-m', 'Work'); };
`;

/** Two tasks, a and b, side by side; `deed` runs in the session of a, that of b behaves. */
function repositoryWhere(deed: string, config = ''): string {
  const tasks = ['a', 'b'].map((id) => `  - { id: ${id}, brief: "Write ${id}.txt", writes: [${id}.txt] }\n`);
  return makeRepository({
    'readme.md': '# Shop\n',
    'breakwater.tasks.yaml': `tasks:\n${tasks.join('')}`,
    'breakwater.config.yaml': `runner: { kind: command, command: [node, agent.cjs] }\n${config}`,
    'agent.cjs': `${AGENT}\nif (file === 'a.txt') { ${deed} } else write();\n`,
  });
}

interface Task {
  readonly id: string;
  readonly state: { readonly state: string; readonly failure?: { readonly reason: string } };
}

async function ends(repository: string): Promise<string> {
  const { tasks } = JSON.parse((await breakwater(repository, ['status', '--json'])).stdout) as { tasks: readonly Task[] };
  return tasks.map(({ id, state }) => [id, state.state, state.failure?.reason].filter(Boolean).join(' ')).join(', ');
}

it.each([
  ['goes below its base', "git('checkout', '-q', '--orphan', 'elsewhere'); write(); commit()", 'a failed off-base, b integrated'],
  ['detaches its HEAD', "git('checkout', '-q', '--detach'); write(); commit()", 'a integrated, b integrated'],
  ['goes over to another branch', "git('checkout', '-q', '-b', 'mine'); write(); commit()", 'a integrated, b integrated'],
  ['deletes its worktree', 'fs.rmSync(process.cwd(), { recursive: true })', 'a failed lost, b integrated'],
  ['deletes its branch', "write(); git('update-ref', '-d', 'HEAD')", 'a integrated, b integrated'],
  ['changes nothing', '', 'a failed no-change, b integrated'],
  [
    'leaves a nested repository',
    "write(); git('init', '-q', 'inner'); fs.writeFileSync('inner/x', '')",
    'a integrated, b integrated',
  ],
  ['takes the rights from its files', 'write(); fs.chmodSync(file, 0)', 'a integrated, b integrated'],
  ['links out of the repository', "write(); fs.symlinkSync('/etc/hostname', 'link')", 'a held, b integrated'],
  [
    'leaves pipes where files are read',
    "write(); for (const name of ['CLAUDE.md', '.mcp.json', 'package-lock.json']) execFileSync('mkfifo', [name])",
    'a integrated, b integrated',
  ],
  [
    'amends its own commit',
    "write(); commit(); fs.appendFileSync(file, 'x'); git('commit', '-qa', '--amend', '-m', 'Again')",
    'a integrated, b integrated',
  ],
  [
    'amends the commit it began from',
    "write(); git('add', '-A'); git('commit', '-q', '--amend', '-m', 'Mine')",
    'a failed off-base, b integrated',
  ],
  [
    'puts its work on another history',
    "const root = git('commit-tree', '-m', 'Root', 'HEAD^{tree}'); write(); commit(); git('rebase', '-q', '--onto', root, 'HEAD~1')",
    'a failed off-base, b integrated',
  ],
  [
    'stops in the middle of a rebase',
    "write(); commit(); git('-c', 'sequence.editor=sed -i 1s/pick/edit/', 'rebase', '-q', '-i', 'HEAD~1')",
    'a integrated, b integrated',
  ],
  [
    'commits a nested repository',
    "write(); git('init', '-q', 'inner'); git('-C', 'inner', 'commit', '-q', '--allow-empty', '-m', 'In'); commit()",
    'a held, b integrated',
  ],
  ['changes only the mode of a file', "fs.chmodSync('readme.md', 0o755)", 'a integrated, b integrated'],
  ['leaves a very large file', "write(); fs.writeFileSync('large.bin', Buffer.alloc(120_000_000))", 'a held, b integrated'],
  [
    'gives files names that say more to a shell',
    "write(); for (const name of ['two\\nlines', 'a\"b', \"a'b\", '-rf', '--', '$(id)', ':(top)x']) fs.writeFileSync(name, '')",
    'a integrated, b integrated',
  ],
  ['gives a file a name that is no UTF-8', "write(); fs.writeFileSync(Buffer.from([97, 255]), '')", 'a integrated, b integrated'],
  [
    'commits a file with a name that is no UTF-8',
    "write(); fs.writeFileSync(Buffer.from([97, 255]), ''); commit()",
    'a integrated, b integrated',
  ],
  ['kills itself', "write(); process.kill(process.pid, 'SIGSEGV')", 'a failed session-failed, b integrated'],
])('a session that %s harms neither the other task nor the user', async (_, deed, expected) => {
  const repository = repositoryWhere(deed);
  const { refs, ...before } = fingerprint(repository);
  await breakwater(repository, ['execute']);
  const { refs: refsAfter, ...after } = fingerprint(repository);
  expect(await ends(repository)).toBe(expected);
  expect(after).toEqual(before);
  expect(refsAfter?.startsWith(refs ?? 'none') || refsAfter?.endsWith(refs ?? 'none')).toBe(true);
  expect(git(repository, 'fsck', '--no-dangling')).toBe('');
});

checkRecordedRuns();

it('what a session left that deleted its branch is told, saved as its work, and leaves no place behind', async () => {
  const repository = repositoryWhere("write(); commit(); fs.writeFileSync('more.txt', ''); git('update-ref', '-d', 'HEAD')");
  const { code, stderr } = await breakwater(repository, ['execute']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/its branch breakwater\/\w+\/a was deleted while/) });
  const refs = ['refs/breakwater/runs/*/task/a/1', 'refs/heads/breakwater/*/a'];
  const [kept = '', branch] = git(repository, 'for-each-ref', '--format=%(objectname)', ...refs).split('\n');
  expect(branch).toBe(kept);
  expect(git(repository, 'ls-tree', '--name-only', kept).split('\n')).toEqual(expect.arrayContaining(['a.txt', 'more.txt']));
  expect(existsSync(`${repository}.breakwater`)).toBe(false);
  expect((await breakwater(repository, ['clean'])).code).toBe(0);
});

it('a daemon that a session leaves behind does not outlive it', async () => {
  const daemon = "spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' })";
  const repository = repositoryWhere(
    `write(); const daemon = ${daemon}; fs.writeFileSync('pid', String(daemon.pid)); daemon.unref()`,
  );
  expect((await breakwater(repository, ['execute'])).code).toBe(0);
  const branch = git(repository, 'for-each-ref', '--format=%(refname)', 'refs/heads/breakwater/*/a');
  const pid = Number(git(repository, 'show', `${branch}:pid`));
  expect({ pid, runs: runs(pid) }).toEqual({ pid: expect.any(Number), runs: false });
});

/** One that has ended and that nobody has collected yet does not run any more. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

it('a session that writes one endless line fills neither the disk nor the screen', async () => {
  const repository = repositoryWhere(
    "write(); const line = Buffer.alloc(1 << 20, 'x'); for (let n = 0; n < 80; n += 1) fs.writeSync(1, line)",
  );
  expect((await breakwater(repository, ['execute'])).code).toBe(0);
  const { stdout } = await breakwater(repository, ['logs', 'a']);
  expect({ short: stdout.length < 5000, says: stdout.includes('… more before') }).toEqual({ short: true, says: true });
  const document = await breakwater(repository, ['logs', 'a', '--json']);
  expect(document.stdout.length).toBeLessThan(3_000_000);
  expect(JSON.parse(document.stdout)).toMatchObject({ task: 'a' });
});

it('what a session says cannot command a terminal, also as records', async () => {
  const repository = repositoryWhere("process.stderr.write('\\u009b31m\\u202eevil\\u001b[2J\\n'); process.exitCode = 3");
  const { stdout } = await breakwater(repository, ['execute', '--json']);
  const status = await breakwater(repository, ['status']);
  const logs = await breakwater(repository, ['logs', 'a']);
  const all = stdout + status.stdout + logs.stdout;
  expect(all).toContain('evil');
  expect(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(all)).toBe(false);
  for (const line of stdout.trimEnd().split('\n')) JSON.parse(line);
});

it('output that cannot be written does not end a run', async () => {
  const repository = repositoryWhere('write()');
  const full = openSync('/dev/full', 'w');
  const run = start(repository, ['execute', '--json'], {}, full);
  const { code, stderr } = await run.ended;
  closeSync(full);
  expect({ code, says: stderr.includes('the answer could not be written') }).toEqual({ code: 5, says: true });
  expect(await ends(repository)).toBe('a integrated, b integrated');
});

it('of two that start at once exactly one runs', async () => {
  const repository = repositoryWhere('write()');
  const both = await Promise.all([breakwater(repository, ['execute']), breakwater(repository, ['execute'])]);
  expect(both.map(({ code }) => code).sort()).toEqual([0, 4]);
  expect(readdirSync(`${repository}/.git/breakwater/runs`)).toHaveLength(1);
});

it('refuses a place for worktrees that cannot be one, before anything is created', async () => {
  const repository = repositoryWhere('write()');
  writeFileSync(`${repository}.breakwater`, 'mine\n');
  const before = git(repository, 'for-each-ref');
  const { code, stderr } = await breakwater(repository, ['execute']);
  expect({ code, names: stderr.includes('shop.breakwater') }).toEqual({ code: 3, names: true });
  expect(git(repository, 'for-each-ref')).toBe(before);
  expect([readFileSync(`${repository}.breakwater`, 'utf8'), existsSync(`${repository}/.git/breakwater/runs`)]).toEqual([
    'mine\n',
    false,
  ]);
});

it.each([
  ['an unknown flag', ['plan', '--nope']],
  ['a number out of range', ['plan', '--concurrency', '0']],
  ['an empty folder', ['clean', '--repo', '']],
  ['a missing word', ['logs']],
])('with --json %s is one document too', async (_, words) => {
  const { code, stdout } = await breakwater(makeRepository({ 'readme.md': '' }), [...words, '--json']);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ failure: { reason: 'usage' } });
});

it('what an author wrote cannot command a terminal, nor hide a task in the history', async () => {
  const repository = makeRepository({
    'breakwater.config.yaml': 'runner: { kind: command, command: [node, agent.cjs] }\n',
    'agent.cjs': `${AGENT}write();`,
    'breakwater.tasks.yaml':
      'tasks:\n  - { id: a, title: "\\e[2J\\u202ered", brief: "Write a.txt\\n\\e[2Jnow" }\n  - { id: b, title: "", brief: Write b.txt, dependsOn: [a] }\n',
  });
  const prompt = await breakwater(repository, ['plan', '--prompt', 'a']);
  expect(prompt.stdout.split('\n').filter((line) => line.includes('[2J'))).toEqual(['\\x1b[2J\\u202ered', '\\x1b[2Jnow']);
  expect((await breakwater(repository, ['execute'])).code).toBe(0);
  const branch = git(repository, 'for-each-ref', '--format=%(refname)', 'refs/heads/breakwater/*/integration');
  const format = '--format=%s|%(trailers:key=Breakwater-Task,valueonly,separator=%x2C)';
  expect(git(repository, 'log', '--first-parent', '--reverse', format, `main..${branch}`).split('\n')).toEqual([
    '[2Jred|a',
    'b|b',
  ]);
});

it('a filter, a merge driver and hooks that a session plants in the shared git are not started by ours, and the report names them', async () => {
  const deed = `
    const trace = 'cat; touch ' + process.env.HOME + '/planted';
    for (const part of ['clean', 'smudge']) git('config', 'filter.x.' + part, trace);
    git('config', 'merge.x.driver', trace);
    const hooks = git('rev-parse', '--path-format=absolute', '--git-common-dir') + '/hooks';
    fs.mkdirSync(hooks, { recursive: true });
    for (const hook of ['post-checkout', 'pre-commit', 'post-index-change', 'reference-transaction'])
      fs.writeFileSync(hooks + '/' + hook, '#!/bin/sh\\n' + trace + '\\n', { mode: 0o755 });
    fs.writeFileSync('.gitattributes', '* filter=x merge=x\\n');
    fs.writeFileSync('.mcp.json', '{}\\n');
    write();`;
  const repository = repositoryWhere(deed, 'verify: ["node --version"]\n');
  const home = tempFolder('home');
  const { stdout } = await breakwater(repository, ['execute'], { HOME: home });
  expect(await ends(repository)).toBe('a integrated, b integrated');
  expect(readdirSync(home)).not.toContain('planted');
  const said = stdout.replace(/\s+/g, ' ');
  expect(said).toContain('a changed .gitattributes, .mcp.json');
  expect(said).toContain('while a ran, config, hooks/');
  expect(said).toContain('no sandbox');
});
