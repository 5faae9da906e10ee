/** Why nothing more may begin until a person has looked; what runs comes to its end. Not recorded: the next sitting finds out anew. */
export class Halt {
  private first: string | undefined;

  /** Undefined while the run may go on. */
  get why(): string | undefined {
    return this.first;
  }

  /** The first reason stays. */
  because(why: string): void {
    this.first ??= why;
  }
}
