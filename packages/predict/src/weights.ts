/**
 * What the sources of evidence say their findings are worth, and a few limits. Where a number is the fruit of a measurement, the
 * measurement is named; the rest are judgements, chosen so that what a person wrote down outweighs what is learned from past changes.
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

  /**
   * Mentions in the brief; namesakes share the credit by the root of their number. In messages of commits, written by people who
   * knew the outcome, a file's path or name came true in 6 of 10 and a word that is its stem in 3 of 10; a brief names files to say more.
   */
  path: { whole: 0.95, created: 0.9, near: 0.6, mistyped: 0.55, name: 0.8, stem: 0.45, namesakes: 8 },
  folder: { written: 3, most: 0.6 },
  symbol: { declared: 0.9, declarations: 6 },
  reference: { one: 0.9 },

  /**
   * What a scouting session says of how sure it is, and what is left of the guess for a file it did not name when it named others.
   * It may have looked into the files, but what sessions say of themselves was not measured: the first three are judgements. Half was
   * best on 863 past changes with simulated answers (7 of 10 changed files named, 65 of 100 named files right): less told risks of 1 to
   * 5 % two to three times too low, more told those of 5 to 20 % too high.
   */
  scout: { certain: 0.9, likely: 0.6, possible: 0.25, unnamed: 0.5 },

  hub: { manifest: 0.93, lockfile: 0.93, barrelBeside: 0.4, barrelAbove: 0.25 },
  /** Files that import a package whose version changes: most compile on unchanged. */
  importer: { written: 6, most: 0.4 },

  /** A task whose likeliest file is below this is asked about: such tasks took part in half of all missed pairs. */
  vague: 0.2,
  /** Width of the column that names the reason. */
  columns: 18,
  /** Risks that the model of pairs puts below this are not listed. */
  risk: 0.001,
  /**
   * So much of every guess about a pair is what is `usual` anywhere, because no repository is quite like those the model learned from.
   * Over 12 others it had told .5 % where 1.4 % came true (everybody's changes), with this .7 where 1.2 did; of those it learned from,
   * each left out, the likelihood is as good as without.
   */
  strange: { share: 0.04, usual: 0.07 },
} as const;
