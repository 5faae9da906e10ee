import { describe, expect, it } from 'vitest';
import { hookAnswer } from './hook-answer.js';
import { readHookCall } from './hook-call.js';

const CALL = {
  hook_event_name: 'PreToolUse',
  tool_name: 'Edit',
  tool_use_id: 'toolu_1',
  cwd: '/place',
  tool_input: { file_path: '/place/a.ts', old_string: 'a', new_string: 'b' },
};
const EDIT = { when: 'before', tool: 'Edit', id: 'toolu_1', cwd: '/place', file: '/place/a.ts', command: undefined };

describe('what Claude Code asks its hook', () => {
  it.each<[string, object, object]>([
    ['a file before it is edited', {}, EDIT],
    [
      'a notebook by its own name',
      { tool_name: 'NotebookEdit', tool_input: { notebook_path: '/place/n.ipynb' } },
      {
        ...EDIT,
        tool: 'NotebookEdit',
        file: '/place/n.ipynb',
      },
    ],
    [
      'a shell command after it ran',
      { hook_event_name: 'PostToolUse', tool_name: 'Bash', tool_input: { command: 'ls' } },
      {
        ...EDIT,
        when: 'after',
        tool: 'Bash',
        file: undefined,
        command: 'ls',
      },
    ],
    ['one that failed', { hook_event_name: 'PostToolUseFailure' }, { ...EDIT, when: 'after' }],
    ['a call without input', { tool_input: null }, { ...EDIT, file: undefined }],
    ['a path that is no text', { tool_input: { file_path: 7, command: ['rm'] } }, { ...EDIT, file: undefined }],
  ])('is read: %s', (_, change, call) => {
    expect(readHookCall(JSON.stringify({ ...CALL, ...change }))).toEqual(call);
  });

  it.each<[string, string]>([
    ['no JSON', 'POST me'],
    ['nothing', ''],
    ['a list', '[]'],
    ['no object', '"PreToolUse"'],
    ['another event', JSON.stringify({ ...CALL, hook_event_name: 'Stop' })],
    ['no tool', JSON.stringify({ ...CALL, tool_name: undefined })],
    ['no id', JSON.stringify({ ...CALL, tool_use_id: 1 })],
    ['no folder', JSON.stringify({ ...CALL, cwd: null })],
    ['an event named like a property of every object', JSON.stringify({ ...CALL, hook_event_name: 'constructor' })],
  ])('is not taken for a call: %s', (_, body) => {
    expect(readHookCall(body)).toBeUndefined();
  });
});

describe('what the hook answers', () => {
  it('leaves to the permission rules what it has nothing against: an allowance would override them', () => {
    expect(hookAnswer({ say: 'nothing' })).toEqual({});
  });

  it('refuses before, in the words the model reads', () => {
    expect(hookAnswer({ say: 'no', why: 'b.ts belongs to another task' })).toEqual({
      hookSpecificOutput: {
        hookEventName: 'PreToolUse',
        permissionDecision: 'deny',
        permissionDecisionReason: 'b.ts belongs to another task',
      },
    });
  });

  it('tells afterwards what is to be undone, for then nothing can be refused', () => {
    expect(hookAnswer({ say: 'undo', why: 'restore b.ts' })).toEqual({ decision: 'block', reason: 'restore b.ts' });
  });
});
