/** Chances a person can picture, the likeliest first. */
const PICTURES: readonly { readonly p: number; readonly words: string }[] = [
  [19, 20],
  [9, 10],
  [4, 5],
  [3, 4],
  [2, 3],
  [1, 2],
  [1, 3],
  [1, 4],
  [1, 5],
  [1, 10],
  [1, 20],
].map(([of, runs]) => ({ p: (of ?? 0) / (runs ?? 1), words: `${of} ${of === 1 ? 'run' : 'runs'} of ${runs}` }));

/** Past halfway from the last picture to certainty nothing is left to picture. */
const ALMOST_ALWAYS = 0.975;
const HARDLY_EVER = 0.025;

/** A probability as a natural frequency: `3 runs of 4`, the nearest one; people read these right, percentages they do not. */
export function naturalFrequency(p: number): string {
  if (p > ALMOST_ALWAYS) return 'almost every run';
  if (p < HARDLY_EVER) return 'hardly any run';
  const nearest = PICTURES.reduce((best, one) => (Math.abs(one.p - p) < Math.abs(best.p - p) ? one : best));
  return nearest.words;
}
