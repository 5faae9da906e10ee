import { describe, expect, it } from 'vitest';
import { noteFiles } from './note-files.js';

describe('noteFiles', () => {
  it('writes a sentence for each of a few files, sorted', () => {
    expect(noteFiles(['b.ts', 'a.ts'], 'minified')).toEqual(['a.ts: minified', 'b.ts: minified']);
    expect(noteFiles([], 'minified')).toEqual([]);
  });

  it('writes one sentence for many', () => {
    const paths = ['f', 'e', 'd', 'c', 'b', 'a'];
    expect(noteFiles(paths, 'minified')).toEqual(['6 files (a, b, c, …): minified']);
  });
});
