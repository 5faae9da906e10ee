import type { Diagnostic } from '@breakwater/model';
import { describe, expect, test } from 'vitest';
import { RULES } from '../schema/rules.js';
import { checkConfig, marked } from '../worlds.testing.js';
import type { ConfigCheck } from './config-check.js';
import { configChecks } from './config-checks.js';

/** Everything the rules find: one row also proves that no other rule speaks. */
const all: ConfigCheck = (config) => configChecks.flatMap((check) => check(config));

interface Row {
  readonly drawing: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly severity?: Diagnostic['severity'];
}

const CLAUDE = RULES['claude-command'].allowed;
const RUNNER = RULES['runner-command'].allowed;
const EMPTY = 'Write a command, or remove the entry.';
const SECRET = 'If it is a secret, take it out of this file: who can read the repository can read it.';
const OUTSIDE = 'Write it relative to the top folder of the repository, for example: apps/api/src/**';

const ROWS: readonly Row[] = [
  { drawing: 'verify: [a, «""»]', code: 'E_VERIFY_EMPTY', message: 'command 2 of verify is empty', hint: EMPTY },
  { drawing: 'prepare: [«" "»]', code: 'E_PREPARE_EMPTY', message: 'command 1 of prepare is empty', hint: EMPTY },
  {
    drawing: 'claude: {command: «""»}',
    code: 'E_SESSION_COMMAND',
    message: 'claude.command is "", which names no program',
    hint: CLAUDE,
  },
  {
    drawing: 'claude: {command: «claude; rm -rf .»}',
    code: 'E_SESSION_COMMAND',
    message: 'claude.command is "claude; rm -rf .", which holds ";"',
    hint: CLAUDE,
  },
  {
    drawing: 'claude: {command: «"$(which claude)"»}',
    code: 'E_SESSION_COMMAND',
    message: 'claude.command is "$(which claude)", which holds "$"',
    hint: CLAUDE,
  },
  {
    drawing: 'claude: {command: «"claude\\n"»}',
    code: 'E_SESSION_COMMAND',
    message: 'claude.command is "claude\\n", which holds "\\n"',
    hint: CLAUDE,
  },
  {
    drawing: 'runner: {kind: command, command: [«""», a]}',
    code: 'E_SESSION_COMMAND',
    message: 'runner.command[0] is "", which names no program',
    hint: RUNNER,
  },
  {
    drawing: 'runner: {kind: command, command: [a, «"b\\0"»]}',
    code: 'E_SESSION_COMMAND',
    message: 'runner.command[1] is "b\\x00", which holds a NUL character',
    hint: RUNNER,
  },
  {
    drawing: 'hubs: [{files: [a], policy: «regenerate»}]',
    code: 'E_HUB_COMMAND',
    message: 'hubs[0] has the policy regenerate and no command',
    hint: 'Say what makes the file anew, for example:   command: "npm install --package-lock-only"',
  },
  {
    drawing: 'hubs: [{files: [a], policy: union, command: «x»}]',
    code: 'E_HUB_COMMAND',
    message: 'hubs[0] has the policy union and a command',
    hint: 'Remove the command, or write   policy: regenerate',
  },
  {
    drawing: 'lanes: {ports: {web: «4299-4200»}}',
    code: 'E_VALUE_RANGE',
    message: 'the port range "web" (4299-4200) is none',
    hint: RULES['port-range'].allowed,
  },
  {
    drawing: 'lanes: {ports: {web: «65000-70000»}}',
    code: 'E_VALUE_RANGE',
    message: 'the port range "web" (65000-70000) is none',
    hint: RULES['port-range'].allowed,
  },
  {
    drawing: 'lanes: {ports: {web: «0»}}',
    code: 'E_VALUE_RANGE',
    message: 'the port range "web" (0-0) is none',
    hint: RULES['port-range'].allowed,
  },
  {
    drawing: 'concurrency: 5\nlanes: {ports: {web: «4200-4203»}}',
    code: 'E_RESOURCE',
    message: 'the port range "web" (4200-4203) is too small for 5 sessions at once',
    hint: 'Make it larger, or lower concurrency.',
  },
  {
    drawing: 'lanes: {env: {PORT: «"{port:wbe}"»}, ports: {web: 4200-4299}}',
    code: 'E_PORT_UNKNOWN',
    message: 'lanes.env.PORT asks for the port "wbe", and there is no such range',
    hint: 'Did you mean "web"?',
  },
  {
    drawing: 'lanes: {env: {PORT: «"{port:web}"»}}',
    code: 'E_PORT_UNKNOWN',
    message: 'lanes.env.PORT asks for the port "web", and there is no such range',
    hint: 'Write a range for it:   ports: { web: 4200-4299 }',
  },
  {
    drawing: 'worktrees: {include: [.env, «/etc/passwd»]}',
    code: 'E_PATH_OUTSIDE',
    message: '"/etc/passwd" in worktrees.include is absolute',
    hint: OUTSIDE,
  },
  {
    drawing: 'claude: {permissionMode: «bypassPermissions»}',
    code: 'E_UNSAFE_MODE',
    message: 'claude.permissionMode is bypassPermissions: sessions could do anything on this machine',
    hint: 'Write dontAsk and list what they need in   allow',
  },
  {
    drawing: 'lanes: {env: {GITHUB_TOKEN: «abc»}}',
    code: 'W_ENV_SECRET',
    message: 'lanes.env gives "GITHUB_TOKEN" to every session',
    hint: SECRET,
    severity: 'warning',
  },
  {
    drawing: 'lanes: {env: {db_password: «abc»}}',
    code: 'W_ENV_SECRET',
    message: 'lanes.env gives "db_password" to every session',
    hint: SECRET,
    severity: 'warning',
  },
];

describe('a configuration that is wrong', () => {
  test.each(ROWS)('$drawing', ({ drawing, severity = 'error', code, message, hint }) => {
    const { text, places } = marked(drawing, 'config.yaml');
    expect(checkConfig(all, text)).toEqual([{ severity, code, message, place: places[0], hint }]);
  });

  test('globs of hubs and of files to copy that cannot be read', () => {
    const { text, places } = marked('hubs: [{files: [«"[x"»], policy: ignore}]\nworktrees: {include: [«"{y"»]}', 'config.yaml');
    expect(checkConfig(all, text).map(({ code, place }) => [code, place])).toEqual([
      ['E_GLOB_SYNTAX', places[0]],
      ['E_GLOB_SYNTAX', places[1]],
    ]);
  });
});

test.each([
  'claude: {command: /opt/claude/bin/claude}',
  'claude: {command: "C:\\\\Program Files\\\\claude.exe"}',
  'runner: {kind: command, command: [node, agent.mjs, "$HOME; echo"]}',
  'hubs: [{files: [package-lock.json], policy: regenerate, command: npm install}]',
  'lanes: {ports: {web: 4200-4202}}',
  'concurrency: 1\nlanes: {ports: {web: 4200}}',
  'lanes: {env: {PORT: "{port:web} {lane} {other}"}, ports: {web: [4200, 4299]}}',
  'lanes: {env: {TOKENIZER: a, KEYBOARD: b}}',
  'verify: []',
])('%s is fine', (text) => {
  expect(checkConfig(all, text)).toEqual([]);
});
