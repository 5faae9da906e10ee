import { expect, it } from 'vitest';
import { lineWidth, spoken, typed, type View } from './view.js';

it.each([
  [80, 79],
  [80.9, 79],
  [21, 20],
  [20, 19],
  [3, 19],
  [0, 19],
  [-1, 19],
])('a window of %f columns takes lines of %i: the last stays free, and a tiny one counts as 20', (columns, width) => {
  expect(lineWidth({ columns, colour: false, unicode: true })).toBe(width);
});

const HERE: View = { columns: 80, colour: false, unicode: true };
const INSIDE_NX: View = { ...HERE, program: 'npx breakwater' };

it('a command is what the reader has to type', () => {
  expect(typed('breakwater plan', HERE)).toBe('breakwater plan');
  expect(typed('breakwater plan', INSIDE_NX)).toBe('npx breakwater plan');
  expect(typed('git merge --ff-only breakwater/7f3a/integration', INSIDE_NX)).toBe(
    'git merge --ff-only breakwater/7f3a/integration',
  );
});

it.each([
  ['breakwater doctor --repair', 'npx breakwater doctor --repair'],
  ['go on with it: breakwater resume 7f3a', 'go on with it: npx breakwater resume 7f3a'],
  ['start one with breakwater execute', 'start one with npx breakwater execute'],
  ['not yet measured (breakwater backtest)', 'not yet measured (npx breakwater backtest)'],
  ['Write one:  breakwater init  Or name yours', 'Write one:  npx breakwater init  Or name yours'],
  [
    'breakwater resume 7f3a, or give it up: breakwater clean 7f3a',
    'npx breakwater resume 7f3a, or give it up: npx breakwater clean 7f3a',
  ],
])('the commands in "%s" are what the reader has to type', (sentence, inside) => {
  expect([spoken(sentence, HERE), spoken(sentence, INSIDE_NX)]).toEqual([sentence, inside]);
});

it('a command speaks of the repository that was named, once', () => {
  const elsewhere: View = { ...INSIDE_NX, repo: "'my shop'" };
  expect(
    ['breakwater logs api 7f3a', 'breakwater plan --verbose --repo x', 'git merge --ff-only breakwater/7f3a/integration'].map(
      (command) => typed(command, elsewhere),
    ),
  ).toEqual([
    "npx breakwater logs --repo 'my shop' api 7f3a",
    'npx breakwater plan --verbose --repo x',
    "git -C 'my shop' merge --ff-only breakwater/7f3a/integration",
  ]);
  expect(spoken('breakwater resume 7f3a, or give it up: breakwater clean 7f3a', elsewhere)).toBe(
    "npx breakwater resume --repo 'my shop' 7f3a, or give it up: npx breakwater clean --repo 'my shop' 7f3a",
  );
});

it.each([
  'Rename it: git branch -m breakwater another-name',
  'Type it there: git merge --ff-only breakwater/7f3a/integration',
  'Choose another: worktrees: { directory: "../{repo}.breakwater" }',
])('a branch or a folder of that name is no command: %s', (sentence) => {
  expect(spoken(sentence, INSIDE_NX)).toBe(sentence);
});
