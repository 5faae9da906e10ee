/** A pattern that means more paths than this is a permission, not a list. */
const MOST = 64;
const INNERMOST = /^(.*)\{([^{}]*,[^{}]*)\}(.*)$/s;

/** The paths that braces alone stand for, `src/{a,b}.ts` as `src/a.ts` and `src/b.ts`; a pattern with wildcards stays as it is. */
export function spellOut(pattern: string): readonly string[] {
  if (/[*?[\]\\]|^!|\/$/.test(pattern) || !pattern.includes(',')) return [pattern];
  let patterns: readonly string[] = [pattern];
  while (patterns.some((one) => INNERMOST.test(one))) {
    patterns = patterns.flatMap(spellInnermost);
    if (patterns.length > MOST) return [pattern];
  }
  return [...new Set(patterns)];
}

/** Braces around one thing are literal, as in a shell. */
function spellInnermost(pattern: string): readonly string[] {
  const [, before = '', choices = '', after = ''] = INNERMOST.exec(pattern) ?? [];
  if (!INNERMOST.test(pattern)) return [pattern];
  return choices.split(',').map((choice) => `${before}${choice}${after}`);
}
