import type { Evidence } from '@breakwater/model';
import type { View } from './signals/view.js';
import { WEIGHTS } from './weights.js';

/** Why the model guesses a file, in words, what speaks loudest first: its words and the commits like the task; else that it changes often. */
export function evidenceFor(view: View, file: number): readonly Evidence[] {
  const words = view.mixed.of[file] ?? 0;
  const reasons = [
    { weight: words / view.mixed.best, evidence: wordsOf(view, file) },
    { weight: view.votes.files.of[file] ?? 0, evidence: likeOf(view, file) },
  ];
  const told = reasons.sort((a, b) => b.weight - a.weight).flatMap(({ evidence }) => (evidence === undefined ? [] : [evidence]));
  return told.length > 0 ? told : [oftenOf(view, file)];
}

/** The words that tell most, as many as fit beside the file: those of its path, else those of its text. */
function wordsOf({ query, ground, paths }: View, file: number): Evidence | undefined {
  const inPath = (paths.of[file] ?? 0) > 0 ? ground.words.termsOfPath(file) : [];
  const isInPath = (term: string): boolean => inPath.some((terms) => terms.has(term));
  const telling = [...query]
    .filter(([term, { whole }]) => !whole && (isInPath(term) || ground.content.has(term, file)))
    .map(([term, { said, weight }]) => ({ said, tells: (isInPath(term) ? 2 : 1) * weight * ground.content.idf(term) }))
    .sort((a, b) => b.tells - a.tells || (a.said < b.said ? -1 : 1));
  const [first, second] = telling;
  if (first === undefined) return undefined;
  const pair = `words: ${first.said}, ${second?.said}`;
  const detail = second !== undefined && pair.length <= WEIGHTS.columns ? pair : `words: ${first.said}`;
  return { source: 'text', detail };
}

/** The likest commit that changed the file, by its subject. */
function likeOf({ similar }: View, file: number): Evidence | undefined {
  const like = similar.find(({ change }) => change.files.includes(file));
  return like === undefined ? undefined : { source: 'history', detail: `like: ${cut(like.change.subject)}` };
}

const MOST = 60;

/** By code points: half a character is none. */
function cut(subject: string): string {
  const characters = [...subject];
  return characters.length <= MOST ? subject : `${characters.slice(0, MOST - 3).join('')}...`;
}

function oftenOf({ ground, kind, ofKind }: View, file: number): Evidence {
  if ((ofKind.touches.get(file) ?? 0) > 1) return { source: 'heat', detail: `often in ${kind}` };
  return { source: 'heat', detail: (ground.heat.touches[file] ?? 0) > 1 ? 'changes often' : 'changed before' };
}
