import { type BlobId, type IndexedFile, repoPath, type TreeReader } from '@breakwater/model';
import { aTree } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { factsFrom } from '../facts/facts-from.testing.js';
import { listFiles } from '../list-files.js';
import { MODULE_FACTS } from './module-facts.js';
import { writtenModules } from './written-modules.js';

async function filesOf(texts: Readonly<Record<string, string>>): Promise<readonly IndexedFile[]> {
  return (await listFiles(aTree(texts))).files;
}

async function readModules(tree: TreeReader, files: readonly IndexedFile[]) {
  return writtenModules(files, await factsFrom(MODULE_FACTS, tree, files));
}

describe('writtenModules', () => {
  it('reads code and asks for nothing else', async () => {
    const texts = { 'a.ts': 'export const a = 1;', 'b.md': '# b', 'c.json': '{}', 'node_modules/d/index.js': '', 'e.min.js': '' };
    const asked: BlobId[] = [];
    const tree = aTree(texts);
    const files = await filesOf(texts);
    const visit: TreeReader['visit'] = async (blobs, onContent) => {
      asked.push(...blobs);
      await tree.visit(blobs, onContent);
    };
    const { modules } = await readModules({ ...tree, visit }, files);
    expect([...modules]).toEqual([['a.ts', { imports: [], exports: ['a'], isScript: false, hasErrors: false }]]);
    expect(asked).toEqual([files[0]!.blob]);
  });

  it('shares the record of equal contents, but not between kinds of files', async () => {
    const [first] = await filesOf({ 'a.ts': 'export const a = <T,>(x: T) => x;' });
    const files = ['a.ts', 'copy/a.ts', 'a.js'].map((path) => ({ ...first!, path: repoPath(path) }));
    const { modules } = await readModules(aTree({ 'a.ts': 'export const a = <T,>(x: T) => x;' }), files);
    expect(modules.get(repoPath('copy/a.ts'))).toBe(modules.get(repoPath('a.ts')));
    expect(modules.get(repoPath('a.js'))).not.toBe(modules.get(repoPath('a.ts')));
  });

  it('writes one note for many files of a kind', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`vendor/${name}.js`, ''] as const);
    const texts = Object.fromEntries(names);
    const { notes } = await readModules(aTree(texts), await filesOf(texts));
    expect(notes).toEqual([
      '6 files (vendor/a.js, vendor/b.js, vendor/c.js, …): committed under a name for build products; indexed like source',
    ]);
  });

  it('takes a large file for written when its lines are of a usual length', async () => {
    const texts = { 'large.ts': `export const a = 1;\n${'var x = 1;\n'.repeat(20_000)}` };
    const { modules, notes } = await readModules(aTree(texts), await filesOf(texts));
    expect({ exports: modules.get(repoPath('large.ts'))?.exports, notes }).toEqual({ exports: ['a'], notes: [] });
  });
});
