// @ts-check

/**
 * An amount as people write it.
 * @param {number} euros
 */
export function money(euros) {
  return `€${euros.toFixed(2)}`;
}
