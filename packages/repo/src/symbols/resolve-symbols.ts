import type { RepositoryIndex, SymbolFact, SymbolQuestion, TreeReader } from '@breakwater/model';

export interface SymbolRequest {
  readonly index: RepositoryIndex;
  readonly tree: TreeReader;
  readonly questions: readonly SymbolQuestion[];
}

export async function resolveSymbols({ questions }: SymbolRequest): Promise<readonly SymbolFact[]> {
  return questions.map(({ name }) => ({ name, declarations: [], references: [] }));
}
