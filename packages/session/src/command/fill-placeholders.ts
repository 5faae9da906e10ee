/** Values that mean nothing to any shell: commit ids, task ids, branch names. */
const HARMLESS = /^[A-Za-z0-9_][A-Za-z0-9._/-]*$/;

/** The variable that carries a placeholder's value: `BREAKWATER_BASE` for `{base}`. */
export function placeholderVariable(name: string): string {
  return `BREAKWATER_${name.toUpperCase()}`;
}

/**
 * Puts values for `{base}` and the like into a shell command. Only ids by pattern become part of the text; anything else is named
 * by its environment variable, quoted as the place needs, so that no value is ever read as shell. Unknown names and other braces
 * stay as they are.
 */
export function fillPlaceholders(command: string, values: Readonly<Record<string, string>>): string {
  let quote: Quote = 'none';
  return command.replace(TOKENS, (token, name: string | undefined) => {
    if (name === undefined) {
      quote = NEXT[quote][token] ?? quote;
      return token;
    }
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return token;
    return HARMLESS.test(value) ? value : reference(name, quote, token);
  });
}

type Quote = 'none' | 'single' | 'double';

/** The start of a shell variable, a placeholder, an escaped character, or a quote. */
const TOKENS = /\$\{|\{([a-z][a-zA-Z]*)\}|\\[\s\S]|['"]/g;

const NEXT: Readonly<Record<Quote, Readonly<Record<string, Quote>>>> = {
  none: { "'": 'single', '"': 'double' },
  single: { "'": 'none' },
  double: { '"': 'none' },
};

/** cmd.exe pastes variables into the text before it reads it, so there is no safe form on Windows; the variable itself is set. */
function reference(name: string, quote: Quote, token: string): string {
  if (process.platform === 'win32') return token;
  const variable = `\${${placeholderVariable(name)}}`;
  return { none: `"${variable}"`, double: variable, single: `'"${variable}"'` }[quote];
}
