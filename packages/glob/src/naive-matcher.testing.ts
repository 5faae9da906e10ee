/**
 * Globs by backtracking over brace-expanded text: slow, and sharing no idea and no line with the automata it judges.
 * `**` counts as one thing where it is written together, so it is marked before braces are multiplied out.
 */
const STAR = '\u{f0000}';
const GLOBSTAR = '\u{f0001}';

/** Gitignore-like: the last pattern that matches decides. */
export function naiveMatches(patterns: readonly string[], path: string): boolean {
  if (!isValid(path)) return false;
  const last = patterns.findLast((pattern) => matchesPattern(pattern.replace(/^!/, ''), path));
  return last !== undefined && !last.startsWith('!');
}

/** Every valid path up to a length over an alphabet, in order of length. */
export function allPaths(alphabet: string, length: number): readonly string[] {
  let longest = [''];
  const all: string[] = [];
  for (let n = 1; n <= length; n += 1) {
    longest = longest.flatMap((start) => Array.from(alphabet, (char) => start + char));
    all.push(...longest.filter(isValid));
  }
  return all;
}

function isValid(path: string): boolean {
  return path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
}

function matchesPattern(pattern: string, path: string): boolean {
  const marked = pattern.replace(/\*+/g, (stars) => (stars === '**' ? GLOBSTAR : STAR));
  return expandBraces(marked).some((plain) => plain !== '' && matchesFolders(plain.split('/'), path.split('/')));
}

/** `a{b,c{d,e}}` to `ab`, `acd`, `ace`; braces without a comma stay as they are. No escapes. */
function expandBraces(text: string): readonly string[] {
  for (let open = text.indexOf('{'); open !== -1; open = text.indexOf('{', open + 1)) {
    const { close, options } = readBraces(text, open);
    if (options.length < 2) continue;
    return options.flatMap((option) => expandBraces(text.slice(0, open) + option + text.slice(close + 1)));
  }
  return [text];
}

function readBraces(text: string, open: number): { close: number; options: readonly string[] } {
  const options: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let at = open; ; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return { close: at, options: [...options, text.slice(from, at)] };
    if (depth === 1 && text[at] === ',') {
      options.push(text.slice(from, at));
      from = at + 1;
    }
  }
}

function matchesFolders(pattern: readonly string[], segments: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  const [segment, ...below] = segments;
  const last = rest.length === 0;
  if (first === undefined || segment === undefined) return first === segment;
  if (last && (first === GLOBSTAR || first === '')) return true;
  if (first === GLOBSTAR) return matchesFolders(rest, segments) || matchesFolders(pattern, below);
  return first !== '' && matchesSegment(first, segment) && matchesFolders(rest, below);
}

function matchesSegment(pattern: string, segment: string): boolean {
  if (pattern === '') return segment === '';
  const [first = ''] = pattern;
  const rest = pattern.slice(first.length);
  if (first === STAR || first === GLOBSTAR) {
    return matchesSegment(rest, segment) || (segment !== '' && matchesSegment(pattern, segment.slice(1)));
  }
  if (segment === '') return false;
  if (first !== '[') return (first === '?' || first === segment[0]) && matchesSegment(rest, segment.slice(1));
  const end = pattern.indexOf(']', 2);
  return inClass(pattern.slice(1, end), segment[0] ?? '') && matchesSegment(pattern.slice(end + 1), segment.slice(1));
}

function inClass(members: string, char: string): boolean {
  const negated = /^[!^]/.test(members);
  const listed = members.slice(negated ? 1 : 0).replace(/(.)-(.)/g, (_, from: string, to: string) => between(from, to));
  return listed.includes(char) !== negated;
}

function between(from: string, to: string): string {
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
  return Array.from({ length: last - first + 1 }, (_, n) => String.fromCharCode(first + n)).join('');
}
