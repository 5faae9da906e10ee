import type { Answer } from '@breakwater/model';
import { expect, it } from 'vitest';
import { tempFolder } from '../scripted-world.testing.js';
import { Guard } from './guard.js';
import type { HookCall } from './hook-call.js';

/** A guard whose orchestrator keeps some paths for others, and who writes down what it was asked. */
function aGuard(taken: readonly string[] = []) {
  const folder = tempFolder();
  const asked: string[] = [];
  const outside: string[] = [];
  const changed: string[] = [];
  const ask = async (path: string, written: boolean): Promise<Answer> => {
    asked.push(written ? `${path} written` : path);
    return taken.includes(path) ? { answer: 'refused', why: `${path} is taken` } : { answer: 'granted' };
  };
  const order = { secret: 's', ask, changed: async () => changed, onOutside: (name: string) => void outside.push(name) };
  return { guard: new Guard(order, folder), folder, asked, outside, changed };
}

function call(rest: Partial<HookCall>): HookCall {
  return { when: 'before', tool: 'Edit', id: 't1', cwd: '/', file: undefined, command: undefined, ...rest };
}

it('asks about the file of an edit, by its path in the repository', async () => {
  const { guard, folder, asked } = aGuard(['b.ts']);
  expect(await guard.judge(call({ file: `${folder}/a.ts` }))).toEqual({ say: 'nothing' });
  expect(await guard.judge(call({ file: `${folder}/b.ts` }))).toEqual({ say: 'no', why: 'b.ts is taken' });
  expect(asked).toEqual(['a.ts', 'b.ts']);
});

it('refuses a file outside without asking anybody, and says so once', async () => {
  const { guard, folder, asked, outside } = aGuard();
  const file = `${folder}/../x.ts`;
  expect(await guard.judge(call({ file }))).toMatchObject({
    say: 'no',
    why: expect.stringContaining('is outside of your worktree'),
  });
  await guard.judge(call({ file }));
  expect([asked, outside]).toEqual([[], [file]]);
});

it('asks about what a shell command says it writes inside, and leaves the rest to the permission rules', async () => {
  const { guard, folder, asked } = aGuard(['b.ts']);
  const shell = call({ tool: 'Bash', cwd: folder, command: 'echo x > /tmp/x; touch a.ts b.ts' });
  expect(await guard.judge(shell)).toEqual({ say: 'no', why: 'b.ts is taken' });
  expect(asked).toEqual(['a.ts', 'b.ts']);
});

it('after a shell command tells once what changed that was not its to change', async () => {
  const { guard, asked, changed } = aGuard(['b.ts']);
  const after = call({ when: 'after', tool: 'Bash', command: 'node gen.mjs' });
  changed.push('a.ts', 'b.ts');
  expect(await guard.judge(after)).toEqual({
    say: 'undo',
    why: 'b.ts is taken. It is changed in your worktree now: take that back.',
  });
  expect(await guard.judge(after)).toEqual({ say: 'nothing' });
  expect(asked).toEqual(['a.ts written', 'b.ts written']);
});

it('refuses a call of which it cannot see what it writes', async () => {
  expect(await aGuard().guard.judge(call({ tool: 'NotebookEdit' }))).toMatchObject({ say: 'no' });
});

it('knows which calls came through it', async () => {
  const { guard, folder } = aGuard();
  await guard.judge(call({ id: 't1', file: `${folder}/a.ts` }));
  expect([guard.hasSeen('t1'), guard.hasSeen('t2')]).toEqual([true, false]);
});
