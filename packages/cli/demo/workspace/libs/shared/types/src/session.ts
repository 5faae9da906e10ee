/** Who is signed in; nobody without a customer. */
export interface Session {
  readonly customerId?: string;
}
