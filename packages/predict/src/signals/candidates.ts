import { rankBy } from '../scores/scores.js';
import type { View } from './view.js';

/** How many of the best are taken from each ranking; together they hold nine of ten files that are really changed. */
const BEST = { mixed: 130, content: 50, paths: 60, messages: 60, votes: 60, kind: 25, scope: 25, declared: 100 };

/** The files a model is asked about, by number, rising: the best of every ranking and everything that is said. */
export function candidates(view: View): readonly number[] {
  const { mixed, content, paths, messages, votes, ofKind, ofScope, said, ground } = view;
  const found = new Set<number>([
    ...mixed.first(BEST.mixed),
    ...content.first(BEST.content),
    ...paths.first(BEST.paths),
    ...messages.first(BEST.messages),
    ...votes.files.first(BEST.votes),
    ...ground.recentlyChanged,
    ...mostTouched(ofKind.touches, BEST.kind),
    ...mostTouched(ofScope.touches, BEST.scope),
    ...bestInside(view, BEST.declared),
    ...said.keys(),
  ]);
  return [...found].filter((file) => ground.files.isGuessed[file]).sort((a, b) => a - b);
}

/** The files of a declared scope, those that fit the brief first. */
function bestInside({ reading: { scope }, mixed, ground }: View, most: number): readonly number[] {
  if (!scope.declared) return [];
  const inside = mixed.of.map((score, file) => (score > 0 && scope.covers(ground.paths.all[file] ?? '') ? score : 0));
  return rankBy(inside).first(most);
}

function mostTouched(touches: ReadonlyMap<number, number>, most: number): readonly number[] {
  return [...touches]
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, most)
    .map(([file]) => file);
}
