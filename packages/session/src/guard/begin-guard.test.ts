import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../scripted-world.testing.js';
import { beginGuard, bypassFailure } from './begin-guard.js';
import { guardSettings } from './guard-settings.js';
import { listsHookUrls } from './lists-hook-urls.js';

const ORDER = {
  secret: 's',
  ask: async () => ({ answer: 'granted' }) as const,
  changed: async () => [],
  onOutside: () => undefined,
};

async function begun() {
  const cwd = tempFolder();
  return { cwd, guard: await beginGuard(ORDER, { cwd, environment: {} }) };
}

it('a write that was asked about is none past the guard', async () => {
  const { cwd, guard } = await begun();
  const body = { hook_event_name: 'PreToolUse', tool_name: 'Write', tool_use_id: 't1', cwd, tool_input: { file_path: 'a.ts' } };
  await fetch(guard.url, { method: 'POST', body: JSON.stringify(body) });
  guard.onEvent({ kind: 'called', id: 't1', tool: 'Write' });
  guard.onEvent({ kind: 'ran', id: 't1', well: true });
  expect([guard.bypassed.aborted, bypassFailure(guard)]).toEqual([false, undefined]);
  await guard.close();
});

it('a write that ran without a question is', async () => {
  const { guard } = await begun();
  guard.onEvent({ kind: 'called', id: 't1', tool: 'Bash' });
  guard.onEvent({ kind: 'ran', id: 't1', well: true });
  guard.onEvent({ kind: 'called', id: 't2', tool: 'Edit' });
  guard.onEvent({ kind: 'ran', id: 't2', well: false });
  expect(guard.bypassed.aborted).toBe(false);
  guard.onEvent({ kind: 'called', id: 't3', tool: 'Edit' });
  guard.onEvent({ kind: 'ran', id: 't3', well: true });
  expect(bypassFailure(guard)).toEqual({
    reason: 'guard',
    message:
      'Edit ran without being asked about; a setting may switch hooks off (disableAllHooks, allowedHttpHookUrls), or Claude Code is too old',
  });
  await guard.close();
});

it('asks before writes and shell commands, is told after these, and a failing hook refuses', () => {
  expect(JSON.parse(guardSettings({ url: 'http://127.0.0.1:1/s', listed: false }))).toEqual({
    disableAllHooks: false,
    hooks: {
      PreToolUse: [{ matcher: 'Edit|Write|MultiEdit|NotebookEdit|Bash', hooks: [HOOK] }],
      PostToolUse: [{ matcher: 'Bash', hooks: [HOOK] }],
      PostToolUseFailure: [{ matcher: 'Bash', hooks: [HOOK] }],
    },
  });
});

const HOOK = { type: 'http', url: 'http://127.0.0.1:1/s', timeout: 30, onFailure: 'block' };

it('puts its address on a list of allowed ones only where there is such a list', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, '.claude'));
  expect(await listsHookUrls({ HOME: folder }, '/nowhere')).toBe(false);
  writeFileSync(join(folder, '.claude', 'settings.json'), '{"allowedHttpHookUrls":["https://x/*"]}');
  expect(await listsHookUrls({ HOME: folder }, '/nowhere')).toBe(true);
  expect(await listsHookUrls({ HOME: '/nowhere' }, folder)).toBe(true);
  expect(await listsHookUrls({ HOME: folder, CLAUDE_CONFIG_DIR: '/nowhere' }, '/nowhere')).toBe(false);
  expect(JSON.parse(guardSettings({ url: 'http://127.0.0.1:1/s', listed: true }))).toMatchObject({
    allowedHttpHookUrls: ['http://127.0.0.1:1/s'],
  });
});
