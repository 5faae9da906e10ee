/** A probability for a person; what is not nothing is not called nothing, and what is not certain not certain. */
export function percent(p: number): string {
  if (p > 0 && p < 0.01) return 'under 1 %';
  if (p < 1 && p > 0.99) return 'over 99 %';
  return `${Math.round(p * 100)} %`;
}
