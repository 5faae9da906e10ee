import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectStream, type StreamedObject } from './object-stream.js';

/** What `cat-file --batch` prints for these contents. */
function printed(contents: readonly (Buffer | undefined)[]): Buffer {
  const parts = contents.flatMap((bytes, n) =>
    bytes === undefined
      ? [Buffer.from(`${n} missing\n`)]
      : [Buffer.from(`${n} blob ${bytes.length}\n`), bytes, Buffer.from('\n')],
  );
  return Buffer.concat(parts);
}

function readInPieces(bytes: Buffer, cuts: readonly number[]): readonly StreamedObject[] {
  const objects: StreamedObject[] = [];
  const push = objectStream((object) => objects.push(object));
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let start = 0;
  for (const end of ends) {
    push(bytes.subarray(start, end));
    start = end;
  }
  return objects;
}

describe('objectStream', () => {
  it('reads objects that look like headers, empty ones and missing ones', () => {
    const contents = [Buffer.from('1 blob 5\nhello\n'), Buffer.alloc(0), undefined, Buffer.from('\n')];
    expect(readInPieces(printed(contents), [])).toEqual(contents.map((bytes, n) => ({ id: String(n), bytes })));
  });

  it('reads the same however the output is cut into pieces', async () => {
    const content = fc.option(
      fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
      { nil: undefined },
    );
    await fc.assert(
      fc.property(fc.array(content, { maxLength: 6 }), fc.array(fc.nat(300), { maxLength: 12 }), (contents, cuts) => {
        expect(readInPieces(printed(contents), cuts)).toEqual(contents.map((bytes, n) => ({ id: String(n), bytes })));
      }),
    );
  });

  it('reads byte by byte', () => {
    const bytes = printed([Buffer.from('abc'), undefined, Buffer.from('')]);
    expect(readInPieces(bytes, [...bytes.keys()])).toEqual([
      { id: '0', bytes: Buffer.from('abc') },
      { id: '1', bytes: undefined },
      { id: '2', bytes: Buffer.alloc(0) },
    ]);
  });

  it('says so when the text is something else', () => {
    expect(() => objectStream(() => undefined)(Buffer.from('fatal: nonsense\n'))).toThrow('Internal error');
  });
});
