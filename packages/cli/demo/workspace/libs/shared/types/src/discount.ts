/** Percent off for orders of at least so many items. */
export interface Discount {
  readonly fromItems: number;
  readonly percent: number;
}
