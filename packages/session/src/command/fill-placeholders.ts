/** Values that mean nothing to any shell: commit ids, task ids, branch names. */
const HARMLESS = /^[A-Za-z0-9_][A-Za-z0-9._/-]*$/;

/** The variable that carries a placeholder's value: `BREAKWATER_BASE` for `{base}`. */
export function placeholderVariable(name: string): string {
  return `BREAKWATER_${name.toUpperCase()}`;
}

/** By name. A list, such as changed files, is as many words. */
export type PlaceholderValues = Readonly<Record<string, string | readonly string[]>>;

/** What every command finds in its environment besides: the same values, a list one on a line. */
export function placeholderVariables(values: PlaceholderValues): Readonly<Record<string, string>> {
  const texts = Object.entries(values).map(
    ([name, value]) => [name, typeof value === 'string' ? value : value.join('\n')] as const,
  );
  const usable = texts.filter(([, text]) => !text.includes('\0') && Buffer.byteLength(text) < LONGEST_VARIABLE);
  return Object.fromEntries(usable.map(([name, text]) => [placeholderVariable(name), text]));
}

/** Bytes. Linux starts no process with a variable of 128 KiB. */
const LONGEST_VARIABLE = 120_000;

/**
 * Puts values for `{base}` and the like into a shell command. Only ids by pattern become part of the text; anything else is named
 * by its environment variable, quoted as the place needs, so that no value is ever read as shell. The words of a list stand in
 * single quotes, where nothing means anything to the shell; inside the command's own quotes a list is one word, its variable. Unknown
 * names and other braces stay as they are.
 */
export function fillPlaceholders(command: string, values: PlaceholderValues): string {
  let quote: Quote = 'none';
  return command.replace(TOKENS, (token, name: string | undefined) => {
    if (name === undefined) {
      quote = NEXT[quote][token] ?? quote;
      return token;
    }
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? token : filled(value, { name, quote, token });
  });
}

interface Spot {
  readonly name: string;
  readonly quote: Quote;
  readonly token: string;
}

function filled(value: string | readonly string[], { name, quote, token }: Spot): string {
  if (typeof value !== 'string') return quote === 'none' ? words(value, token) : reference(name, quote, token);
  return HARMLESS.test(value) ? value : reference(name, quote, token);
}

/** A word that begins like an option is written as a path. cmd.exe has no quotes that hold everything. */
function words(values: readonly string[], token: string): string {
  const paths = values.map((value) => (value.startsWith('-') ? `./${value}` : value));
  if (process.platform === 'win32') return paths.every((path) => HARMLESS.test(path)) ? paths.join(' ') : token;
  return paths.map((path) => (HARMLESS.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`)).join(' ');
}

type Quote = 'none' | 'single' | 'double';

/** The start of a shell variable, a placeholder, an escaped character, or a quote. */
const TOKENS = /\$\{|\{([a-z][a-zA-Z]*)\}|\\[\s\S]|['"]/g;

const NEXT: Readonly<Record<Quote, Readonly<Record<string, Quote>>>> = {
  none: { "'": 'single', '"': 'double' },
  // A backslash escapes nothing there.
  single: { "'": 'none', "\\'": 'none' },
  double: { '"': 'none' },
};

/** cmd.exe pastes variables into the text before it reads it, so there is no safe form on Windows; the variable itself is set. */
function reference(name: string, quote: Quote, token: string): string {
  if (process.platform === 'win32') return token;
  const variable = `\${${placeholderVariable(name)}}`;
  return { none: `"${variable}"`, double: variable, single: `'"${variable}"'` }[quote];
}
