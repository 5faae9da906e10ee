import { expect, it } from 'vitest';
import { finished, work } from '../example-run.testing.js';
import { controlText, gitChangedSentence } from './control-text.js';

const [one] = finished.tasks;

/** A run of one task that left these files. */
function changing(paths: readonly string[], gitChanged?: readonly string[]) {
  const left = { ...work(1, [1, 0]), changes: paths.map((path) => ({ path, added: 1, removed: 0 })) };
  const state = { state: 'integrated', attempt: 1, work: left, commit: finished.tip } as const;
  return { ...finished, tasks: [{ ...one!, state, ...(gitChanged === undefined ? {} : { gitChanged }) }] };
}

it('names what decides what runs, with the task that changed it', () => {
  expect(controlText(changing(['src/a.ts', '.mcp.json', '.claude/settings.json'], ['config', 'hooks/pre-push']))).toBe(
    `${one!.id} changed .mcp.json, .claude/settings.json; while ${one!.id} ran, config, hooks/pre-push of the git directory changed: they decide what runs`,
  );
});

it('says nothing of other files, and names only a few of many', () => {
  expect(controlText(changing(['src/a.ts']))).toBe(undefined);
  expect(gitChangedSentence(['a', 'b', 'c', 'd', 'e'])).toBe(
    'while it ran, a, b, c and 2 files more of the git directory changed; look at it before you use git there',
  );
});
