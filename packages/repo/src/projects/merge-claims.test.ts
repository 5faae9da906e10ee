import { describe, expect, it } from 'vitest';
import { mergeClaims } from './merge-claims.js';
import type { ProjectClaim } from './project-claim.js';

function claim(root: string, rest: Partial<ProjectClaim> = {}): ProjectClaim {
  return {
    root,
    name: undefined,
    tags: [],
    manifest: root === '' ? 'package.json' : `${root}/package.json`,
    kind: 'package',
    ...rest,
  };
}

describe('mergeClaims', () => {
  it('takes kind and manifest of the first, the first name, the tags of all', () => {
    const claims = [
      claim('a', { kind: 'nx', manifest: 'a/project.json', tags: ['y'] }),
      claim('a', { name: 'second', tags: ['x', 'y'] }),
      claim('a', { name: 'third', kind: 'dotnet', manifest: 'a/A.csproj' }),
    ];
    expect(mergeClaims(claims)).toEqual([
      { root: 'a', kind: 'nx', manifest: 'a/project.json', name: 'second', tags: ['x', 'y'] },
    ]);
  });

  it('names a project after its folder when no manifest does, and sorts by root', () => {
    const named = mergeClaims([claim('libs/ui'), claim(''), claim('apps/shop')]).map(({ root, name }) => `${root}=${name}`);
    expect(named).toEqual(['=root', 'apps/shop=shop', 'libs/ui=ui']);
  });

  it('does not take names for properties of objects', () => {
    expect(mergeClaims([claim('__proto__'), claim('constructor')]).map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
  });
});
