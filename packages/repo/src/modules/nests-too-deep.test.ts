import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { nestsTooDeep } from './nests-too-deep.js';
import { parseModule, TOO_DEEP } from './parse-module.js';

/** Each ended the process that parsed it. */
const DEEP: readonly (readonly [string, string])[] = [
  ['blocks', '{'.repeat(30_000) + '}'.repeat(30_000)],
  ['parentheses', `const a = ${'('.repeat(10_000)}1${')'.repeat(10_000)}`],
  ['lists that are never closed', `x = ${'['.repeat(10_000)}`],
  ['templates', '`${'.repeat(10_000)],
  ['type arguments', `type A = ${'B<'.repeat(10_000)}1${'>'.repeat(10_000)}`],
  ['functions', `${'a => '.repeat(30_000)}1`],
  ['conditions', `${'if (a) '.repeat(30_000)};`],
  ['other cases', `${'if (a) {} else '.repeat(30_000)}{}`],
  ['choices', `${'a ? 1 : '.repeat(30_000)}1`],
  ['assignments', `${'a = '.repeat(30_000)}1`],
  ['elements', `const a = ${'<a>'.repeat(30_000)}`],
];

describe('a text of', () => {
  it.each(DEEP)('%s within each other is too deep, and read as an empty one', (_, text) => {
    expect(nestsTooDeep(text)).toBe(true);
    expect(parseModule('deep.tsx', text)).toBe(TOO_DEEP);
  });

  it.each([
    ['a thousand brackets within each other', `${'('.repeat(1_000)}${')'.repeat(1_000)}`],
    ['statements one after the other', 'if (a) { b(c => [d, { e: f }]); }\n'.repeat(2_500)],
    ['entries of a table', `const a = {${"b: [-1, 'x=>y', c ? d : e],\n".repeat(20_000)}};`],
    ['elements beside each other', `const a = <b>${'<c d="e" />\n'.repeat(1_000)}</b>;`],
    ['closing brackets alone', ')'.repeat(20_000)],
  ])('%s is not', (_, text) => {
    expect(nestsTooDeep(text)).toBe(false);
  });

  it('a large program is not', () => {
    const compiler = fileURLToPath(import.meta.resolve('typescript/lib/typescript.js'));
    expect(nestsTooDeep(readFileSync(compiler, 'utf8'))).toBe(false);
  });
});
