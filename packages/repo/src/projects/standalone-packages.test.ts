import { describe, expect, it } from 'vitest';
import { standalonePackages } from './standalone-packages.js';

/** Roots of the packages among those of some folders. */
function roots(folders: readonly string[], workspaceRoots: readonly string[] = []): readonly string[] {
  const json = new Map(folders.map((folder) => [folder === '' ? 'package.json' : `${folder}/package.json`, {}]));
  return standalonePackages({ json, text: new Map(), malformed: [] }, workspaceRoots).map(({ root }) => root);
}

describe('standalonePackages', () => {
  it.each([
    ['the root alone', [''], ['']],
    ['side by side', ['web', 'api'], ['api', 'web']],
    ['one inside another', ['web', 'web/e2e', 'web/e2e/deep'], ['web']],
    ['below the root, which often holds tools only', ['', 'web', 'web/e2e'], ['', 'web']],
    ['names that begin alike', ['web', 'web-admin/x'], ['web', 'web-admin/x']],
    ['listed deepest first', ['b/c/d', 'b/c', 'a/b/c/d'], ['b/c', 'a/b/c/d']],
    ['test data', ['fixtures/a', 'src'], ['src']],
  ])('%s', (_, folders, expected) => {
    expect(roots(folders)).toEqual(expected);
  });

  it('are none inside a workspace, which has said what belongs to it', () => {
    expect(roots(['web', 'web/a', 'webby', 'api'], ['web'])).toEqual(['api', 'webby']);
    expect(roots(['', 'web', 'api'], [''])).toEqual([]);
  });
});
