import type { RepoPath } from '@breakwater/model';
import { collectFacts, readUnread } from '../facts/collect-facts.js';
import { REEXPORT_FACTS } from '../modules/reexport-facts.js';
import type { Reexport } from '../modules/reexports-of.js';
import { filesAt } from './files-at.js';
import type { Importer, ImportGraph } from './import-graph.js';
import type { Source } from './source.js';

/** A name that a file gives out. */
export interface ExportedName {
  readonly path: string;
  readonly name: string;
}

export interface Followed {
  /** Files that import or pass on the symbol by name. */
  readonly users: ReadonlySet<RepoPath>;
  /** Files that pass on something of a file that has the symbol. */
  readonly barrels: ReadonlySet<RepoPath>;
  /** Every name the symbol goes by. */
  readonly names: ReadonlySet<string>;
}

/** Follows an export through barrels, `export *` and renamings, level by level; what is imported by name on the way is certain. */
export async function followExports(source: Source, graph: ImportGraph, start: readonly ExportedName[]): Promise<Followed> {
  const users = new Set<RepoPath>();
  const barrels = new Set<RepoPath>();
  const seen = new Map(start.map((one) => [keyOf(one), one]));
  for (let open = start; open.length > 0; ) {
    const steps = open.flatMap((one) => stepsFrom(graph, one));
    for (const { importer, name } of steps) if (importer.edge.names.includes(name)) users.add(importer.path);
    const passing = steps.filter(({ importer }) => importer.edge.reexport);
    for (const { importer } of passing) barrels.add(importer.path);
    open = noteNew(await passedOn(source, passing), seen);
  }
  return { users, barrels, names: new Set([...seen.values()].map(({ name }) => name)) };
}

/** Those that were not seen before, each once: two ways to one barrel are one question, or their number would double at every level. */
function noteNew(found: readonly ExportedName[], seen: Map<string, ExportedName>): readonly ExportedName[] {
  return found.filter((one) => {
    const isNew = !seen.has(keyOf(one));
    if (isNew) seen.set(keyOf(one), one);
    return isNew;
  });
}

interface Step {
  readonly importer: Importer;
  readonly name: string;
}

function stepsFrom(graph: ImportGraph, { path, name }: ExportedName): readonly Step[] {
  const steps = (graph.get(path) ?? []).map((importer) => ({ importer, name }));
  return steps.filter(({ importer: { edge } }) => edge.names.includes(name) || (edge.reexport && edge.names.includes('*')));
}

/** The index knows that a name is passed on, not what it is called afterwards; the text does. */
async function passedOn(source: Source, steps: readonly Step[]): Promise<readonly ExportedName[]> {
  const paths = steps.map(({ importer }) => importer.path);
  const files = filesAt(source.index, paths);
  const collected = collectFacts(REEXPORT_FACTS, files, source.cache);
  await readUnread(source.tree, [collected]);
  const reexports = new Map(files.map(({ path }, place) => [path, collected.facts[place]]));
  return steps.flatMap(({ importer: { path, edge }, name }) =>
    (reexports.get(path) ?? [])
      .filter(({ specifier }) => specifier === edge.specifier)
      .flatMap((reexport) => nameAfter(reexport, name) ?? [])
      .map((after) => ({ path, name: after })),
  );
}

/** `export *` leaves the default export behind; `export * as ns` makes it a member of something else. */
function nameAfter({ imported, exported }: Reexport, name: string): string | undefined {
  if (imported === name) return exported;
  return imported === '*' && exported === '*' && name !== 'default' ? name : undefined;
}

function keyOf({ path, name }: ExportedName): string {
  return `${path}\0${name}`;
}
