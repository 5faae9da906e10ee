/** What a byte of a text is to names. Bytes beyond ASCII are letters: what is no letter was blanked by `plainBytes`. */
export const LOWER = 1;
export const UPPER = 2;
export const DIGIT = 3;
/** `_` and `$`, inside an identifier. */
export const JOINT = 4;
/** `.` and `-`, between two identifiers. */
export const LINK = 5;

export const CLASS: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => classOf(byte));

function classOf(byte: number): number {
  const char = String.fromCharCode(byte);
  if (byte >= 0x80 || /[a-z]/.test(char)) return LOWER;
  if (/[A-Z]/.test(char)) return UPPER;
  if (/[0-9]/.test(char)) return DIGIT;
  if (/[_$]/.test(char)) return JOINT;
  return /[.-]/.test(char) ? LINK : 0;
}

export function isOfIdentifier(byte: number | undefined): boolean {
  const kind = CLASS[byte ?? 0] ?? 0;
  return kind !== 0 && kind !== LINK;
}
