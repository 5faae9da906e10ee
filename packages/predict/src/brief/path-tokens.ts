/** A text's words that may be paths or file names, each once: as written and without the punctuation around them. */
export function pathTokens(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, inside = '']) => inside);
  const bare = text.match(/[^\s`"'<>,;|]+/g) ?? [];
  const tokens = [...quoted, ...bare].flatMap(spellings).filter((token) => /[./]/.test(token));
  return [...new Set(tokens)];
}

function spellings(token: string): readonly string[] {
  const plain = token
    .replaceAll('\\', '/')
    .replace(/(?::\d+)+$|#L\d+.*$/, '')
    .replace(/^\.\//, '')
    .replace(/\/+$/, '');
  const bare = plain.replace(/^[([{*_"'“‘]+/, '').replace(/[)\]}*_"'”’.,:;!?]+$/, '');
  return [plain, bare, bare.replace(/\/+$/, '').replace(/^\.\//, '')].filter((spelling) => spelling !== '');
}
