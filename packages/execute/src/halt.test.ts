import { expect, it } from 'vitest';
import { Halt } from './halt.js';

it('keeps the first reason', () => {
  const halt = new Halt();
  expect(halt.why).toBeUndefined();
  halt.because('the branch is held');
  halt.because('and so is this one');
  expect(halt.why).toBe('the branch is held');
});
