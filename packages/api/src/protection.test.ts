import type { Config } from '@breakwater/model';
import { expect, it } from 'vitest';
import { protectionOf } from './protection.js';

const config = { fence: 'open', claude: { permissionMode: 'dontAsk' } } as Config;

it('Claude Code is asked before each write, another program is looked at when it ends', () => {
  expect(protectionOf({ kind: 'claude' }, config)).toEqual({ fence: 'open', guard: 'each-write', permissionMode: 'dontAsk' });
  expect(protectionOf({ kind: 'command', command: ['x'] }, config)).toEqual({ fence: 'open', guard: 'at-the-end' });
});

it('the flag wins over the configuration, and without a fence there is no guard', () => {
  expect(protectionOf({ kind: 'claude' }, config, 'off')).toEqual({ fence: 'off', guard: 'off', permissionMode: 'dontAsk' });
});
