/**
 * The simple commands of a compound one: Claude Code judges each part of `a && b` by itself, so each needs a rule. Operators in
 * quotes do not count.
 */
export function splitCompound(command: string): readonly string[] {
  const parts: string[] = [''];
  for (const [token] of command.matchAll(TOKENS)) {
    if (OPERATOR.test(token)) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Quoted text, an escaped character, `>|`, `>&` and the like (which send output elsewhere), an operator, or any one character. */
const TOKENS = /'[^']*'|"(?:[^"\\]|\\.)*"|\\.|>\||[<>]&|&>|&&|\|\||[;&|\n]|[\s\S]/g;
const OPERATOR = /^(?:&&|\|\||[;&|\n])$/;
