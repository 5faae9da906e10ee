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
  ['a & b &', ['a', 'b']],
  ['a |& b&c', ['a', 'b', 'c']],
  ['a 2>&1 & b >& x &>> y <&3 & c', ['a 2>&1', 'b >& x &>> y <&3', 'c']],
  ['a \\& b "c & d" \'& e\'', ['a \\& b "c & d" \'& e\'']],
  [' ; ', []],
])('%j', (command, parts) => {
  expect(splitCompound(command)).toEqual(parts);
});
