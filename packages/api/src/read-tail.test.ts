import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../../../test/rig/temp-folder.js';
import { readTail } from './read-tail.js';

function fileWith(bytes: string | Buffer): string {
  const path = join(tempFolder(), 'x.log');
  writeFileSync(path, bytes);
  return path;
}

it.each([
  ['', 4, '', 0],
  ['abc', 4, 'abc', 0],
  ['abcd', 4, 'abcd', 0],
  ['abcdef', 4, 'cdef', 2],
])('of %j at most %i bytes are %j', async (bytes, limit, text, omitted) => {
  expect(await readTail(fileWith(bytes), limit)).toEqual({ text, omitted });
});

it('does not begin in the middle of a character', async () => {
  expect(await readTail(fileWith('aé日b'), 4)).toEqual({ text: '日b', omitted: 3 });
  expect(await readTail(fileWith('aé日b'), 3)).toEqual({ text: 'b', omitted: 6 });
});

it('shows bytes that are no text as such, from the first one', async () => {
  expect(await readTail(fileWith(Buffer.from([0x80, 0x80, 0x80, 0x80, 0x41])), 5)).toEqual({
    text: '\ufffd\ufffd\ufffd\ufffdA',
    omitted: 0,
  });
});

it('rejects where there is no file', async () => {
  await expect(readTail(join(tempFolder(), 'none'), 4)).rejects.toMatchObject({ code: 'ENOENT' });
});
