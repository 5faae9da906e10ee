/** What a commit message says to do: no numbers of pull requests, trailers, links and comments, which no brief holds. */
export function pastBrief(subject: string, body: string): { readonly title: string; readonly brief: string } {
  const title = withoutNumbers(subject).trim();
  const rest = body
    .replace(/<!--[\s\S]*?-->/g, '')
    .split('\n')
    .filter((line) => !TRAILER.test(line))
    .map((line) => withoutNumbers(line.replace(/https?:\/\/\S+/g, '')).trimEnd())
    .join('\n');
  const brief = `${title}\n\n${rest}`.replace(/\n{3,}/g, '\n\n').trim();
  return { title, brief: brief.slice(0, MOST) };
}

/** Characters; longer messages are pasted logs. */
const MOST = 2_000;

const TRAILER =
  /^\s*(?:[A-Z][\w-]*-[Bb]y|Change-Id|(?:Fix(?:es|ed)?|Close[sd]?|Resolve[sd]?|Refs?|See|Related)(?: to)?):?\s+(?:#|\S+@|https?:|.*<\S+@)/;

function withoutNumbers(text: string): string {
  return text.replace(/\s*\(\s*(?:#|gh-)\d+\s*\)/gi, '').replace(/(^|\s)#\d+\b/g, '$1');
}
