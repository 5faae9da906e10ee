import { expect, it } from 'vitest';
import { progressLine } from './progress-line.js';

const view = { columns: 30, colour: false, unicode: true };

it.each([
  [0, '────────────────  0 of 4 plans'.slice(2)],
  [2, '━━━━━━━───────  2 of 4 plans'],
  [4, '━━━━━━━━━━━━━━  4 of 4 plans'],
])('shows %d of 4', (done, line) => {
  expect(progressLine(done, 4, 'plans', { ...view, columns: line.length + 1 })).toBe(line);
});

it('is full when there is nothing to do', () => {
  expect(progressLine(0, 0, 'plans', view)).not.toContain('─');
});

it('fits where hardly anything does', () => {
  expect(progressLine(12, 31, 'plans', { ...view, columns: 20, unicode: false }).length).toBeLessThan(20);
});
