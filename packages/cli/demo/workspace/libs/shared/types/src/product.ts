export interface Product {
  readonly id: string;
  readonly name: string;
  /** In euros. */
  readonly price: number;
}
