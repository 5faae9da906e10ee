import { aTree } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { indexRepository } from '../index-repository.js';
import { loadTsMorph } from './load-ts-morph.js';
import { openProject, pathAt, placeOf } from './open-project.js';

describe('openProject', () => {
  it('resolves imports as the index does, and to nothing that is not among the texts', async () => {
    const morph = loadTsMorph();
    const files = {
      'package.json': '{"workspaces":["p/*"]}',
      'p/a/package.json': '{"name":"@acme/a"}',
      'p/a/src/index.ts': 'export const here = 1;',
      'p/b/gone.ts': 'export const gone = 1;',
      'p/b/use.ts': "import { here } from '@acme/a';\nimport { gone } from './gone';\nexport const x = here, y = gone;",
    };
    const { modules } = await indexRepository(aTree(files));
    const texts = new Map(Object.entries(files).filter(([path]) => path.endsWith('.ts') && !path.includes('gone')));
    const project = openProject(morph, texts, modules);
    const use = project.getSourceFileOrThrow(placeOf('p/b/use.ts'));
    const typeOf = (name: string): string => use.getVariableDeclarationOrThrow(name).getType().getText();
    expect({ x: typeOf('x'), y: typeOf('y') }).toEqual({ x: '1', y: 'any' });
    const held = project.getSourceFiles().map((file) => pathAt(file.getFilePath()));
    expect(held.sort()).toEqual(['p/a/src/index.ts', 'p/b/use.ts']);
  });

  it('has a place for any path a repository may hold', async () => {
    const morph = loadTsMorph();
    const paths = ['a b/ü.ts', '[id]/page.tsx', '(group)/x.ts', '#/y.ts', 'C:/z.ts', '~/w.mts'];
    const project = openProject(morph, new Map(paths.map((path) => [path, 'export const a = 1;'])));
    for (const path of paths) expect(project.getSourceFile(placeOf(path))?.getVariableDeclaration('a')).toBeDefined();
  });
});
