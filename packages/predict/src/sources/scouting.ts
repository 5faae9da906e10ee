import type { Finding } from '../finding.js';
import { allowedBy } from '../ground/match-globs.js';
import type { ScoutedFile } from '../scout/read-scouting.js';
import { WEIGHTS } from '../weights.js';
import type { Source } from './source.js';

/** Files a scouting session expects; where the author declares globs, those inside them. */
export const scouting: Source = {
  name: 'scouting',
  find: ({ task: { writes }, scouted }, { paths }) => {
    const isAllowed = writes.length === 0 ? () => true : allowedBy(writes, paths);
    return scouted.filter(({ path }) => isAllowed(path)).map(scoutedFinding);
  },
};

function scoutedFinding({ path, sure }: ScoutedFile): Finding {
  return { path, p: WEIGHTS.scout[sure], evidence: { source: 'scout', detail: `scout: ${sure}` } };
}
