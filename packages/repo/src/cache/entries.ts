/** One thing that is kept. */
export interface Entry {
  readonly name: string;
  readonly question: string;
  readonly answer: Uint8Array;
}

/** What is kept, all answers about one name together, because most names are asked about several times. */
export class Entries {
  private readonly byName = new Map<string, Map<string, Uint8Array>>();

  get isEmpty(): boolean {
    return this.byName.size === 0;
  }

  /** Of what was put twice the last counts. */
  put({ name, question, answer }: Entry): void {
    const answers = this.byName.get(name);
    if (answers === undefined) this.byName.set(name, new Map([[question, answer]]));
    else answers.set(question, answer);
  }

  get(name: string, question: string): Uint8Array | undefined {
    return this.byName.get(name)?.get(question);
  }

  names(): readonly string[] {
    return [...this.byName.keys()];
  }

  /** Answers by question. */
  of(name: string): ReadonlyMap<string, Uint8Array> {
    return this.byName.get(name) ?? new Map();
  }

  /** Name by name. */
  all(): readonly Entry[] {
    return this.names().flatMap((name) => [...this.of(name)].map(([question, answer]) => ({ name, question, answer })));
  }

  clear(): void {
    this.byName.clear();
  }
}
