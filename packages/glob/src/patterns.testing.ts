import fc from 'fast-check';

const plain = ['a', 'b', '.', '/', '/', '*', '**', '**/', '/**', '?', '[ab]', '[!a]', '[^b.]', '[a-b]', '***'];

/** Patterns of every kind over a small alphabet, short enough that short paths tell them apart. Braces nest twice. */
export const somePattern: fc.Arbitrary<string> = concat(piece(2), 5);

function piece(depth: number): fc.Arbitrary<string> {
  const simple = { weight: 8, arbitrary: fc.constantFrom(...plain) };
  return depth === 0 ? simple.arbitrary : fc.oneof(simple, { weight: 1, arbitrary: braces(depth - 1) });
}

function braces(depth: number): fc.Arbitrary<string> {
  const option = fc.oneof({ weight: 3, arbitrary: concat(piece(depth), 3) }, { weight: 1, arbitrary: fc.constant('') });
  return fc.array(option, { minLength: 2, maxLength: 3 }).map((options) => `{${options.join(',')}}`);
}

function concat(pieces: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> {
  return fc.array(pieces, { minLength: 1, maxLength }).map((list) => list.join(''));
}

/** An ordered list, some of it negated. */
export const somePatterns: fc.Arbitrary<readonly string[]> = fc.array(
  fc.tuple(fc.boolean(), fc.boolean(), somePattern).map(([one, two, pattern]) => (one && two ? `!${pattern}` : pattern)),
  { minLength: 1, maxLength: 3 },
);
