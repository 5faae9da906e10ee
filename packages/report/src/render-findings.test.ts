import { expect, it } from 'vitest';
import { renderFindings, type ShownFinding } from './render-findings.js';

const view = { columns: 60, colour: false, unicode: true };
const DETACHED: ShownFinding = {
  state: 'note',
  says: 'HEAD is detached: plan and execute have to be told where to start',
  hint: 'breakwater plan --base BRANCH, or check a branch out',
};

it('has one row for each thing, the hint below what was found', () => {
  expect(
    renderFindings(
      [
        { state: 'good', says: 'git 2.39' },
        { state: 'bad', says: 'no tasks', hint: 'write some' },
      ],
      view,
    ),
  ).toBe(
    `ok        git 2.39
not ok    no tasks
          write some
`,
  );
});

it('breaks what is longer than the window in its column', () => {
  expect(renderFindings([DETACHED], view)).toBe(
    `note      HEAD is detached: plan and execute have to be
          told where to start
          breakwater plan --base BRANCH, or check a branch
          out
`,
  );
});

it('calls the program as it was called, and commands no terminal', () => {
  const repaired: ShownFinding = { state: 'repaired', says: 'a lock of \x1b[2Jx', hint: 'breakwater plan' };
  expect(renderFindings([repaired], { ...view, program: 'npx breakwater' })).toBe(
    'repaired  a lock of \\x1b[2Jx\n          npx breakwater plan\n',
  );
});

it('colours the word alone and dims the hint', () => {
  const lines = renderFindings([DETACHED], { ...view, columns: 120, colour: true }).split('\n');
  expect(lines[0]).toMatch(/^\x1b\[33mnote\x1b\[39m {6}HEAD is/);
  expect(lines[1]).toMatch(/^ {10}\x1b\[2mbreakwater plan/);
});
