import { expect, test } from 'vitest';
import { splitCompound } from './split-compound.js';

test.each([
  ['npm test', ['npm test']],
  ['a && b || c; d | e\nf', ['a', 'b', 'c', 'd', 'e', 'f']],
  ['echo "a && b" \'c; d\' && e', ['echo "a && b" \'c; d\'', 'e']],
  ['echo "say \\"x; y\\"" ; z', ['echo "say \\"x; y\\""', 'z']],
  ['find . -exec ls {} \\; && b', ['find . -exec ls {} \\;', 'b']],
  ['node -e "unfinished', ['node -e "unfinished']],
  ['a >| out | b', ['a >| out', 'b']],
  [' ; ', []],
])('%j', (command, parts) => {
  expect(splitCompound(command)).toEqual(parts);
});
