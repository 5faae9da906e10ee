import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { type Diagnostic, err, ok, type Result } from '@breakwater/model';
import { decodeText } from './decode-text.js';
import { codeOf, diagnosticOf, type Fault } from './fault.js';
import type { Area, Source, Spot } from './source.js';

/** Bytes. */
export const LARGEST_FILE = 1024 * 1024;

export interface Wanted {
  readonly area: Area;
  /** As it is shown. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** Where the file was named, if a file names it. */
  readonly namedAt?: Spot;
}

/** Reads one regular file of at most 1 MiB as UTF-8. Never blocks on a pipe or device, never reads more than the limit. */
export async function readSource(wanted: Wanted): Promise<Result<Source, Diagnostic>> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(wanted.path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = await handle.stat();
    if (!stats.isFile())
      return refuse(wanted, 'READ', { message: `${wanted.file} is ${kindOf(stats)}, not a file`, hint: 'Name a regular file.' });
    return decoded(wanted, await readAtMost(handle, LARGEST_FILE + 1));
  } catch (error) {
    return refuse(wanted, 'READ', {
      message: `${wanted.file} cannot be read: ${await causeOf(error, wanted.path)}`,
      hint: HINTS[wanted.area],
    });
  } finally {
    await handle?.close();
  }
}

/** What is there instead of a file. */
function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}

const HINTS = {
  TASKS: 'Name a file that exists, relative to the present folder:  --tasks FILE',
  CONFIG: 'Name a file that exists, relative to the present folder:  --config FILE',
};

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of its path is a file',
  EACCES: 'no permission',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links go round in a circle',
  ENXIO: 'it is a socket or device',
};

async function causeOf(error: unknown, path: string): Promise<string> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT' && (await isLink(path))) return 'it is a link to what is not there';
  return CAUSES[code] ?? code;
}

function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

/** The size is limited while reading: a file may grow after it was looked at. */
async function readAtMost(handle: FileHandle, most: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(most);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, most - length);
    length += bytesRead;
    if (bytesRead === 0 || length === most) return buffer.subarray(0, length);
  }
}

function decoded(wanted: Wanted, bytes: Uint8Array): Result<Source, Diagnostic> {
  const { area, file, path } = wanted;
  if (bytes.length > LARGEST_FILE) {
    return refuse(wanted, 'LIMIT', {
      message: `${file} is larger than 1 MiB`,
      hint: 'Split it into several files and run them one after the other.',
    });
  }
  const text = decodeText(bytes);
  if (text.ok) return ok({ area, file, path, text: text.value });
  return refuse(wanted, 'ENCODING', { message: `${file}: ${text.error.message}`, hint: 'Save it as UTF-8.' });
}

function refuse(
  { area, namedAt }: Wanted,
  fault: 'READ' | 'LIMIT' | 'ENCODING',
  rest: Pick<Fault, 'message' | 'hint'>,
): Result<never, Diagnostic> {
  return err(diagnosticOf({ code: codeOf(area, fault), at: namedAt, ...rest }));
}
