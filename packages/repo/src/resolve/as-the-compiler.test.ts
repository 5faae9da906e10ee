import { aTree } from '@breakwater/model/testing';
import fc from 'fast-check';
import { ts } from 'ts-morph';
import { describe, expect, it } from 'vitest';
import { manifestsFrom } from '../facts/facts-from.testing.js';
import { listFiles } from '../list-files.js';
import { makeResolver } from './make-resolver.js';

/** What the compiler itself resolves to among some files; undefined for nothing and for a declaration file. */
function compilerFinds(files: readonly string[], specifier: string, options: ts.CompilerOptions = {}): string | undefined {
  const known = new Set(files.map((path) => `/${path}`));
  const host: ts.ModuleResolutionHost = {
    fileExists: (path) => known.has(path),
    readFile: () => undefined,
    directoryExists: (folder) => [...known].some((path) => path.startsWith(folder.replace(/\/*$/, '/'))),
  };
  const moduleResolution = ts.ModuleResolutionKind.Bundler;
  const all = { moduleResolution, allowJs: true, resolveJsonModule: true, ...options };
  const found = ts.resolveModuleName(specifier, '/src/deep/main.ts', all, host).resolvedModule?.resolvedFileName;
  return found === undefined || /\.d\.[cm]?ts$/.test(found) ? undefined : found.slice(1);
}

async function weFind(files: readonly string[], specifier: string, compilerOptions: object = {}): Promise<string | undefined> {
  const texts = [...files.map((path) => [path, '']), ['tsconfig.json', JSON.stringify({ compilerOptions })]];
  const tree = aTree(Object.fromEntries(texts));
  const { files: listed } = await listFiles(tree);
  const { json } = await manifestsFrom(tree, listed);
  return makeResolver({ files: listed, projects: [], json })('src/deep')(specifier);
}

const name = fc.constantFrom('a', 'a/a', 'a/index', 'index', 'b.c', 'deep', 'deep/a', 'deep/index', 'b');
const ending = fc.constantFrom('.ts', '.tsx', '.js', '.jsx', '.mts', '.mjs', '.cts', '.cjs', '.d.ts', '.json');
const folder = fc.constantFrom('', 'src/', 'src/deep/');
/** With the ending of a source it finds other sources too, and says that it should not have. */
const output = fc.constantFrom('', '', '.js', '.jsx', '.mjs', '.cjs', '.json');
const filesWith = (endings: fc.Arbitrary<string>) =>
  fc.uniqueArray(
    fc.tuple(folder, name, endings).map((parts) => parts.join('')),
    { maxLength: 12 },
  );

describe('what the compiler finds', () => {
  it('behind a relative import, we find', async () => {
    const start = fc.constantFrom('./', '../', '../../', '.', '..', './..', '../src/', '../deep/');
    const written = fc.tuple(start, fc.option(name, { nil: '' }), output, fc.constantFrom('', '', '/'));
    const relative = written.map((parts) => parts.join('')).filter((text) => /^\.\.?(?:\/|$)/.test(text));
    await fc.assert(
      fc.asyncProperty(filesWith(ending), relative, async (paths, specifier) => {
        const wanted = compilerFinds(paths, specifier);
        if (wanted !== undefined) expect(await weFind(paths, specifier)).toBe(wanted);
      }),
      { numRuns: 1_000 },
    );
  });

  it('by path mappings and from the base folder, we find', async () => {
    const pattern = fc.constantFrom('*', '@/*', '@/a', '@/deep/*', '@/*/a', '@*', 'a', 'a/*');
    const target = fc.constantFrom('./src/*', './*', './src/deep/*', './src/a', './a', './src/*/a', '../out/*');
    const paths = fc.dictionary(pattern, fc.array(target, { minLength: 1, maxLength: 2 }), { maxKeys: 3 });
    // A list of targets would lead us to a file that only a bundler finds, and the compiler to the next one.
    const usual = fc.constantFrom('.ts', '.tsx', '.js', '.jsx', '.d.ts');
    const specifier = fc.constantFrom('@/a', '@/deep/a', '@/deep', '@/b.c', '@/a.js', 'a', 'a/a', 'ab', 'deep/a', '@/a/a');
    const options = fc.record({ paths, baseUrl: fc.constantFrom('.', './src') }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(filesWith(usual), specifier, options, async (paths, wish, written) => {
        const absolute = written.baseUrl === undefined ? {} : { baseUrl: written.baseUrl === '.' ? '/' : '/src' };
        const wanted = compilerFinds(paths, wish, { ...written, ...absolute, pathsBasePath: '/' });
        if (wanted !== undefined) expect(await weFind(paths, wish, written)).toBe(wanted);
      }),
      { numRuns: 1_000 },
    );
  });
});
