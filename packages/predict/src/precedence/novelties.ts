import type { PrecedenceReason } from '@breakwater/model';
import { readTerms } from '@breakwater/text';
import { sentencesOf } from '../brief/brief-text.js';
import { namesIn } from '../brief/symbols-in.js';
import { couldBeCreated } from '../ground/could-be-created.js';
import type { Ground } from '../ground/ground.js';
import type { Reading } from '../reading.js';
import { madeBy } from './is-made.js';

/** The files and names a task speaks of that the commit does not hold. */
export interface Novelties {
  /** By what it is called: what is said when another task waits for it. */
  readonly made: ReadonlyMap<string, PrecedenceReason>;
  /** Spoken of, and not made by this task. */
  readonly used: ReadonlySet<string>;
}

export function noveltiesOf(reading: Reading, ground: Ground): Novelties {
  const made = new Map<string, PrecedenceReason>();
  const used = new Set<string>();
  const isMade = madeBy(reading.text);
  for (const [thing, reason] of [...newFiles(reading, ground), ...newNames(reading, ground)]) {
    if (reading.task.writes.includes(thing) || isMade(thing)) made.set(thing, reason);
    else used.add(thing);
  }
  return { made, used };
}

type Novelty = readonly [thing: string, reason: PrecedenceReason];

function newFiles({ tokens, task }: Reading, { paths }: Ground): readonly Novelty[] {
  return [...tokens, ...task.writes].flatMap((token): readonly Novelty[] => {
    const path = couldBeCreated(token, paths);
    return path === undefined ? [] : [[path, { kind: 'creates', path }]];
  });
}

/** A name counts as new when it is declared nowhere and said in no text, however its words are joined. */
function newNames({ text }: Reading, ground: Ground): readonly Novelty[] {
  const names = new Set(sentencesOf(text).flatMap(namesIn).map(ownerOf));
  return [...names].filter((name) => !isThere(name, ground)).map((name) => [name, { kind: 'introduces', name }]);
}

function ownerOf(name: string): string {
  return name.split('.')[0] ?? name;
}

/** Shorter names mean too many things. */
const SHORT = 4;

function isThere(name: string, { known, symbols, content }: Ground): boolean {
  if (name.length < SHORT || known.isExported(name)) return true;
  if ((symbols.get(name)?.declarations ?? []).length > 0) return true;
  const terms = readTerms(name);
  const term = terms.find(({ whole }) => whole) ?? terms[0];
  return term === undefined || content.postings(term.key).files.length > 0;
}
