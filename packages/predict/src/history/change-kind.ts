/** What a change is about, by its first line; the place in the list is its number in the model. */
export const CHANGE_KINDS = ['docs', 'test', 'ci', 'deps', 'feat', 'fix', 'refactor', 'chore', 'other'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** `fix(api): ...`, `Fix: ...` */
const TYPED = /^\s*\[?(\w+)\]?(?:\([^)]*\))?!?:\s/;

/** The kind of a commit or task: what its files are for tells more than whether it mends or adds, so that is asked first. */
export function changeKindOf(firstLine: string): ChangeKind {
  const type = TYPED.exec(firstLine)?.[1]?.toLowerCase() ?? '';
  return RULES.find(({ said, reads }) => said?.test(type) === true || reads?.test(firstLine) === true)?.kind ?? 'other';
}

/** The first that fits: by the type that is said, or by how the line reads. */
const RULES: readonly { readonly kind: ChangeKind; readonly said?: RegExp; readonly reads?: RegExp }[] = [
  { kind: 'docs', said: /^(?:docs?|documentation)$/ },
  { kind: 'test', said: /^tests?$/ },
  { kind: 'ci', said: /^(?:ci|build)$/ },
  { kind: 'deps', said: /^deps?$/, reads: /\b(?:deps|dependenc|bump|upgrade)\w*/i },
  { kind: 'ci', reads: /\b(?:ci|workflow|github actions?|pipeline)\b/i },
  { kind: 'docs', reads: /\b(?:docs?|readme|documentation|typos?|website|blog|guide)\b|\.mdx?\b/i },
  { kind: 'test', reads: /\b(?:tests?|e2e|spec|flaky)\b/i },
  { kind: 'feat', said: /^(?:feat|features?)$/ },
  { kind: 'fix', said: /^(?:fix|bugfix|hotfix)$/ },
  { kind: 'refactor', said: /^(?:refactor|perf|style|types?)$/ },
  { kind: 'chore', said: /^(?:chore|release|infra)$/ },
  { kind: 'fix', reads: /^\W*(?:bug)?fix/i },
  { kind: 'feat', reads: /^\W*(?:add|feat|implement|introduce|support|extend|set up|create)/i },
  { kind: 'refactor', reads: /^\W*(?:refactor|improve|clean|simplif|rename|move|change|reuse|extract|harmoni)/i },
];
