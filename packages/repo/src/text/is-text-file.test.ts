import { expect, it } from 'vitest';
import { isTextFile } from './is-text-file.js';

const text = (path: string, size = 1, mode = '100644') => isTextFile({ path: path as never, size, mode });

it.each([
  'src/a.ts',
  'a.vue',
  'Api/Orders.cs',
  'Page.razor',
  'Shop.csproj',
  'docs/readme.MD',
  'x.scss',
  '.github/ci.yml',
  'q.sql',
  'Dockerfile',
  'api/x.proto',
])('%s is read', (path) => {
  expect(text(path)).toBe(true);
});

it.each(['logo.png', 'a.svg', 'data.csv', 'yarn.lock', 'CHANGELOG.md', 'ts', 'a.test.ts.snap'])('%s is not read', (path) => {
  expect(text(path)).toBe(false);
});

it('nor are large files and symlinks', () => {
  expect([text('a.ts', 400_001), text('a.ts', 400_000), text('a.ts', 3, '120000')]).toEqual([false, true, false]);
});
