import { err, ok, type Result } from '@breakwater/model';
import { type Automaton, type Edge, trimmed } from './automaton.js';
import { type CharSet, EVERYTHING, only, SEGMENT, SLASH } from './char-set.js';
import { costFault, type Fault, type Piece } from './piece.js';
import { product } from './product.js';
import { validPaths } from './valid-paths.js';

const MOST_STATES = 50_000;

/**
 * The states a pattern read so far may be in, by what its text ended with: nothing yet (`start`), a slash, the inside of
 * a segment, or a `**` that began a segment. Only the next piece tells whether that `**` was a whole segment, and braces
 * may give several answers at once, so all are carried along and no brace is ever multiplied out.
 */
interface Frontier {
  readonly start: readonly number[];
  readonly slash: readonly number[];
  readonly inside: readonly number[];
  readonly globstar: readonly number[];
}
const NOWHERE: Frontier = { start: [], slash: [], inside: [], globstar: [] };

interface Building {
  readonly edges: Edge[][];
  readonly accepting: boolean[];
}

/**
 * Glushkov's construction (1961) with alternatives kept as alternatives: one state per character or wildcard of the
 * pattern, no empty moves. Paths that cannot be (empty segments, `.`, `..`) are taken out at the end.
 */
export function buildAutomaton(pieces: readonly Piece[]): Result<Automaton, Fault> {
  const building: Building = { edges: [[]], accepting: [false] };
  end(building, readAll(building, pieces, { ...NOWHERE, start: [0] }));
  const valid = building.edges.length > MOST_STATES ? building : product(trimmed(building), validPaths);
  if (valid.edges.length > MOST_STATES) return err(costFault('is too long, with its braces counted out'));
  return ok(valid);
}

function readAll(building: Building, pieces: readonly Piece[], from: Frontier): Frontier {
  if (building.edges.length > MOST_STATES) return NOWHERE;
  return pieces.reduce((frontier, piece) => readPiece(building, piece, frontier), from);
}

function readPiece(building: Building, piece: Piece, from: Frontier): Frontier {
  switch (piece.kind) {
    case 'chars': {
      const plain = withoutGlobstar(building, from);
      return { ...NOWHERE, inside: [reach(building, [...plain.start, ...plain.slash, ...plain.inside], piece.set)] };
    }
    case 'star': {
      const plain = withoutGlobstar(building, from);
      return { ...NOWHERE, inside: star(building, [...plain.start, ...plain.slash, ...plain.inside]) };
    }
    case 'globstar': {
      const plain = withoutGlobstar(building, from);
      return { ...NOWHERE, inside: star(building, plain.inside), globstar: [...plain.start, ...plain.slash] };
    }
    case 'slash':
      return slash(building, from);
    case 'choice':
      return merged(piece.options.map((option) => readAll(building, option, from)));
  }
}

/** A `**` with something else behind it in its segment is a `*`. */
function withoutGlobstar(building: Building, from: Frontier): Frontier {
  if (from.globstar.length === 0) return from;
  return { ...from, inside: [...from.inside, ...star(building, from.globstar)], globstar: [] };
}

function star(building: Building, from: readonly number[]): readonly number[] {
  if (from.length === 0) return [];
  const loop = reach(building, from, SEGMENT);
  connect(building, loop, SEGMENT, loop);
  return [...from, loop];
}

/** `**` and a slash: no folder, or some folders and their slash. A slash at the start or behind a slash leads nowhere. */
function slash(building: Building, from: Frontier): Frontier {
  const behind = from.inside.length === 0 ? [] : [reach(building, from.inside, only(SLASH))];
  if (from.globstar.length === 0) return { ...NOWHERE, slash: behind };
  const folders = reach(building, from.globstar, EVERYTHING);
  connect(building, folders, EVERYTHING, folders);
  return { ...NOWHERE, slash: [...behind, ...from.globstar, reach(building, [folders], only(SLASH))] };
}

/** A pattern that ends in `/` or `/**` means everything below; one that ends before it began means nothing. */
function end(building: Building, from: Frontier): void {
  for (const state of from.inside) building.accepting[state] = true;
  const above = [...from.slash, ...from.globstar];
  if (above.length === 0) return;
  const below = reach(building, above, EVERYTHING);
  connect(building, below, EVERYTHING, below);
  building.accepting[below] = true;
}

function merged(frontiers: readonly Frontier[]): Frontier {
  const all = (side: keyof Frontier): readonly number[] => [...new Set(frontiers.flatMap((one) => one[side]))];
  return { start: all('start'), slash: all('slash'), inside: all('inside'), globstar: all('globstar') };
}

/** A new state, entered from each of the given ones by a character of the set. */
function reach(building: Building, from: readonly number[], set: CharSet): number {
  const fresh = building.edges.push([]) - 1;
  building.accepting.push(false);
  for (const state of from) connect(building, state, set, fresh);
  return fresh;
}

function connect(building: Building, from: number, set: CharSet, to: number): void {
  if (set.length > 0) building.edges[from]?.push({ set, to });
}
