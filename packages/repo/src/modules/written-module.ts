/** One import or re-export as the file spells it. */
export interface WrittenImport {
  readonly specifier: string;
  /** As the other file calls them; `*` for all of it, none for an import made for its effect. */
  readonly names: readonly string[];
  readonly reexport: boolean;
}

/** A file's imports and exports; depends on nothing but its text and the kind of file. */
export interface WrittenModule {
  /** Sorted by specifier, imports before re-exports, each pair once. */
  readonly imports: readonly WrittenImport[];
  /** Sorted. */
  readonly exports: readonly string[];
  /** Nothing makes it a module: no import or export, not even `export {}`, and no `require`. */
  readonly isScript: boolean;
  /** The parser complained; the record then holds what could be read. */
  readonly hasErrors: boolean;
}
