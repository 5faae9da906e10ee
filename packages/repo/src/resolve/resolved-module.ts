import { folderOf, type ImportEdge, type ModuleRecord, type RepoPath } from '@breakwater/model';
import type { WrittenModule } from '../modules/written-module.js';
import type { Resolve } from './make-resolver.js';

/** Read and resolved once, when somebody wants to know: a plan asks for the imports of few modules. */
export class ResolvedModule implements ModuleRecord {
  private knownExports: readonly string[] | undefined;
  private knownImports: readonly ImportEdge[] | undefined;

  /** `resolver`: answers how the files of a folder name others. */
  constructor(
    private readonly path: RepoPath,
    private readonly written: WrittenModule,
    private readonly resolver: (folder: string) => Resolve,
  ) {}

  get exports(): readonly string[] {
    this.knownExports ??= this.written.exports;
    return this.knownExports;
  }

  get isScript(): boolean {
    return this.written.isScript;
  }

  get imports(): readonly ImportEdge[] {
    this.knownImports ??= resolvedImports(this.written, this.resolver(folderOf(this.path)));
    return this.knownImports;
  }
}

function resolvedImports({ imports }: WrittenModule, resolve: Resolve): readonly ImportEdge[] {
  return imports.map(({ specifier, names, reexport }) => ({
    specifier,
    names,
    reexport,
    get target() {
      return resolve(specifier);
    },
  }));
}
