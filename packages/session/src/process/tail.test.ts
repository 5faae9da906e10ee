import { expect, test } from 'vitest';
import { Tail } from './tail.js';

test('the last twenty lines are kept, blank ones left out', () => {
  const tail = new Tail();
  for (let n = 1; n <= 30; n += 1) {
    tail.push(`line ${n}  `);
    tail.push('');
  }
  expect(tail.text().split('\n')).toEqual(Array.from({ length: 20 }, (_, n) => `line ${n + 11}`));
  expect(tail.last()).toBe('line 30');
});

test('a very long line is shortened', () => {
  const tail = new Tail();
  tail.push('x'.repeat(10_000));
  expect(tail.text()).toBe(`${'x'.repeat(500)}…`);
});

test('and never within a character', () => {
  const tail = new Tail();
  tail.push(`${'x'.repeat(499)}😀😀`);
  expect(tail.text()).toBe(`${'x'.repeat(499)}…`);
});

test('no lines, no text', () => {
  expect([new Tail().text(), new Tail().last()]).toEqual(['', '']);
});
