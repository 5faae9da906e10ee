import { expect, it } from 'vitest';
import { MODULE_FACTS } from './module-facts.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const kept = (text: string) => MODULE_FACTS.encode(MODULE_FACTS.read('a.ts', bytesOf(text)));

it.each([
  ["import { a } from './a';\nexport * from 'b';\nexport const c = a;"],
  ['export { x as "two\\nlines" };\nconst x = 1;'],
  ['const = ;'],
  [''],
  ['\0'],
])('what is kept of %j is what was read', (text) => {
  expect(MODULE_FACTS.decode(kept(text))).toEqual(MODULE_FACTS.read('a.ts', bytesOf(text)));
});

it('knows nothing by bytes of another kind', () => {
  const bytes = kept("import { a } from './a';\nexport const c = a;");
  expect(() => MODULE_FACTS.decode(bytes.subarray(0, bytes.indexOf(10)))).toThrow('no imports');
  expect(() => MODULE_FACTS.decode(bytesOf('no JSON\n[]'))).toThrow();
});
