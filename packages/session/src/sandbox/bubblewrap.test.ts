import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { program, tempFolder } from '../scripted-world.testing.js';
import { inBubblewrap } from './bubblewrap.js';
import { claudeState } from './claude-state.js';
import { sandboxProblem } from './sandbox-problem.js';

test('everything is read-only but what is named; links are followed first and what is missing is left out', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'real'));
  symlinkSync('real', join(folder, 'link'));
  const confinement = { writable: [join(folder, 'link'), join(folder, 'none')], fixed: [join(folder, 'real')] };
  const real = join(folder, 'real');
  expect(await inBubblewrap(['node', '--x'], '/w', confinement)).toEqual([
    ...['bwrap', '--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc'],
    ...['--unshare-pid', '--die-with-parent', '--cap-drop', 'ALL'],
    ...['--bind', real, real, '--ro-bind', real, real, '--chdir', '/w', '--', 'node', '--x'],
  ]);
});

test('Claude Code keeps its state in its folder and beside it, or all in one that was chosen', () => {
  const usual = claudeState({ HOME: '/home/ann' });
  expect(usual.writable).toEqual(['/home/ann/.claude', '/home/ann/.claude.json']);
  expect(usual.fixed).toContain('/home/ann/.claude/settings.json');
  const chosen = claudeState({ HOME: '/home/ann', CLAUDE_CONFIG_DIR: '/c' });
  expect([chosen.writable, chosen.fixed.includes('/c/hooks')]).toEqual([['/c'], true]);
  expect(claudeState({})).toEqual({ writable: [], fixed: [] });
});

test.skipIf(process.platform !== 'linux')('a machine without the program, and one where it is not allowed to', async () => {
  const folder = tempFolder();
  expect(await sandboxProblem({ PATH: folder })).toBe('bwrap is not installed');
  expect(await sandboxProblem({})).toBe('bwrap is not installed');
  const refusal = 'bwrap: No permissions to create a new namespace';
  program(folder, 'bwrap', `console.error(${JSON.stringify(refusal)}); process.exitCode = 1;`);
  expect(await sandboxProblem({ PATH: folder })).toBe(`bwrap does not work: ${refusal}`);
});
