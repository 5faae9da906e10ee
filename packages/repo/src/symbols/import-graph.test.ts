import { aTree } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { indexRepository } from '../index-repository.js';
import { importersOf, transitiveImporters } from './import-graph.js';

describe('the import graph', () => {
  //  main -> middle -> leaf <- other        a <-> b
  const world = aTree({
    'leaf.ts': 'export const leaf = 1;',
    'middle.ts': "export * from './leaf';",
    'main.ts': "import { leaf } from './middle'; import 'leaf';",
    'other.ts': "import './leaf';",
    'a.ts': "import './b';",
    'b.ts': "import './a';",
  });

  it('says who imports a file', async () => {
    const graph = importersOf(await indexRepository(world));
    expect((graph.get('leaf.ts') ?? []).map(({ path, edge }) => `${path} ${edge.names}`)).toEqual(['middle.ts *', 'other.ts ']);
    expect(graph.has('main.ts')).toBe(false);
  });

  it('leads to every file that imports another over others', async () => {
    const graph = importersOf(await indexRepository(world));
    const of = (path: string): readonly string[] => [...transitiveImporters(graph, [path])].sort();
    expect(of('leaf.ts')).toEqual(['main.ts', 'middle.ts', 'other.ts']);
    expect(of('main.ts')).toEqual([]);
    expect(of('a.ts')).toEqual(['a.ts', 'b.ts']);
  });
});
