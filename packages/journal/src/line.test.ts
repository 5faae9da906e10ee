import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLine, encodeLine } from './line.js';
import { aNote } from './testing.js';

const record = (text: string, seq = 0) => ({ v: 1 as const, seq, t: '2026-01-01T00:00:00.000Z', event: aNote(text) });

describe('encodeLine and decodeLine', () => {
  it('write a line a person can read', () => {
    expect(encodeLine(record('hello')).toString()).toBe(
      '83 737cc72e647431bb {"v":1,"seq":0,"t":"2026-01-01T00:00:00.000Z","event":{"ev":"note","text":"hello"}}\n',
    );
  });

  it('give back what was written, one line after the other', async () => {
    await fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (texts) => {
        const bytes = Buffer.concat(texts.map((text, n) => encodeLine(record(text, n))));
        const read = [];
        for (let at = 0; at < bytes.length; ) {
          const line = decodeLine(bytes, at);
          if (line.line !== 'whole') throw new Error(line.line);
          read.push(line.record);
          at = line.end;
        }
        expect(read).toEqual(texts.map((text, n) => record(text, n)));
      }),
    );
  });

  it('call a line torn wherever it is cut, if it is the last', () => {
    const line = encodeLine(record('ünï'));
    for (let length = 1; length < line.length; length += 1) {
      expect(decodeLine(line.subarray(0, length), 0)).toEqual({ line: 'torn' });
    }
  });

  it('call a last line torn when the disk kept its length but not its bytes', () => {
    const line = encodeLine(record('hello'));
    expect(decodeLine(Buffer.alloc(line.length), 0)).toEqual({ line: 'torn' });
    expect(decodeLine(Buffer.concat([line.subarray(0, 30), Buffer.alloc(line.length - 30)]), 0)).toEqual({ line: 'torn' });
  });

  it('call a line damaged when others follow it', () => {
    const [one, two] = [encodeLine(record('one')), encodeLine(record('two', 1))];
    for (let at = 0; at < one.length; at += 1) {
      const bytes = Buffer.concat([one, two]);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect(decodeLine(bytes, 0)).toEqual({ line: 'damaged' });
    }
  });

  it('call two lines damaged when the break between them was changed, for the second was whole', () => {
    const bytes = Buffer.concat([encodeLine(record('one')), encodeLine(record('two', 1))]);
    bytes[encodeLine(record('one')).length - 1] = 0x20;
    expect(decodeLine(bytes, 0)).toEqual({ line: 'damaged' });
  });
});
