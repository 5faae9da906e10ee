import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder } from '../worlds.testing.js';
import { markdownFiles } from './markdown-files.js';

const folder = () =>
  aFolder({
    'tasks/b.md': '',
    'tasks/a.md': '',
    'tasks/README.md': '',
    'tasks/notes.txt': '',
    'tasks/sub/c.md': '',
    'tasks/node_modules/x/d.md': '',
    'tasks/[x].md': '',
  });

test('folders with special characters in their names are taken by their names, and a glob goes on below them', async () => {
  const top = aFolder({ '[team] {a}/tasks/a.md': '', '[team] {a}/tasks/sub/b.md': '', 't/tasks/c.md': '' });
  const found = async (path: string) => (await markdownFiles(join(top, path)))?.map((file) => relative(top, file));
  expect(await found('[team] {a}/tasks/*.md')).toEqual(['[team] {a}/tasks/a.md']);
  expect(await found('[team] {a}/**/*.md')).toEqual(['[team] {a}/tasks/a.md', '[team] {a}/tasks/sub/b.md']);
  expect(await found('[team]/tasks/*.md')).toEqual(['t/tasks/c.md']);
  expect(await found('[team] {a}/gone/*.md')).toEqual([]);
});

describe('the Markdown files of a path', () => {
  test.each<[string, readonly string[] | undefined]>([
    ['tasks', ['tasks/[x].md', 'tasks/a.md', 'tasks/b.md']],
    ['tasks/a.md', ['tasks/a.md']],
    ['tasks/[x].md', ['tasks/[x].md']],
    ['tasks/README.md', ['tasks/README.md']],
    ['tasks/gone.md', ['tasks/gone.md']],
    ['tasks/*.md', ['tasks/[x].md', 'tasks/a.md', 'tasks/b.md']],
    ['tasks/**/*.md', ['tasks/[x].md', 'tasks/a.md', 'tasks/b.md', 'tasks/sub/c.md']],
    ['*/[ab].md', ['tasks/a.md', 'tasks/b.md']],
    ['tasks/{a,sub/c}.md', ['tasks/a.md', 'tasks/sub/c.md']],
    ['gone/*.md', []],
    ['tasks/{a.md', []],
    ['tasks/notes.txt', undefined],
    ['tasks.yaml', undefined],
    ['gone', undefined],
  ])('%s', async (path, files) => {
    const top = folder();
    const found = await markdownFiles(join(top, path));
    expect(found?.map((file) => relative(top, file))).toEqual(files);
  });
});
