import { describe, expect, it } from 'vitest';
import { compilePattern } from './compile-pattern.js';
import { cpuTime } from './cpu-time.testing.js';
import { isComplementable } from './is-complementable.js';

function complementable(...patterns: readonly string[]): boolean {
  const rules = patterns.map((pattern) => compilePattern(pattern, false));
  return isComplementable(rules.flatMap((rule) => (rule.ok ? [rule.value.automaton] : [])));
}

describe('what may be taken away', () => {
  it.each([
    [[]],
    [['**/*.{spec,test}.{ts,tsx,js,jsx}', '**/__tests__/**', '**/node_modules/**', '**/.*']],
    [Array.from({ length: 200 }, (_, n) => `libs/lib-${n}/src/**/*.md`)],
    [['*a???']],
    [['*a*a*a*a*a*a*a*a*a*a']],
  ])('takes the usual', (patterns) => {
    expect(cpuTime(() => expect(complementable(...patterns)).toBe(true))).toBeLessThan(1000);
  });

  it.each([[['*a???????????']], [['**/*[ab]??????????/**']], [['*a?????', '*b?????', '*c?????']]])('refuses %j', (patterns) => {
    expect(complementable(...patterns)).toBe(false);
  });
});
