import { describe, expect, it } from 'vitest';
import { anOrder } from '../scripted-world.testing.js';
import { questionArguments } from './question-arguments.js';

const SCHEMA = { type: 'object' };
const { claude } = anOrder().order;

/** The value after a flag; undefined when the flag is not there. */
function valueAfter(flag: string, words: readonly string[]): string | undefined {
  return words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined;
}

describe('a session that only answers', () => {
  const words = questionArguments({ claude, budget: {}, schema: SCHEMA, mayRead: true });

  it('can read and search, and nothing else; whatever would ask is refused', () => {
    expect([
      valueAfter('--tools', words),
      valueAfter('--permission-mode', words),
      valueAfter('--permission-prompts', words),
    ]).toEqual(['Read,Grep,Glob', 'dontAsk', 'none']);
  });

  it('has no tool at all where it may not read', () => {
    expect(valueAfter('--tools', questionArguments({ claude, budget: {}, schema: SCHEMA, mayRead: false }))).toBe('');
  });

  it('starts no server and no hook of the project, and keeps nothing', () => {
    expect(valueAfter('--setting-sources', words)).toBe('user');
    expect(words).toEqual(expect.arrayContaining(['--strict-mcp-config', '--no-session-persistence']));
  });

  it('answers in the form that is asked for, one JSON a line', () => {
    expect([valueAfter('--json-schema', words), valueAfter('--output-format', words)]).toEqual([
      '{"type":"object"}',
      'stream-json',
    ]);
  });

  it('is limited as far as limits are given', () => {
    expect(['--max-turns', '--max-budget-usd', '--model'].map((flag) => valueAfter(flag, words))).toEqual([
      undefined,
      undefined,
      claude.model,
    ]);
    const limited = questionArguments({ claude, model: 'small', budget: { turns: 3, usd: 0.2 }, schema: SCHEMA, mayRead: true });
    expect(['--max-turns', '--max-budget-usd', '--model'].map((flag) => valueAfter(flag, limited))).toEqual([
      '3',
      '0.2',
      'small',
    ]);
  });
});
