import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeImports } from './merge-imports.js';
import type { WrittenImport } from './written-module.js';

const written: fc.Arbitrary<WrittenImport> = fc.record({
  specifier: fc.constantFrom('a', 'b', '1a'),
  names: fc.array(fc.constantFrom('x', 'y', '*'), { maxLength: 3 }),
  reexport: fc.boolean(),
});

it('keeps every name of every specifier and direction, in an order that does not depend on that of the imports', () => {
  const facts = (imports: readonly WrittenImport[]): Set<string> =>
    new Set(
      imports.flatMap(({ specifier, names, reexport }) => [
        `${specifier} ${reexport}`,
        ...names.map((name) => `${specifier} ${reexport} ${name}`),
      ]),
    );
  void fc.assert(
    fc.property(fc.array(written), (imports) => {
      const merged = mergeImports(imports);
      expect(facts(merged)).toEqual(facts(imports));
      expect(mergeImports([...imports].reverse())).toEqual(merged);
      expect(new Set(merged.map(({ specifier, reexport }) => `${specifier} ${reexport}`)).size).toBe(merged.length);
    }),
  );
});
