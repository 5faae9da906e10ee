/** The probability of each of `among` files when about `written` of them are written and nothing says which. */
export function spread(written: number, among: number, most: number): number {
  return Math.min(most, written / Math.max(1, among));
}

/** The probability of each of `among` namesakes: their credit is shared by the root of their number. */
export function shared(p: number, among: number): number {
  return p / Math.sqrt(Math.max(1, among));
}
