import { createHash } from 'node:crypto';

/** The lines of a journal with their headers made right again after their text was changed. */
export function encodeAnew(text: string): string {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines
    .map((line) => line.slice(line.indexOf('{')))
    .map((json) => `${Buffer.byteLength(json)} ${createHash('sha256').update(json).digest('hex').slice(0, 16)} ${json}\n`)
    .join('');
}
