import { expect, it } from 'vitest';
import { onceEach } from './once-each.js';

it('each thing is measured once, also where nothing is found', () => {
  const asked: string[] = [];
  const lengthOf = onceEach((text: string) => {
    asked.push(text);
    return text === '' ? undefined : text.length;
  });
  expect(['ab', '', 'ab', ''].map(lengthOf)).toEqual([2, undefined, 2, undefined]);
  expect(asked).toEqual(['ab', '']);
});
