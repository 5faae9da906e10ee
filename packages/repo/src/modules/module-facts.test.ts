import { anIndex } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { MODULE_FACTS, type ModuleFact } from './module-facts.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const kept = (text: string) => MODULE_FACTS.encode(MODULE_FACTS.read('a.ts', bytesOf(text)));

it.each([
  ["import { a } from './a';\nexport * from 'b';\nexport const c = a;"],
  ['export { x as "two\\nlines" };\nconst x = 1;'],
  ['const = ;'],
  ['export {};'],
  [''],
  ['\0'],
])('what is kept of %j is what was read', (text) => {
  const read = MODULE_FACTS.read('a.ts', bytesOf(text));
  const again = MODULE_FACTS.decode(kept(text));
  expect(plain(again)).toEqual(plain(read));
});

function plain(fact: ModuleFact): ModuleFact {
  if (fact === 'unreadable') return fact;
  return { imports: fact.imports, exports: fact.exports, isScript: fact.isScript, hasErrors: fact.hasErrors };
}

it('knows nothing by bytes of another kind', () => {
  expect(() => MODULE_FACTS.decode(bytesOf('["a"]\n[]'))).toThrow('no module');
  expect(() => MODULE_FACTS.decode(bytesOf(''))).toThrow('no module');
});

it('keeps declarations apart from code: the same text may be right in one and wrong in the other', () => {
  const [declarations, code] = anIndex(['a.d.ts', 'a.ts']).files.map((file) => ({
    mark: MODULE_FACTS.markOf(file),
    fact: plain(MODULE_FACTS.read(file.path, bytesOf('const a;'))),
  }));
  expect(code?.fact).not.toEqual(declarations?.fact);
  expect(code?.mark).not.toBe(declarations?.mark);
});
