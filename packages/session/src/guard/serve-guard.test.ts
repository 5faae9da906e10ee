import { afterEach, expect, it } from 'vitest';
import type { Judgement } from './hook-answer.js';
import type { HookCall } from './hook-call.js';
import { type ServedGuard, serveGuard } from './serve-guard.js';

const served: ServedGuard[] = [];
afterEach(async () => {
  for (const one of served.splice(0)) await one.close();
});

async function serve(judge: (call: HookCall) => Promise<Judgement>, answerMs?: number): Promise<ServedGuard> {
  const one = await serveGuard({ judge }, 'secret', answerMs);
  served.push(one);
  return one;
}

const EDIT = {
  ...{ hook_event_name: 'PreToolUse', tool_name: 'Edit', tool_use_id: 't1', cwd: '/w' },
  tool_input: { file_path: '/w/a.ts', old_string: 'a', new_string: 'b' },
};

async function post(url: string, body: unknown): Promise<unknown> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return (await fetch(url, { method: 'POST', body: text })).json();
}

function denial(why: string): object {
  return {
    hookSpecificOutput: { hookEventName: 'PreToolUse', permissionDecision: 'deny', permissionDecisionReason: why },
  };
}

it('hands on the call and answers in the words of a hook', async () => {
  const calls: HookCall[] = [];
  const { url } = await serve(async (call) => {
    calls.push(call);
    return { say: 'no', why: 'a.ts is taken' };
  });
  expect(await post(url, EDIT)).toEqual(denial('a.ts is taken'));
  expect(calls).toEqual([{ when: 'before', tool: 'Edit', id: 't1', cwd: '/w', file: '/w/a.ts', command: undefined }]);
});

it('says nothing where nothing is to be said, and blocks afterwards what happened', async () => {
  const { url } = await serve(async ({ when }) => (when === 'before' ? { say: 'nothing' } : { say: 'undo', why: 'taken' }));
  expect(await post(url, EDIT)).toEqual({});
  const after = { ...EDIT, hook_event_name: 'PostToolUse', tool_name: 'Bash', tool_input: { command: 'x' } };
  expect(await post(url, after)).toEqual({ decision: 'block', reason: 'taken' });
});

it('refuses when nobody answers in time', async () => {
  const { url } = await serve(() => new Promise(() => undefined), 20);
  expect(await post(url, EDIT)).toEqual(
    denial('The guard of this run could not say yes (did not answer in time). Try once more later.'),
  );
});

it('refuses when the answer breaks', async () => {
  const { url } = await serve(() => Promise.reject(new Error('the journal is not writable')));
  expect(await post(url, EDIT)).toEqual(
    denial('The guard of this run could not say yes (the journal is not writable). Try once more later.'),
  );
});

it.each(['', 'null', '{', '[1]', '{"hook_event_name":"Stop"}', '{"hook_event_name":"PreToolUse","tool_name":1}'])(
  'refuses what it does not understand: %s',
  async (body) => {
    const { url } = await serve(async () => ({ say: 'nothing' }));
    expect(await post(url, body)).toEqual(denial('The guard of this run did not understand what is to be written.'));
  },
);

it('is found only by who knows the secret, and listens on this machine alone', async () => {
  const { url } = await serve(async () => ({ say: 'nothing' }));
  expect(new URL(url).hostname).toBe('127.0.0.1');
  const other = url.replace('/secret', '/other');
  expect([(await fetch(other, { method: 'POST' })).status, (await fetch(url)).status]).toEqual([404, 404]);
});
