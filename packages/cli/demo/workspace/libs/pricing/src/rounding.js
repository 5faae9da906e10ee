// @ts-check

/**
 * To whole cents, half a cent up.
 * @param {number} euros
 */
export function roundToCents(euros) {
  return Math.round(euros * 100) / 100;
}
