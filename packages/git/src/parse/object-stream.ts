/** What stands in the output of `cat-file --batch`. */
export interface StreamedObject {
  readonly id: string;
  /** Only until the call returns; undefined: the repository does not have the object. */
  readonly bytes: Buffer | undefined;
}

const NEWLINE = 0x0a;
const NOTHING = Buffer.alloc(0);

/** An object under way; `gathered` when it does not lie in one piece. */
interface Body {
  readonly id: string;
  readonly size: number;
  gathered?: { readonly bytes: Buffer; filled: number };
}

/** Reads `cat-file --batch` as it comes, in pieces of any size: `id type size LF bytes LF` or `id missing LF`. Linear in the bytes. */
export function objectStream(onObject: (object: StreamedObject) => void): (chunk: Buffer) => void {
  let header = NOTHING;
  let body: Body | undefined;

  /** Takes what it can from the front of the chunk and gives back the rest. */
  function take(chunk: Buffer): Buffer {
    if (body === undefined) return takeHeader(chunk);
    // Most objects lie in one piece with the line break after them, and are handed on without a copy.
    if (body.gathered === undefined && body.size < chunk.length)
      return finish(body.id, chunk.subarray(0, body.size), chunk.subarray(body.size));
    return gather(body, chunk);
  }

  function gather(one: Body, chunk: Buffer): Buffer {
    one.gathered ??= { bytes: Buffer.allocUnsafe(one.size), filled: 0 };
    const { bytes, filled } = one.gathered;
    const copied = chunk.copy(bytes, filled);
    one.gathered.filled += copied;
    const rest = chunk.subarray(copied);
    return one.gathered.filled < one.size || rest.length === 0 ? rest : finish(one.id, bytes, rest);
  }

  /** `rest` begins with the line break after the content. */
  function finish(id: string, bytes: Buffer, rest: Buffer): Buffer {
    body = undefined;
    onObject({ id, bytes });
    return rest.subarray(1);
  }

  function takeHeader(chunk: Buffer): Buffer {
    const end = chunk.indexOf(NEWLINE);
    if (end === -1) {
      header = Buffer.concat([header, chunk]);
      return NOTHING;
    }
    const line = header.toString('latin1') + chunk.toString('latin1', 0, end);
    header = NOTHING;
    const [id = '', type, size] = line.split(' ');
    if (type === 'missing') onObject({ id, bytes: undefined });
    else if (size === undefined) throw new Error(`Internal error: not a line of cat-file: ${JSON.stringify(line)}`);
    else body = { id, size: Number(size) };
    return chunk.subarray(end + 1);
  }

  return (chunk) => {
    let rest = chunk;
    while (rest.length > 0) rest = take(rest);
  };
}
