import { describe, expect, it } from 'vitest';
import { type Automaton, anyOf, anything, determinedPrefix, trimmed } from './automaton.js';
import { only } from './char-set.js';
import { determinize } from './determinize.js';
import { product } from './product.js';

const on = (char: string, to: number) => ({ set: only(char.charCodeAt(0)), to });

/** Text by text: 0 -a-> 1 -b-> 2, the last accepts. */
function word(text: string): Automaton {
  const edges = Array.from(text, (char, n) => [on(char, n + 1)]);
  return { edges: [...edges, []], accepting: [...edges.map(() => false), true] };
}

function accepts(automaton: Automaton, text: string): boolean {
  const walk = determinize(automaton);
  return Array.from(text).reduce((subset, char) => walk.step(subset, char.codePointAt(0) ?? 0), walk.start).accepting;
}

describe('an automaton', () => {
  it('accepts side by side what any of several accepts', () => {
    const either = anyOf([word('ab'), word('ac'), word('')]);
    expect(['', 'a', 'ab', 'ac', 'abc'].filter((text) => accepts(either, text))).toEqual(['', 'ab', 'ac']);
    expect(accepts(anyOf([]), '')).toBe(false);
  });

  it('accepts in a product what both accept', () => {
    const both = product(anyOf([word('ab'), word('cd')]), anyOf([word('cd'), word('ab'), word('ef')]));
    expect(['ab', 'cd', 'ef', 'ad'].filter((text) => accepts(both, text))).toEqual(['ab', 'cd']);
    expect(product(word('ab'), word('ac')).edges[0]).toEqual([]);
    expect(accepts(product(anything, word('ab')), 'ab')).toBe(true);
  });

  /*
   *  0 -a-> 1 -b-> 2 (accepts)      1 -c-> 3 -c-> 3 (a dead end)
   */
  it('loses the edges that lead nowhere', () => {
    const automaton = {
      edges: [[on('a', 1)], [on('b', 2), on('c', 3)], [], [on('c', 3)]],
      accepting: [false, false, true, false],
    };
    expect(trimmed(automaton).edges).toEqual([[on('a', 1)], [on('b', 2)], [], []]);
  });

  it('knows the text everything begins with', () => {
    expect(determinedPrefix(word('src/a.ts'))).toEqual({ prefix: 'src/a.ts', exact: true });
    const loop = { edges: [[on('a', 1)], [on('b', 1)]], accepting: [false, true] };
    expect(determinedPrefix(loop)).toEqual({ prefix: 'a', exact: false });
    expect(determinedPrefix(anyOf([word('ab'), word('ac')]))).toEqual({ prefix: '', exact: false });
    expect(determinedPrefix(trimmed({ edges: [[]], accepting: [false] }))).toEqual({ prefix: '', exact: false });
  });
});

describe('walking an automaton', () => {
  it('builds only the subsets it is walked into, each once', () => {
    const walk = determinize(anyOf([word('ab'), word('ac'), word('xyz')]));
    const first = walk.step(walk.start, 97);
    expect(walk.step(walk.start, 97)).toBe(first);
    expect(walk.size()).toBe(2);
    const dead = walk.step(first, 100);
    expect({ dead: dead.dead, accepting: dead.accepting, id: dead.id }).toEqual({ dead: true, accepting: false, id: 2 });
    expect(walk.step(dead, 97)).toBe(dead);
  });
});
