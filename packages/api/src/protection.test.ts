import type { Config } from '@breakwater/model';
import { expect, it } from 'vitest';
import { protectionOf } from './protection.js';

const claude: Config['claude'] = { command: 'claude', permissionMode: 'dontAsk', allow: [] };
const open = { fence: 'open', claude } as const;

it('Claude Code is asked before each write, another program is looked at when it ends', () => {
  expect(protectionOf({ kind: 'claude' }, open)).toEqual({ fence: 'open', guard: 'each-write', permissionMode: 'dontAsk' });
  expect(protectionOf({ kind: 'command', command: ['x'] }, open)).toEqual({ fence: 'open', guard: 'at-the-end' });
});

it('without a fence there is no guard', () => {
  const off = { fence: 'off', claude } as const;
  expect(protectionOf({ kind: 'claude' }, off)).toEqual({ fence: 'off', guard: 'off', permissionMode: 'dontAsk' });
});

it('which sandbox it is stands beside it', () => {
  const sandbox = { use: 'bubblewrap' } as const;
  expect(protectionOf({ kind: 'command', command: ['x'] }, open, { sandbox })).toEqual({
    fence: 'open',
    guard: 'at-the-end',
    sandbox,
  });
});

it('that sessions had clones of their own stands beside it, and nothing where they had worktrees', () => {
  const command = { kind: 'command', command: ['x'] } as const;
  expect(protectionOf(command, open, { isolation: 'clone' })).toEqual({ fence: 'open', guard: 'at-the-end', isolation: 'clone' });
  expect(protectionOf(command, open, { isolation: 'worktree' })).toEqual({ fence: 'open', guard: 'at-the-end' });
});
