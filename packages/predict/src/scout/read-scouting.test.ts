import { describe, expect, it } from 'vitest';
import { readScouting } from './read-scouting.js';

const known = new Set<string>(['src/a.ts', 'src/b.ts']);

describe('the answer of a scouting session', () => {
  it('names files with how sure it is', () => {
    const files = [
      { path: 'src/b.ts', sure: 'certain' },
      { path: './src/a.ts', sure: 'likely' },
    ];
    expect(readScouting({ files }, known)).toEqual([
      { path: 'src/b.ts', sure: 'certain' },
      { path: 'src/a.ts', sure: 'likely' },
    ]);
  });

  it('counts files that are there, once', () => {
    const files = [
      { path: 'src/a.ts', sure: 'likely' },
      { path: 'src/a.ts', sure: 'certain' },
      { path: '../../etc/passwd', sure: 'certain' },
      { path: 'src/new.ts', sure: 'certain' },
    ];
    expect(readScouting({ files }, known)).toEqual([{ path: 'src/a.ts', sure: 'likely' }]);
  });

  it.each([undefined, null, 'src/a.ts', 7, [], {}, { files: 'src/a.ts' }, { files: [null, 'src/a.ts', { path: 7 }, []] }])(
    'may be nothing of use: %j',
    (answer) => {
      expect(readScouting(answer, known)).toEqual([]);
    },
  );

  it('takes a word it was not offered for the weakest', () => {
    expect(readScouting({ files: [{ path: 'src/a.ts', sure: 'absolutely' }] }, known)).toEqual([
      { path: 'src/a.ts', sure: 'possible' },
    ]);
  });
});
