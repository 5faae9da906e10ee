import { firstLineOf } from '../brief/brief-text.js';
import type { Finding } from '../finding.js';
import type { Ground } from '../ground/ground.js';
import { type ChangeKind, changeKindOf } from '../history/change-kind.js';
import type { Share } from '../history/heat.js';
import type { Reading } from '../reading.js';
import { prefixScope } from '../scope/prefix-scope.js';
import { type ContentScores, contentScores } from '../scores/content-scores.js';
import { messageScores } from '../scores/message-scores.js';
import { pathScores } from '../scores/path-scores.js';
import { add, rankBy, type Scores } from '../scores/scores.js';
import { type SimilarChange, similarChanges } from '../scores/similar-changes.js';
import { type Query, queryOf } from '../text/query-of.js';

/** One task against the whole repository: every ranking of its files, made once. */
export interface View {
  readonly ground: Ground;
  readonly reading: Reading;
  readonly query: Query;
  readonly kind: ChangeKind;
  /** The scope its prefix names, '' without one. */
  readonly scope: string;
  readonly content: ContentScores;
  readonly paths: Scores;
  readonly messages: Scores;
  /** The three above and the scope, mixed. */
  readonly mixed: Scores;
  readonly similar: readonly SimilarChange[];
  readonly votes: Votes;
  readonly ofKind: Share;
  readonly ofScope: Share;
  /** What the sources of evidence say about files, combined, by number. */
  readonly said: ReadonlyMap<number, number>;
}

/** The likeness-weighted share of similar commits that changed a file, a folder or a project. */
export interface Votes {
  readonly files: Scores;
  readonly folders: Float64Array;
  readonly projects: Float64Array;
  /** Likeness of the likest commit that changed the file. */
  readonly likest: Float64Array;
}

/** How the rankings are mixed for the choice of candidates. */
const MIX = { path: 0.8, scope: 0.25, messages: 0.5 };
/** A little doubt, in squared likeness: with none that is like, no vote weighs much. */
const DOUBT = 0.02;

export function viewOf(reading: Reading, ground: Ground, found: readonly Finding[]): View {
  const { files, past, heat } = ground;
  const query = queryOf(reading);
  const first = firstLineOf(reading.text);
  const content = contentScores(query, ground.content, files.size);
  const paths = pathScores(query, ground.words, files.isGuessed);
  const messages = messageScores(query, past, files.size);
  const similar = similarChanges(query, past);
  const [kind, scope] = [changeKindOf(first), prefixScope(first)];
  return {
    ...{ ground, reading, query, kind, scope, content, paths, messages, similar },
    mixed: mixedScores({ content, paths, messages }, reading, ground),
    votes: votesOf(similar, ground),
    ofKind: heat.ofKind(kind),
    ofScope: heat.ofScope(scope),
    said: saidOf(found, ground),
  };
}

function mixedScores(
  { content, paths, messages }: Pick<View, 'content' | 'paths' | 'messages'>,
  { scope }: Reading,
  { files, paths: { all } }: Ground,
): Scores {
  const isNamed = scope.names.length > 0;
  const of = new Float64Array(files.size);
  for (let file = 0; file < files.size; file += 1) {
    const byPath = (MIX.path * (paths.of[file] ?? 0)) / paths.best;
    const byMessages = (MIX.messages * (messages.of[file] ?? 0)) / messages.best;
    const isInside = isNamed && files.isGuessed[file] && scope.covers(all[file] ?? '');
    of[file] = (content.of[file] ?? 0) / content.best + byPath + byMessages + (isInside ? MIX.scope : 0);
  }
  return rankBy(of);
}

function votesOf(similar: readonly SimilarChange[], { files }: Ground): Votes {
  const [byFile, likest] = [new Float64Array(files.size), new Float64Array(files.size)];
  const folders = new Float64Array(files.folders.sizes.length);
  const projects = new Float64Array(files.projects.sizes.length);
  const all = DOUBT + similar.reduce((sum, { likeness }) => sum + likeness ** 2, 0);
  for (const { change, likeness } of similar) {
    const weight = likeness ** 2 / all;
    for (const file of change.files) {
      add(byFile, file, weight);
      likest[file] = Math.max(likest[file] ?? 0, likeness);
    }
    for (const folder of new Set(change.files.map((file) => files.folders.of[file] ?? 0))) add(folders, folder, weight);
    for (const project of new Set(change.files.map((file) => files.projects.of[file] ?? 0))) add(projects, project, weight);
  }
  return { files: rankBy(byFile), folders, projects, likest };
}

function saidOf(found: readonly Finding[], { files }: Ground): ReadonlyMap<number, number> {
  const none = new Map<number, number>();
  for (const { path, p } of found) {
    const file = files.numberOf(path);
    if (file !== undefined) none.set(file, (none.get(file) ?? 1) * (1 - p));
  }
  return new Map([...none].map(([file, not]) => [file, 1 - not]));
}
