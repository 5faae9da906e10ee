import type { SignalGroup } from './signal-group.js';

/** What is added to counts, so that few commits do not speak too loud. */
const PRIOR = { touches: 0.2, changes: 50, kind: 20, scope: 5 };

/** How often the file changes: at all, lately, in changes of this kind, in changes with this scope. */
export const heatSignals: SignalGroup = {
  names: ['rate', 'recent', 'last', 'kindRate', 'kindLift', 'scopeRate', 'scopeKnown'],
  measure: ({ ground: { heat }, ofKind, ofScope }) => {
    return (file) => {
      const rate = ((heat.touches[file] ?? 0) + PRIOR.touches) / (heat.changes + PRIOR.changes);
      const kindRate = ((ofKind.touches.get(file) ?? 0) + PRIOR.kind * rate) / (ofKind.changes + PRIOR.kind);
      return [
        Math.log(rate),
        Math.log1p(heat.recent[file] ?? 0),
        Math.log1p(heat.last[file] ?? 0),
        Math.log(kindRate),
        Math.log(kindRate / rate),
        (ofScope.touches.get(file) ?? 0) / (ofScope.changes + PRIOR.scope),
        Number(ofScope.changes > 0),
      ];
    };
  },
};
