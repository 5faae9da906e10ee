import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sandboxProblem } from '@breakwater/session';
import { describe, expect, it } from 'vitest';
import { breakwater, start } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { ModelServer } from '../rig/model-server.js';
import { filesOf, fingerprint, makeRepository } from '../rig/repository.js';
import { tempFolder } from '../rig/temp-folder.js';

const CLAUDE = fileURLToPath(new URL('../../.cache/claude-code-2.1.330/node_modules/.bin/claude', import.meta.url));
const problem = await sandboxProblem(process.env);
if (problem !== undefined) process.stderr.write(`The tests of whole runs in a sandbox are skipped: ${problem}.\n`);

/** One task, whose session writes a file in its worktree and tries one elsewhere. */
function shop(outside: string, config = ''): string {
  return makeRepository({
    'readme.md': '# Shop\n',
    'breakwater.tasks.yaml': 'tasks:\n  - { id: a, brief: "Write a.txt", writes: [a.txt] }\n',
    'breakwater.config.yaml': `runner: { kind: command, command: [node, agent.cjs] }\n${config}`,
    'agent.cjs': `const fs = require('node:fs');
      let said = 'written';
      try { fs.writeFileSync(${JSON.stringify(outside)}, ''); } catch (error) { said = error.code; }
      fs.writeFileSync('a.txt', said);`,
  });
}

/** What a run needs, and no sandbox. */
function barePath(): string {
  const folder = tempFolder('bin');
  for (const name of ['git', 'sh']) symlinkSync(`/usr/bin/${name}`, join(folder, name));
  symlinkSync(process.execPath, join(folder, 'node'));
  return folder;
}

const branchOf = (repository: string, name: string) =>
  git(repository, 'for-each-ref', '--format=%(refname:short)', `refs/heads/breakwater/*/${name}`);
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

describe.skipIf(process.platform !== 'linux')('where no sandbox works', () => {
  it('a run that requires one is refused before anything is created', async () => {
    const repository = shop('/nowhere/x', 'sandbox: required\n');
    const before = fingerprint(repository);
    const { code, stderr } = await breakwater(repository, ['execute'], { PATH: barePath() });
    expect(code).toBe(5);
    const said = oneLine(stderr);
    expect(said).toContain('Sessions are to run in a sandbox, and there is none: bwrap is not installed.');
    expect(said).toContain('Install bubblewrap');
    expect(fingerprint(repository)).toEqual(before);
    expect([branchOf(repository, '*'), existsSync(`${repository}.breakwater`)]).toEqual(['', false]);
  });

  it('one that would like it goes on without, and says so', async () => {
    const repository = shop(`${tempFolder('outside')}/x`);
    const { code, stdout } = await breakwater(repository, ['execute', '--sandbox', 'auto'], { PATH: barePath() });
    expect(code).toBe(0);
    expect(oneLine(stdout)).toContain('no sandbox (bwrap is not installed)');
  });
});

describe.skipIf(problem !== undefined)('in a sandbox', () => {
  it('a session writes in its worktree and nowhere else, and the report says what held it', async () => {
    const outside = tempFolder('outside');
    const repository = shop(`${outside}/x`);
    const before = fingerprint(repository);
    const { code, stdout } = await breakwater(repository, ['execute', '--sandbox', 'required']);
    expect(code).toBe(0);
    expect(filesOf(repository, branchOf(repository, 'integration'))['a.txt']).toBe('EROFS');
    expect(oneLine(stdout)).toContain('sandbox: bubblewrap');
    expect(readdirSync(outside)).toEqual([]);
    expect(fingerprint(repository)).toEqual(before);
  });

  it('a run that was killed goes on in one, or not at all', async () => {
    const go = join(tempFolder('go'), 'go');
    const repository = shop('/nowhere/x', `verify: ["test -e ${go} || sleep 300"]\n`);
    const run = start(repository, ['execute', '--sandbox', 'required']);
    await expect.poll(() => branchOf(repository, 'a'), { timeout: 20_000 }).not.toBe('');
    run.process.kill('SIGKILL');
    await run.ended;
    const refused = await breakwater(repository, ['resume'], { PATH: barePath() });
    expect([refused.code, oneLine(refused.stderr)]).toEqual([5, expect.stringContaining('bwrap is not installed')]);
    writeFileSync(go, '');
    const resumed = await breakwater(repository, ['resume']);
    expect([resumed.code, oneLine(resumed.stdout)]).toEqual([0, expect.stringContaining('sandbox: bubblewrap')]);
    expect(filesOf(repository, branchOf(repository, 'integration'))['a.txt']).toMatch(/^E(NOENT|ROFS)$/);
  });
});

/** Where a person may have it. */
const STATES: readonly [string, (home: string) => Readonly<Record<string, string>>, readonly string[]][] = [
  ['in a folder that was chosen', (home) => ({ CLAUDE_CONFIG_DIR: home }), []],
  ['in the home folder', (home) => ({ HOME: home }), ['.claude', '.claude.json']],
  ['in the home folder, at its first start', (home) => ({ HOME: home }), ['.claude']],
];

describe.skipIf(problem !== undefined || !existsSync(CLAUDE))('the real Claude Code in a sandbox', () => {
  it.each(STATES)('writes, commits, and keeps its conversation %s', async (_name, where, there) => {
    const model = await ModelServer.begin({
      a: [
        { tools: [{ name: 'Write', input: { file_path: '{{cwd}}/a.txt', content: 'a\n' } }] },
        { tools: [{ name: 'Bash', input: { command: 'git add -A && git commit -m "Write a"', description: 'commit' } }] },
        { say: 'Done.' },
      ],
    });
    await using _ = model;
    const repository = makeRepository({
      'breakwater.tasks.yaml': 'tasks:\n  - { id: a, brief: "SCRIPT:a", writes: [a.txt] }\n',
      'breakwater.config.yaml': `claude: { command: ${CLAUDE}, model: sonnet }\nsandbox: required\n`,
    });
    const home = tempFolder('claude');
    for (const name of there) name === '.claude' ? mkdirSync(join(home, name)) : writeFileSync(join(home, name), '{}');
    const { CLAUDE_CONFIG_DIR: _chosen, ...reach } = model.environment(home);
    const { code, stdout, stderr } = await breakwater(repository, ['execute'], { ...reach, ...where(home) });
    expect({ code, stderr: code === 0 ? '' : stderr + stdout }).toEqual({ code: 0, stderr: '' });
    expect(git(repository, 'log', '-1', '--format=%s', branchOf(repository, 'a'))).toBe('Write a');
    expect(oneLine(stdout)).toContain('sandbox: bubblewrap');
    expect(readdirSync(home, { recursive: true }).filter((name) => String(name).endsWith('.jsonl'))).toHaveLength(1);
  });
});
