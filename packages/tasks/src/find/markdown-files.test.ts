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
