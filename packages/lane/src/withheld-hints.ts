import type { News } from '@breakwater/model';

/**
 * Says of a command that failed which variables it speaks of and was not given, each time others, and answers its end as it is. Whoever
 * ran it by hand a moment ago would not understand otherwise why it fails here.
 */
export function withheldHints(withheld: readonly string[]): <E extends CommandEnd>(end: E, news: (news: News) => void) => E {
  const said = new Set<string>();
  return (end, news) => {
    const text = hintFor(textOf(end), withheld);
    if (text !== undefined && !said.has(text)) news({ kind: 'warning', text });
    if (text !== undefined) said.add(text);
    return end;
  };
}

type CommandEnd = { readonly end: string; readonly failure?: { readonly reason: string } };

/** What a command was and said before it failed; empty for every other end. */
function textOf({ failure }: CommandEnd): string {
  return failure !== undefined && 'command' in failure && 'tail' in failure ? `${failure.command}\n${failure.tail}` : '';
}

/** Undefined when the text speaks of none of them. */
function hintFor(text: string, withheld: readonly string[]): string | undefined {
  const words = new Set(text.match(/\w+/g));
  const named = withheld.filter((name) => words.has(name) || SIGNS.get(name)?.test(text));
  if (named.length === 0) return undefined;
  const are = named.length === 1 ? 'is' : 'are';
  return `${named.join(', ')} ${are} in your environment but not given to commands; if they need it: environment: [${named.join(', ')}]`;
}

/** What programs say that miss it, without its name. */
const SIGNS: ReadonlyMap<string, RegExp> = new Map([['SSH_AUTH_SOCK', /Permission denied \(publickey/]]);
