import { describe, expect, it } from 'vitest';
import { type Automaton, anyOf, determinedPrefix, trimmed, word } from './automaton.js';
import { only } from './char-set.js';
import { determinize } from './determinize.js';

const on = (char: string, to: number) => ({ set: only(char.charCodeAt(0)), to });

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

  it('accepts a word and nothing else, characters of two code units too', () => {
    expect(['', 'a', 'a🌊', 'a🌊b'].filter((text) => accepts(word('a🌊'), text))).toEqual(['a🌊']);
    expect(accepts(word(''), '')).toBe(true);
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
    expect(determinedPrefix(word('')), 'the empty text').toEqual({ prefix: '', exact: true });
    expect(determinedPrefix(word('src/a.ts'))).toEqual({ prefix: 'src/a.ts', exact: true });
    const loop = { edges: [[on('a', 1)], [on('b', 1)]], accepting: [false, true] };
    expect(determinedPrefix(loop)).toEqual({ prefix: 'a', exact: false });
    expect(determinedPrefix(anyOf([word('ab'), word('ac')]))).toEqual({ prefix: '', exact: false });
    expect(determinedPrefix(trimmed({ edges: [[]], accepting: [false] }))).toEqual({ prefix: '', exact: false });
  });
});
