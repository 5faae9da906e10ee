import { barrels } from './barrels.js';
import { declaredGlobs } from './declared-globs.js';
import { dependencies } from './dependencies.js';
import { fileNames } from './file-names.js';
import { pathsInBrief } from './paths-in-brief.js';
import { references } from './references.js';
import { scouting } from './scouting.js';
import type { Source } from './source.js';
import { stems } from './stems.js';
import { symbols } from './symbols.js';

/** All sources. Of two reasons of equal weight the earlier one is named first; `barrels` needs to know which files are new. */
export const SOURCES: readonly Source[] = [
  declaredGlobs,
  pathsInBrief,
  fileNames,
  symbols,
  references,
  stems,
  scouting,
  dependencies,
  barrels,
];
