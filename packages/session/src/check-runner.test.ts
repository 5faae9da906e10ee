import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaudeSettings, Runner } from '@breakwater/model';
import { expect, test } from 'vitest';
import { checkRunner } from './check-runner.js';
import { program, tempFolder } from './scripted-world.testing.js';

const CLAUDE: ClaudeSettings = { command: 'claude', permissionMode: 'dontAsk', allow: [] };

/** A folder that is also the only one on PATH. */
function world() {
  const cwd = tempFolder();
  const check = (runner: Runner, claude: Partial<ClaudeSettings> = {}) =>
    checkRunner({ runner, claude: { ...CLAUDE, ...claude }, environment: { PATH: cwd, CLAUDECODE: '1' }, cwd });
  return { cwd, check };
}
const ready = (description: string, warnings: readonly string[] = []) => ({ ok: true, value: { description, warnings } });
const lacks = (code: string, message: string | RegExp) => ({
  ok: false,
  error: { reason: 'environment', code, message: expect.stringMatching(message), hint: expect.any(String) },
});

test('Claude Code is asked for its version, outside of any session we run in', async () => {
  const { cwd, check } = world();
  program(cwd, 'claude', "console.log(process.env.CLAUDECODE ? 'nested' : '2.1.330 (Claude Code)')");
  expect(await check({ kind: 'claude' })).toEqual(ready('claude 2.1.330'));
});

test.each([
  ['2.1.295', true],
  ['2.1.296', false],
  ['2.0.999', true],
  ['1.9.999', true],
  ['2.2.0', false],
  ['10.0.0', false],
])('version %s is older than tested: %s', async (version, old) => {
  const { cwd, check } = world();
  program(cwd, 'claude', `console.log('${version} (Claude Code)')`);
  const warning = `Claude Code ${version} is older than 2.1.296, the oldest version this was tested with`;
  expect(await check({ kind: 'claude' })).toEqual(ready(`claude ${version}`, old ? [warning] : []));
});

test('a mode that skips permissions is allowed and said aloud', async () => {
  const { cwd, check } = world();
  program(cwd, 'claude', "console.log('2.1.330')");
  expect(await check({ kind: 'claude' }, { permissionMode: 'bypassPermissions' })).toEqual(
    ready('claude 2.1.330', ['permission mode bypassPermissions: sessions may run any command and write any file']),
  );
});

test('a Claude Code that is missing, fails or says something else is named', async () => {
  const { cwd, check } = world();
  expect(await check({ kind: 'claude' })).toEqual(lacks('E_CLAUDE_MISSING', /"claude --version": .*ENOENT/));
  const broken = program(cwd, 'broken', "console.error('Illegal instruction'); process.exit(132)");
  expect(await check({ kind: 'claude' }, { command: broken })).toEqual(lacks('E_CLAUDE_MISSING', /Illegal instruction$/));
  const other = program(cwd, 'other', "console.log('I am a cat')");
  expect(await check({ kind: 'claude' }, { command: other })).toEqual(lacks('E_CLAUDE_MISSING', /I am a cat$/));
});

test('a command is looked for along PATH or from the folder', async () => {
  const { cwd, check } = world();
  program(cwd, 'agent', '');
  expect(await check({ kind: 'command', command: ['agent', '--fast'] })).toEqual(ready('agent --fast'));
  expect(await check({ kind: 'command', command: ['./agent'] })).toEqual(ready('./agent'));
  expect(await check({ kind: 'command', command: [join(cwd, 'agent')] })).toEqual(ready(join(cwd, 'agent')));
});

test.each([[['missing']], [['./missing']], [['plain.txt']], [['.']], [[]], [['']]])(
  'a command %j cannot run tasks',
  async (command) => {
    const { cwd, check } = world();
    writeFileSync(join(cwd, 'plain.txt'), '');
    expect(await check({ kind: 'command', command })).toEqual(lacks('E_RUNNER_MISSING', ''));
  },
);

test('a rehearsal needs its folder of edits, if it names one', async () => {
  const { cwd, check } = world();
  expect(await check({ kind: 'rehearsal', edits: '' })).toEqual(ready('rehearsal'));
  expect(await check({ kind: 'rehearsal', edits: '.' })).toEqual(ready('rehearsal'));
  expect(await check({ kind: 'rehearsal', edits: 'none' })).toEqual(lacks('E_EDITS_MISSING', join(cwd, 'none')));
});
