const ASCII = /^[\0-\x7f]*$/;

/** One spelling for all that name one file on a disk that ignores case: NFC, then lower case character by character. */
export function foldPath(path: string): string {
  if (ASCII.test(path)) return path.toLowerCase();
  return Array.from(path.normalize('NFC'), (char) => char.toLowerCase()).join('');
}
