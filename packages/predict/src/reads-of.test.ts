import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { groundOf } from './found-by.testing.js';
import { readsOf } from './reads-of.js';

const ground = groundOf({ paths: ['docs/a.md', 'docs/b.md', 'src/a.ts'] });

function read(...reads: readonly string[]): readonly string[] {
  return readsOf(aTask('t', { reads }), ground).map(({ path, p }) => `${path} ${p}`);
}

it('are the files a task declares to read, each once however often it is matched', () => {
  expect(read('docs/*.md', 'docs/a.md', 'src')).toEqual(['docs/a.md 0.97', 'docs/b.md 0.97', 'src/a.ts 0.97']);
});

it('are not those taken away, nor any that are not there', () => {
  expect(read('docs/*.md', '!**/b.md', 'src/new.ts')).toEqual(['docs/a.md 0.97']);
  expect(read()).toEqual([]);
});

it('are those given back after they were taken away', () => {
  expect(read('!docs/a.md', 'docs/*', '!docs/*', 'docs/b.md')).toEqual(['docs/b.md 0.97']);
});

it('are at most sixty', () => {
  const many = groundOf({ paths: Array.from({ length: 80 }, (_, n) => `docs/f${n}.md`) });
  expect(readsOf(aTask('t', { reads: ['docs/**'] }), many)).toHaveLength(60);
});
