/**
 * The root of the sum of squares, to the last bit what `Math.hypot` answers, whose arguments must fit on the stack: a brief or a
 * commit message may have more words than that.
 */
export function euclideanLength(numbers: readonly number[]): number {
  const largest = numbers.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  if (largest === 0) return 0;
  let [sum, lost] = [0, 0];
  for (const one of numbers) {
    const square = (one / largest) ** 2 - lost;
    const next = sum + square;
    lost = next - sum - square;
    sum = next;
  }
  return Math.sqrt(sum) * largest;
}
