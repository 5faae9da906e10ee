import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { RULES, ruleOf } from './rules.js';

const text = (file: string) => readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8');
const SCHEMAS = ['./fields.ts', './written-task.ts', './written-config.ts'].map(text).join('\n');

describe.each(Object.entries(RULES))('the rule %s', (name, rule) => {
  test('is used by a schema', () => {
    expect(SCHEMAS).toMatch(new RegExp(`['"]${name}['"]`));
  });
  test('says what is allowed, in plain words', () => {
    expect(rule.allowed).toMatch(/^(Write|Say|The|A|An|This)\b/);
    expect(rule.allowed).not.toMatch(/!(?!\w)|please|oops|invalid/i);
  });
});

test('a message that is no rule speaks for itself', () => {
  expect(ruleOf('toString')).toEqual({ allowed: 'toString' });
  expect(ruleOf('id').code).toBe('E_TASK_ID');
});
