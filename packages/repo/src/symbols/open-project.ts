import type { ModuleRecord } from '@breakwater/model';
import type { ts as compiler, Project } from 'ts-morph';
import { codeOf, isComponent } from '../modules/embedded-code.js';
import type { TsMorph } from './load-ts-morph.js';

/**
 * A compiler over a few texts in memory, with imports resolved as the index resolved them. No library types, no file of this
 * machine is read. Files are added one by one: a list makes the library search its folders for each.
 */
export function openProject(
  morph: TsMorph,
  texts: ReadonlyMap<string, string>,
  modules: ReadonlyMap<string, ModuleRecord> = new Map(),
): Project {
  const project = new morph.Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
    compilerOptions: compilerOptions(morph),
    resolutionHost: () => ({
      resolveModuleNames: (names, from) => names.map((name) => resolveByIndex(morph, { texts, modules, from, name })),
    }),
  });
  for (const [path, text] of texts) {
    const code = codeOf(path, text);
    const scriptKind = isComponent(path) ? { scriptKind: kindOf(morph, code.path) } : {};
    project.createSourceFile(placeOf(path), code.text, scriptKind);
  }
  return project;
}

/** Of a component the compiler sees the code, which its name does not tell it how to read. */
function kindOf({ ts }: TsMorph, path: string): compiler.ScriptKind {
  return path.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.TSX;
}

function compilerOptions({ ts }: TsMorph): compiler.CompilerOptions {
  return {
    noLib: true,
    types: [],
    allowJs: true,
    jsx: ts.JsxEmit.Preserve,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
  };
}

/** The path inside the compiler's own file system. */
export function placeOf(path: string): string {
  return `/${path}`;
}

/** The repository path of a place. */
export function pathAt(place: string): string {
  return place.slice(1);
}

interface Asked {
  readonly texts: ReadonlyMap<string, string>;
  readonly modules: ReadonlyMap<string, ModuleRecord>;
  readonly from: string;
  readonly name: string;
}

function resolveByIndex({ ts }: TsMorph, { texts, modules, from, name }: Asked): compiler.ResolvedModuleFull | undefined {
  const edge = modules.get(pathAt(from))?.imports.find(({ specifier, target }) => specifier === name && target !== undefined);
  if (edge?.target === undefined || !texts.has(edge.target)) return undefined;
  const ending = isComponent(edge.target) ? undefined : /\.d\.[cm]?ts$|\.[^.]+$/.exec(edge.target)?.[0];
  const extension = ending ?? ts.Extension.Ts;
  return { resolvedFileName: placeOf(edge.target), extension, isExternalLibraryImport: false };
}
