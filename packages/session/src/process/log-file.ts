import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Bytes. The head is kept: how something began tells more than how it went on and on. */
export const LOG_LIMIT = 64 * 1024 * 1024;
const CUT = '\n[the log is cut here: it reached its limit; later output is not kept]\n';

/** Raw output on disk, readable by its owner only. A log that cannot be written never stops the work it tells of. */
export interface LogFile {
  write(chunk: Uint8Array | string): Promise<void>;
  /** Answers why the log is not whole, if it is not. */
  close(): Promise<string | undefined>;
}

/** Appends to what is there. `limit` in bytes covers all of it. */
export async function openLog(path: string, limit: number = LOG_LIMIT): Promise<LogFile> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, 'a', 0o600);
    return new CappedLog(file, limit, (await file.stat()).size);
  } catch (error) {
    const problem = `no log is kept at ${path}: ${messageOf(error)}`;
    return { write: async () => undefined, close: async () => problem };
  }
}

class CappedLog implements LogFile {
  private problem: string | undefined;
  private written: Promise<void> = Promise.resolve();

  constructor(
    private readonly file: FileHandle,
    private readonly limit: number,
    private size: number,
  ) {
    if (size >= limit) this.problem = 'the log had reached its limit';
  }

  write(chunk: Uint8Array | string): Promise<void> {
    // Two streams write to one log, and the system promises no order to writes that wait at once.
    this.written = this.written.then(() => this.append(Buffer.from(chunk)));
    return this.written;
  }

  private async append(bytes: Buffer): Promise<void> {
    if (this.problem !== undefined) return;
    const kept = bytes.subarray(0, this.limit - this.size);
    this.size += kept.length;
    const cut = kept.length < bytes.length;
    if (cut) this.problem = `the log was cut after ${this.limit} bytes`;
    try {
      await this.file.appendFile(cut ? Buffer.concat([kept, Buffer.from(CUT)]) : kept);
    } catch (error) {
      this.problem = `the log ends early: ${messageOf(error)}`;
    }
  }

  async close(): Promise<string | undefined> {
    await this.written;
    await this.file.close().catch(() => undefined);
    return this.problem;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
