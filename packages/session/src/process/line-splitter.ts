/** Bytes. The longest line an agent writes holds a whole file twice; more than this is noise. */
export const LINE_LIMIT = 16 * 1024 * 1024;
const NEWLINE = 0x0a;

/** Cuts a byte stream into lines. Invalid UTF-8 becomes the replacement character; lines beyond the limit (bytes) are left out. */
export class LineSplitter {
  private parts: Uint8Array[] = [];
  private length = 0;

  constructor(
    private readonly onLine: (line: string) => void,
    private readonly limit: number = LINE_LIMIT,
  ) {}

  push(chunk: Uint8Array): void {
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to !== -1; to = chunk.indexOf(NEWLINE, from)) {
      this.keep(chunk.subarray(from, to));
      this.flush();
      from = to + 1;
    }
    this.keep(chunk.subarray(from));
  }

  /** Gives out what came after the last newline. */
  end(): void {
    if (this.length > 0) this.flush();
  }

  private keep(part: Uint8Array): void {
    this.length += part.length;
    if (this.length > this.limit) this.parts = [];
    else if (part.length > 0) this.parts.push(part);
  }

  private flush(): void {
    const text = this.length > this.limit ? undefined : Buffer.concat(this.parts).toString('utf8');
    this.parts = [];
    this.length = 0;
    if (text !== undefined) this.onLine(text.endsWith('\r') ? text.slice(0, -1) : text);
  }
}
