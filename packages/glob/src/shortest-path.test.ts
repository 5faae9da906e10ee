import { describe, expect, it } from 'vitest';
import { type Automaton, anything } from './automaton.js';
import { compilePattern } from './compile-pattern.js';
import { type Found, type Search, shortestPath } from './shortest-path.js';

function automaton(pattern: string): Automaton {
  const rule = compilePattern(pattern, false);
  if (!rule.ok) throw new Error(rule.error.message);
  return rule.value.automaton;
}

function search(a: string, b: string, none: readonly string[], limits: Partial<Search> = {}): Found {
  const both = [automaton(a), automaton(b)] as const;
  const free = { ignoreCase: false, atMost: Number.POSITIVE_INFINITY, allowance: { left: 100_000 } };
  return shortestPath({ both, none: none.map(automaton), ...free, ...limits });
}

describe('the shortest path of two automata without others', () => {
  it.each<[string, string, readonly string[], string | undefined]>([
    ['a*b', '*c*', [], 'acb'],
    ['**', '**', [], 'x'],
    ['**', '**', ['?'], 'xx'],
    ['**', '**', ['?', '??'], 'xxx'],
    ['**', '**', ['*'], 'x/x'],
    ['**', '**', ['*', '*/*'], 'x/x/x'],
    ['**', '**', ['**'], undefined],
    ['?', '[a-e]', ['[a-c]', '[e-z]'], 'd'],
    ['?', '[a-e]', ['[a-c]', '[d-z]'], undefined],
    ['*.ts', '*', ['*[!b].ts', '.ts'], 'b.ts'],
    ['[xy]', '[yz]', [], 'y'],
  ])('%s and %s without %j: %s', (a, b, none, path) => {
    expect(search(a, b, none)).toEqual(path === undefined ? { found: 'nothing' } : { found: 'path', path });
  });

  it('takes a character from each range of a class that is cut', () => {
    expect(search('[a-z]', '?', ['[b-z]'])).toEqual({ found: 'path', path: 'a' });
    expect(search('[a-z]', '?', ['[a-y]'])).toEqual({ found: 'path', path: 'z' });
    expect(search('[a-z]', '?', ['[a-l]', '[n-z]'])).toEqual({ found: 'path', path: 'm' });
  });

  it('leaves paths alone that are too long to be of interest', () => {
    expect(search('abc', '*', [], { atMost: 3 })).toEqual({ found: 'path', path: 'abc' });
    expect(search('abc', '*', [], { atMost: 2 })).toEqual({ found: 'nothing' });
  });

  it('stops when its allowance is used up, and uses it up over several searches', () => {
    const allowance = { left: 100 };
    expect(search('*a', '*b*a', [], { allowance })).toEqual({ found: 'path', path: 'ba' });
    expect(allowance.left).toBeLessThan(100);
    expect(search('*a', '*b*b', [], { allowance: { left: 20 } })).toEqual({ found: 'too-costly' });
  });

  it('walks an automaton against anything', () => {
    const free = { none: [], ignoreCase: false, atMost: 9, allowance: { left: 1000 } };
    expect(shortestPath({ both: [automaton('a/?'), anything], ...free })).toEqual({ found: 'path', path: 'a/x' });
  });
});
