import { flatCopy } from './flat-copy.js';

const NAMED = /(?<![\w$.])(?:module\.)?exports\.([A-Za-z_$][\w$]*)\s*=(?!=)/g;
const WHOLE = /(?<![\w$.])module\.exports\s*=(?!=)\s*(?:\{([^{}]*))?/g;
/** `export = x`, TypeScript's word for `module.exports = x`. */
const EXPORT_ASSIGNMENT = /^\s*export\s*=(?!=)/m;

/** Names a CommonJS text gives out, as far as they are written plainly: `exports.a =` and `module.exports = { a, b: c }`, up to the first brace inside. */
export function commonJsExports(text: string): readonly string[] {
  if (EXPORT_ASSIGNMENT.test(text)) return ['default'];
  if (!text.includes('exports')) return [];
  const named = [...text.matchAll(NAMED)].flatMap(([, name]) => (name === undefined ? [] : [flatCopy(name)]));
  const whole = [...text.matchAll(WHOLE)].flatMap(([, keys]) => ['default', ...keysOf(keys ?? '')]);
  return [...named, ...whole];
}

const TEXT_OR_COMMENT = /'[^'\n]*'|"[^"\n]*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

function keysOf(literal: string): readonly string[] {
  return literal
    .replace(TEXT_OR_COMMENT, ' ')
    .split(',')
    .flatMap((part) => {
      const key = /^\s*([A-Za-z_$][\w$]*)\s*(?::|\(|$)/.exec(part)?.[1];
      return key === undefined ? [] : [flatCopy(key)];
    });
}
