/** What stands in the output of `cat-file --batch`; `bytes` undefined: the repository does not have the object. */
export interface StreamedObject {
  readonly id: string;
  readonly bytes: Buffer | undefined;
}

const NEWLINE = 0x0a;
const NOTHING = Buffer.alloc(0);

/** Reads `cat-file --batch` as it comes, in pieces of any size: `id type size LF bytes LF` or `id missing LF`. Linear in the bytes. */
export function objectStream(onObject: (object: StreamedObject) => void): (chunk: Buffer) => void {
  let header = NOTHING;
  let body: { readonly id: string; readonly bytes: Buffer; filled: number } | undefined;

  /** Takes what it can from the front of the chunk and gives back the rest. */
  function take(chunk: Buffer): Buffer {
    if (body === undefined) return takeHeader(chunk);
    const copied = chunk.copy(body.bytes, body.filled);
    body.filled += copied;
    if (body.filled < body.bytes.length || copied === chunk.length) return chunk.subarray(copied);
    onObject({ id: body.id, bytes: body.bytes });
    body = undefined;
    // The line break after the content.
    return chunk.subarray(copied + 1);
  }

  function takeHeader(chunk: Buffer): Buffer {
    const end = chunk.indexOf(NEWLINE);
    if (end === -1) {
      header = Buffer.concat([header, chunk]);
      return NOTHING;
    }
    const line = Buffer.concat([header, chunk.subarray(0, end)]).toString('latin1');
    header = NOTHING;
    const [id = '', type, size] = line.split(' ');
    if (type === 'missing') onObject({ id, bytes: undefined });
    else if (size === undefined) throw new Error(`Internal error: not a line of cat-file: ${JSON.stringify(line)}`);
    else body = { id, bytes: Buffer.alloc(Number(size)), filled: 0 };
    return chunk.subarray(end + 1);
  }

  return (chunk) => {
    let rest = chunk;
    while (rest.length > 0) rest = take(rest);
  };
}
