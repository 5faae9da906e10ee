import { euclideanLength } from '../euclidean-length.js';
import type { View } from '../signals/view.js';

/** A file and the probability that a task writes it. */
export interface Guessed {
  readonly file: number;
  readonly p: number;
}

/** What is guessed of one task, ready to be held against another's. */
export interface Guess {
  readonly view: View;
  /** By falling p, ties by number. */
  readonly files: readonly Guessed[];
  readonly of: ReadonlyMap<number, number>;
  /** Place in `files`, from 0. */
  readonly places: ReadonlyMap<number, number>;
  /** Expected number of files, and the root of the sum of squares. */
  readonly size: number;
  readonly length: number;
  /** Share of the expected files by folder and by project. */
  readonly folders: ReadonlyMap<number, number>;
  readonly projects: ReadonlyMap<number, number>;
  /** The projects its author declared, by number; undefined when nothing is declared. */
  readonly declared: ReadonlySet<number> | undefined;
  /** Lengths of the brief as a vector of what its words tell, about texts and about commits. */
  readonly wordLengths: readonly [number, number];
  readonly similar: readonly { readonly place: number; readonly weight: number; readonly files: ReadonlySet<number> }[];
}

/** Files and similar commits that count for a pair. */
const MOST = { files: 100, similar: 15 };

export function guessOf(view: View, guessed: readonly Guessed[]): Guess {
  const files = [...guessed].sort((a, b) => b.p - a.p || a.file - b.file).slice(0, MOST.files);
  const size = files.reduce((sum, { p }) => sum + p, 0);
  const { folders, projects } = view.ground.files;
  return {
    view,
    files,
    of: new Map(files.map(({ file, p }) => [file, p])),
    places: new Map(files.map(({ file }, place) => [file, place])),
    size,
    length: euclideanLength(files.map(({ p }) => p)),
    folders: shares(files, folders.of, size),
    projects: shares(files, projects.of, size),
    declared: declaredProjects(view),
    wordLengths: wordLengths(view),
    similar: view.similar.slice(0, MOST.similar).map(({ change, place, likeness }) => ({
      place,
      weight: likeness ** 2,
      files: new Set(change.files),
    })),
  };
}

function shares(files: readonly Guessed[], groups: Uint32Array, size: number): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const { file, p } of files) {
    const group = groups[file] ?? 0;
    sums.set(group, (sums.get(group) ?? 0) + p / Math.max(1e-9, size));
  }
  return sums;
}

function declaredProjects({ reading: { scope }, ground }: View): ReadonlySet<number> | undefined {
  if (!scope.declared) return undefined;
  const names = new Set(scope.names);
  const numbered = [...ground.files.projectAt.entries()];
  return new Set(numbered.filter(([, project]) => project !== undefined && names.has(project.name)).map(([number]) => number));
}

function wordLengths({ query, ground }: View): readonly [number, number] {
  const words = [...query];
  return [
    euclideanLength(words.map(([term, { weight }]) => weight * ground.content.idf(term))),
    euclideanLength(words.map(([term, { weight }]) => weight * ground.past.idf(term))),
  ];
}
