import { describe, expect, it } from 'vitest';
import { meantPath } from './meant-path.js';

const FILES = [
  'apps/orders/src/index.ts',
  'apps/web/src/login.guard.ts',
  'apps/web/src/logins.guard.ts',
  'apps/web/src/page.tsx',
  'db/0001-create-customers.sql',
  'docs/café-list.md',
  'docs/how-to-begin-with-orders.md',
  'i18n/en-US.json',
  'libraries/customers/index.css',
  'Makefile',
];

function meantBy(path: string, files: readonly string[] = FILES): string | undefined {
  const folderOf = (file: string) => file.slice(0, Math.max(0, file.lastIndexOf('/')));
  return meantPath(path, {
    isFolder: (folder) => folder === '' || files.some((file) => file.startsWith(`${folder}/`)),
    inFolder: (folder) => files.filter((file) => folderOf(file) === folder),
    named: (name) => files.filter((file) => file.slice(file.lastIndexOf('/') + 1) === name),
  });
}

describe('the file a path meant', () => {
  it.each([
    ['two letters swapped', 'apps/web/src/login.gaurd.ts', 'apps/web/src/login.guard.ts'],
    ['the nearest of two', 'apps/web/src/loginss.guard.ts', 'apps/web/src/logins.guard.ts'],
    ['another case and separator', 'apps/web/src/login-Guard.ts', 'apps/web/src/login.guard.ts'],
    ['an ending of the same language', 'apps/web/src/page.ts', 'apps/web/src/page.tsx'],
    ['another Unicode form', 'docs/cafe\u0301-list.md', 'docs/café-list.md'],
    ['two letters of many', 'docs/how-to-begim-with-orderz.md', 'docs/how-to-begin-with-orders.md'],
    ['a folder mistyped', 'apps/odrers/src/index.ts', 'apps/orders/src/index.ts'],
    ['a file without ending at the top', 'Makefil', 'Makefile'],
  ])('%s', (_, written, meant) => {
    expect(meantBy(written)).toBe(meant);
  });

  it.each([
    ['the next of a row', 'db/0002-create-customers.sql'],
    ['a short name', 'i18n/en-UK.json'],
    ['another language', 'i18n/de-DE.json'],
    ['another ending', 'apps/web/src/page.css'],
    ['a longer name', 'apps/web/src/login.guard.spec.ts'],
    ['three letters of many', 'docs/how-to-begim-wiht-orderz.md'],
    ['two folders mistyped', 'librareis/custmoers/index.css'],
    ['a folder that is there, without such a file', 'apps/web/src/index.ts'],
    ['a folder too many', 'apps/orders/src/lib/index.ts'],
  ])('none for %s', (_, written) => {
    expect(meantBy(written)).toBeUndefined();
  });

  it('is the first of two that are as near, whatever their order', () => {
    const two = ['a/orders-b.ts', 'a/orders-c.ts'];
    expect(meantBy('a/orders-d.ts', two)).toBe('a/orders-b.ts');
    expect(meantBy('a/orders-d.ts', [...two].reverse())).toBe('a/orders-b.ts');
  });
});
