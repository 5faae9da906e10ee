import type { SignalGroup } from './signal-group.js';

/** What the sources of evidence say: paths, names, symbols in the brief and what follows from them. */
export const saidSignals: SignalGroup = {
  names: ['said', 'saidOfAny'],
  measure: ({ said }) => {
    const most = Math.max(0, ...said.values());
    return (file) => [said.get(file) ?? 0, most];
  },
};
