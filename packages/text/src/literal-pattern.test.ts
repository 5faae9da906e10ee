import { expect, it } from 'vitest';
import { literalPattern } from './literal-pattern.js';

it.each(['', 'u'])('makes of a text a pattern that fits it alone, with the flags "%s"', (flags) => {
  const signs = Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n));
  for (const text of [...signs, 'a.b', '$&', '(?:x)*', '[a-z]{2}', 'größe']) {
    const pattern = new RegExp(`^${literalPattern(text)}$`, flags);
    expect([text, `${text}x`, `x${text}`, 'aab', 'ß'].filter((one) => pattern.test(one))).toEqual([text]);
  }
});
