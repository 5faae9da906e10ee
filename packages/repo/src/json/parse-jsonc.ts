/** JSON as editors and compilers accept it: comments, trailing commas, a byte order mark. Undefined when it is none. Linear. */
export function parseJsonc(text: string): unknown {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return parse(plain) ?? parse(withoutTrailingCommas(withoutComments(plain)));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The string comes first, for `//` inside one is no comment; what is never closed runs to the end, so no start is tried twice. */
const STRING_OR_COMMENT = /"(?:[^"\\]|\\[\s\S])*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
const STRING_OR_TRAILING_COMMA = /"(?:[^"\\]|\\[\s\S])*"?|,(?=\s*[}\]])/g;

function withoutComments(text: string): string {
  return text.replace(STRING_OR_COMMENT, (found) => (found.startsWith('"') ? found : ' '));
}

function withoutTrailingCommas(text: string): string {
  return text.replace(STRING_OR_TRAILING_COMMA, (found) => (found === ',' ? ' ' : found));
}
