import { describe, expect, test } from 'vitest';
import { pathProblem } from './path-problem.js';

describe('a path or glob is refused', () => {
  test.each([
    ['/etc/passwd', 'E_PATH_OUTSIDE', 'is absolute'],
    ['\\\\server\\share', 'E_PATH_OUTSIDE', 'is absolute'],
    ['C:\\x', 'E_PATH_OUTSIDE', 'begins with a drive letter'],
    ['c:/x', 'E_PATH_OUTSIDE', 'begins with a drive letter'],
    ['~', 'E_PATH_OUTSIDE', 'begins in a home folder'],
    ['~/x', 'E_PATH_OUTSIDE', 'begins in a home folder'],
    ['~root/x', 'E_PATH_OUTSIDE', 'begins in a home folder'],
    ['a\\b', 'E_PATH_OUTSIDE', 'holds a backslash'],
    ['a\\', 'E_PATH_OUTSIDE', 'holds a backslash'],
    ['a\0b', 'E_PATH_OUTSIDE', 'holds a NUL character'],
    ['..', 'E_PATH_OUTSIDE', 'leads out of its folder with ".."'],
    ['../x', 'E_PATH_OUTSIDE', 'leads out of its folder with ".."'],
    ['a/../../x', 'E_PATH_OUTSIDE', 'leads out of its folder with ".."'],
    ['{a,../b}/x', 'E_PATH_OUTSIDE', 'leads out of its folder with ".."'],
    ['!../x', 'E_PATH_OUTSIDE', 'leads out of its folder with ".."'],
    ['.git', 'E_PATH_CONTROL', 'names the folder of git itself'],
    ['.git/hooks/pre-commit', 'E_PATH_CONTROL', 'names the folder of git itself'],
    ['libs/x/.GIT/config', 'E_PATH_CONTROL', 'names the folder of git itself'],
    ['{.git,src}/**', 'E_PATH_CONTROL', 'names the folder of git itself'],
    ['.git/breakwater/runs', 'E_PATH_CONTROL', 'names the folder of git itself'],
    ['', 'E_GLOB_SYNTAX', 'is empty'],
    ['  ', 'E_GLOB_SYNTAX', 'is empty'],
    ['!', 'E_GLOB_SYNTAX', 'is empty'],
  ])('%j', (path, code, says) => {
    expect(pathProblem(path)).toMatchObject({ code, says });
  });
});

test.each([
  'src/**',
  './src/a.ts',
  '!src/gen/**',
  'a..b/c',
  '...',
  'x~/y',
  'docs/~draft.md',
  '.github/workflows/ci.yml',
  '.gitignore',
  'app/\\[id\\]/page.tsx',
  'a/\\{b\\}',
  '\\!important.md',
  'libs/{a,b}/**',
  'type:ui',
  'scope:shared',
  '@org/package',
  'C',
])('%j is fine', (path) => {
  expect(pathProblem(path)).toBeUndefined();
});
