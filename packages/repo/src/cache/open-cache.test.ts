import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache } from './open-cache.js';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'breakwater-cache-')), 'deep', 'cache');
});
afterEach(() => rmSync(join(folder, '../..'), { recursive: true, force: true }));

const text = (bytes: Uint8Array | undefined) => (bytes === undefined ? undefined : Buffer.from(bytes).toString());
const files = () => readdirSync(folder).map((name) => join(folder, name));

/** Opens the cache as another process would, asks for some keys, adds others, saves. */
async function sitting(
  asked: readonly string[],
  added: Readonly<Record<string, string>> = {},
  limits?: Parameters<typeof openCache>[1],
) {
  const cache = await openCache(folder, limits);
  const answers = asked.map((key) => text(cache.get(key, 'text')));
  for (const [key, value] of Object.entries(added)) cache.put(key, 'text', Buffer.from(value));
  await cache.save();
  return answers;
}

describe('a cache', () => {
  it('keeps what was put, over many sittings', async () => {
    expect(await sitting(['a', 'b'], { a: 'one', b: '' })).toEqual([undefined, undefined]);
    expect(await sitting(['a', 'b'], { c: 'größe\0' })).toEqual(['one', '']);
    expect(await sitting(['a', 'b', 'c', 'd'])).toEqual(['one', '', 'größe\0', undefined]);
  });

  it('keeps several answers about one name apart', async () => {
    const cache = await openCache(folder);
    for (const question of ['text', 'imports']) cache.put('a', question, Buffer.from(`the ${question}`));
    await cache.save();
    const again = await openCache(folder);
    expect(['imports', 'text', 'words'].map((question) => text(again.get('a', question)))).toEqual([
      'the imports',
      'the text',
      undefined,
    ]);
  });

  it('answers at once with what was put', async () => {
    const cache = await openCache(folder);
    cache.put('a', 'text', Buffer.from('now'));
    expect(text(cache.get('a', 'text'))).toBe('now');
  });

  it('writes nothing when there is nothing new', async () => {
    await sitting([], { a: 'one' });
    const before = files();
    await sitting(['a']);
    expect(files()).toEqual(before);
    expect(before).toHaveLength(1);
  });
});

describe('a damaged cache', () => {
  const damages: Readonly<Record<string, (path: string) => void>> = {
    'cut short': (path) => truncateSync(path, statSync(path).size - 1),
    'cut to nothing': (path) => truncateSync(path, 0),
    'cut in its head': (path) => truncateSync(path, 5),
    'changed in one bit': (path) => {
      const bytes = readFileSync(path);
      bytes[bytes.length - 3]! ^= 1;
      writeFileSync(path, bytes);
    },
    'of another version': (path) => {
      const bytes = readFileSync(path);
      bytes.writeUInt32LE(bytes.readUInt32LE(0) + 1, 0);
      writeFileSync(path, bytes);
    },
    'something else': (path) => writeFileSync(path, 'hello'),
  };
  for (const [how, damage] of Object.entries(damages)) {
    it(`${how} is dropped and made anew`, async () => {
      await sitting([], { a: 'one' });
      const [path] = files() as [string];
      damage(path);
      expect(await sitting(['a'])).toEqual([undefined]);
      expect(existsSync(path)).toBe(false);
      await sitting([], { a: 'one' });
      expect(await sitting(['a'])).toEqual(['one']);
    });
  }

  it('loses only the segment that is damaged', async () => {
    await sitting([], { a: 'one' });
    const [path] = files() as [string];
    await sitting([], { b: 'two' });
    damages['cut short']?.(path);
    expect(await sitting(['a', 'b'])).toEqual([undefined, 'two']);
  });
});

describe('what lies in the place of a segment', () => {
  it.each([
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['a link to a device without end', (path: string) => symlinkSync('/dev/zero', path)],
    ['a link that leads nowhere', (path: string) => symlinkSync('nowhere', path)],
    ['a file of gigabytes', (path: string) => truncateSync(path, 3e9)],
  ])('%s, is not waited for, and makes room', async (what, put) => {
    await sitting([], { a: 'one' });
    const [path = ''] = files();
    if (what !== 'a file of gigabytes') rmSync(path);
    put(path);
    expect(await sitting(['a'], { a: 'one' })).toEqual([undefined]);
    expect(await sitting(['a'])).toEqual(['one']);
  });
});

describe('a cache that cannot be kept', () => {
  it('works without, where a file is in the way', async () => {
    mkdirSync(join(folder, '..'), { recursive: true });
    writeFileSync(folder, '');
    expect(await sitting(['a'], { a: 'one' })).toEqual([undefined]);
    expect(readFileSync(folder, 'utf8')).toBe('');
  });

  it.skipIf(process.getuid?.() === 0)('works without, where nothing may be written', async () => {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o500);
    expect(await sitting(['a'], { a: 'one' })).toEqual([undefined]);
    expect(files()).toEqual([]);
    chmodSync(folder, 0o700);
  });
});

describe('a large cache', () => {
  it('is put together when it has too many segments: what is needed stays, the rest is forgotten', async () => {
    const limits = { segments: 3, bytes: 1e9 };
    await sitting([], { a: 'one' }, limits);
    await sitting([], { b: 'two' }, limits);
    await sitting([], { c: 'three' }, limits);
    await sitting(['a', 'c'], { d: 'four' }, limits);
    expect(files()).toHaveLength(1);
    expect(await sitting(['a', 'b', 'c', 'd'])).toEqual(['one', undefined, 'three', 'four']);
  });

  it('is put together when it has too many bytes', async () => {
    const limits = { segments: 100, bytes: 5_000 };
    for (let n = 0; n < 20; n += 1) await sitting([], { [`k${n}`]: 'x'.repeat(1_000) }, limits);
    const size = files().reduce((sum, path) => sum + statSync(path).size, 0);
    expect(size).toBeLessThan(8_000);
  });

  it('is cleared of files that were never finished, once they are old', async () => {
    await sitting([], { a: 'one' });
    for (const name of ['new-old', 'new-young']) writeFileSync(join(folder, name), 'half');
    utimesSync(join(folder, 'new-old'), 1_000, 1_000);
    await sitting(['a'], { b: 'two' }, { segments: 1, bytes: 1e9 });
    expect(readdirSync(folder).filter((name) => name.startsWith('new-'))).toEqual(['new-young']);
  });
});

describe('two processes at once', () => {
  it('both keep what they found', async () => {
    const [one, other] = [await openCache(folder), await openCache(folder)];
    one.put('a', 'text', Buffer.from('one'));
    other.put('a', 'text', Buffer.from('one'));
    other.put('b', 'text', Buffer.from('two'));
    await Promise.all([one.save(), other.save()]);
    expect(await sitting(['a', 'b'])).toEqual(['one', 'two']);
  });

  it('may both put the cache together, and what one took away the other only misses', async () => {
    const limits = { segments: 1, bytes: 1e9 };
    await sitting([], { a: 'one', z: 'old' });
    const [one, other] = [await openCache(folder, limits), await openCache(folder, limits)];
    for (const cache of [one, other]) cache.get('a', 'text');
    one.put('b', 'text', Buffer.from('two'));
    other.put('c', 'text', Buffer.from('three'));
    await Promise.all([one.save(), other.save()]);
    expect(await sitting(['a', 'b', 'c', 'z'])).toEqual(['one', 'two', 'three', undefined]);
  });
});
