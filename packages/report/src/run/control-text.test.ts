import { expect, it } from 'vitest';
import { finished, work } from '../example-run.testing.js';
import { controlText, gitChangedSentence } from './control-text.js';

const [one] = finished.tasks;

/** A run of one task that left these files. */
function changing(paths: readonly string[], gitChanged?: readonly string[], ignoredChanged?: readonly string[]) {
  const left = { ...work(1, [1, 0]), changes: paths.map((path) => ({ path, added: 1, removed: 0 })) };
  const state = { state: 'integrated', attempt: 1, work: left, commit: finished.tip } as const;
  return {
    ...finished,
    tasks: [{ ...one!, state, ...(gitChanged && { gitChanged }), ...(ignoredChanged && { ignoredChanged }) }],
  };
}

it('names what decides what runs, with the task that changed it', () => {
  expect(controlText(changing(['src/a.ts', '.mcp.json', '.claude/settings.json'], ['config', 'hooks/pre-push']))).toBe(
    `${one!.id} changed .mcp.json, .claude/settings.json; while ${one!.id} ran, config, hooks/pre-push of git's own files changed: they decide what runs`,
  );
});

it('says nothing of other files, and names only a few of many', () => {
  expect(controlText(changing(['src/a.ts']))).toBe(undefined);
  expect(gitChangedSentence({ paths: ['a', 'b', 'c', 'd', 'e'] })).toBe(
    "while it ran, a, b, c and 2 files more of git's own files changed; look at it before you use git there",
  );
});

it('names what git ignores and decides what runs all the same, for no diff shows it', () => {
  expect(controlText(changing(['src/a.ts'], [], ['.claude/settings.local.json']))).toBe(
    `${one!.id} changed .claude/settings.local.json, which git ignores: they decide what runs`,
  );
  expect(gitChangedSentence({ paths: [], ignored: ['.mcp.json'] })).toBe(
    'it changed .mcp.json, which git ignores and which decides what runs in its worktree',
  );
});
