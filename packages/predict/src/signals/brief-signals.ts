import { CHANGE_KINDS } from '../history/change-kind.js';
import type { SignalGroup } from './signal-group.js';

/** What the task is, whatever the file: how much it says, and how well anything fits it. */
export const briefSignals: SignalGroup = {
  names: ['changeKind', 'briefLength', 'words', 'likestOfAll', 'bestContent'],
  measure: ({ kind, reading, query, similar, content }) => {
    const told = [
      CHANGE_KINDS.indexOf(kind),
      Math.log1p(reading.text.length),
      Math.log1p(query.size),
      similar[0]?.likeness ?? 0,
      content.best,
    ];
    return () => told;
  },
};
