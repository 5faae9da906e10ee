import type { SignalGroup } from './signal-group.js';

/** What the sources of evidence say: paths, names, symbols in the brief and what follows from them. */
export const saidSignals: SignalGroup = {
  names: ['said', 'saidOfAny'],
  measure: ({ said }) => {
    let most = 0;
    for (const one of said.values()) most = Math.max(most, one);
    return (file) => [said.get(file) ?? 0, most];
  },
};
