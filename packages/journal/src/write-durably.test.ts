import { expect, it } from 'vitest';
import { writeDurably } from './write-durably.js';

/** A file that takes at most so many bytes at once, and so many in all. */
function aFile(limits: { readonly atOnce: number; readonly room: number }) {
  const taken: Buffer[] = [];
  const calls: string[] = [];
  const size = () => taken.reduce((sum, one) => sum + one.length, 0);
  return {
    calls,
    content: () => Buffer.concat(taken).toString(),
    write: async (bytes: Buffer, offset: number, length: number) => {
      const bytesWritten = Math.min(length, limits.atOnce, limits.room - size());
      taken.push(Buffer.from(bytes.subarray(offset, offset + bytesWritten)));
      calls.push(`write ${bytesWritten}`);
      return { bytesWritten, buffer: bytes };
    },
    datasync: async () => void calls.push('datasync'),
  };
}

type File = Parameters<typeof writeDurably>[0];

it('goes on after short writes until all is written, then waits for the disk', async () => {
  const file = aFile({ atOnce: 4, room: 100 });
  await writeDurably(file as unknown as File, Buffer.from('0123456789'));
  expect(file.content()).toBe('0123456789');
  expect(file.calls).toEqual(['write 4', 'write 4', 'write 2', 'datasync']);
});

it('gives up when nothing more is taken, and calls nothing durable', async () => {
  const file = aFile({ atOnce: 100, room: 7 });
  await expect(writeDurably(file as unknown as File, Buffer.from('0123456789'))).rejects.toThrow(
    'no space left: 7 of 10 bytes written',
  );
  expect(file.calls).toEqual(['write 7', 'write 0']);
});
