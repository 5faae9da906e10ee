/**
 * Every number of the prediction. Where one is the fruit of a measurement, the measurement is named; the rest are judgements,
 * chosen so that what a person wrote down outweighs what we find, and what we find outweighs what we guess.
 */
export const WEIGHTS = {
  /** No evidence makes certain: a session may always decide otherwise. */
  most: 0.99,
  /** Below this a file is not worth a line, nor does it change any risk that is shown. */
  least: 0.001,
  /** Files kept for one task. */
  files: 60,

  /** A file that a declared glob matches together with at most `few` others. Wider globs are permissions, not promises. */
  declared: { sure: 0.97, few: 3, most: 0.95, written: 4 },
  read: 0.97,
  /** Files of a declared project; in a project of more than `files` the scope only strengthens other evidence. */
  scope: { written: 3, most: 0.25 },

  /** Explicit mentions are rare and nearly always right; namesakes share the credit by the root of their number. */
  path: { whole: 0.95, created: 0.9, name: 0.9, stem: 0.7, rootNamesake: 0.5, namesakes: 8 },
  folder: { written: 3, most: 0.6 },
  symbol: { declared: 0.9, declarations: 6 },
  reference: { one: 0.9 },

  /** Fitted below; `ranked` files at most, and no file becomes likely by its words alone. */
  text: { ranked: 250, bias: -5, perScore: 1.5, perRank: -0.5, inside: 0.7, outside: -1, most: 0.35 },

  hub: { manifest: 0.93, lockfile: 0.93, barrelBeside: 0.4, barrelAbove: 0.25 },
  /** Files that import a package whose version changes: most compile on unchanged. */
  importer: { written: 6, most: 0.4 },

  /** A task whose likeliest file is below this is asked about: such tasks took part in half of all missed pairs. */
  vague: 0.2,
  /** Width of the column that names the reason. */
  columns: 18,
  /** Risks below this are not listed. */
  risk: 0.001,
} as const;
