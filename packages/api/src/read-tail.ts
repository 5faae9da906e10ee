import { open } from 'node:fs/promises';

/** The end of a file. */
export interface Tail {
  readonly text: string;
  /** Bytes before it that were left out. */
  readonly omitted: number;
}

/** Reads at most `limit` bytes from the end; a cut character at the beginning is left out too. Rejects like the file system. */
export async function readTail(path: string, limit: number): Promise<Tail> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const wanted = Math.min(size, limit);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(wanted), 0, wanted, size - wanted);
    const cut = size > limit ? continuationBytes(buffer) : 0;
    return { text: buffer.toString('utf8', cut, bytesRead), omitted: size - wanted + cut };
  } finally {
    await file.close();
  }
}

/** In UTF-8, up to three bytes 10xxxxxx follow the first byte of a character. */
function continuationBytes(bytes: Buffer): number {
  const first = bytes.subarray(0, 4).findIndex((byte) => (byte & 0xc0) !== 0x80);
  return Math.max(0, first);
}
