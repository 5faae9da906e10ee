import { expect, it } from 'vitest';
import { aCommit, anIndex, aTask, aTree } from './testing.js';

it('a tree in memory reads as a real one: sorted, by blob id, in bytes', async () => {
  const tree = aTree({ 'b.txt': 'é', 'a.txt': 'aa' });
  const entries = await tree.list();
  expect(entries.map(({ path }) => path)).toEqual(['a.txt', 'b.txt']);
  expect(await tree.sizes(entries.map(({ blob }) => blob))).toEqual([2, 2]);
  const contents: string[] = [];
  await tree.visit(
    entries.flatMap(({ blob }) => [blob, blob]),
    (_, bytes) => contents.push(new TextDecoder().decode(bytes)),
  );
  expect(contents).toEqual(['aa', 'é']);
});

it('an index lists the same blobs as the tree of the same files', async () => {
  const paths = ['b.ts', 'a.ts'];
  const entries = await aTree({ 'b.ts': '1', 'a.ts': '2' }).list();
  expect(anIndex(paths).files.map(({ path, blob }) => [path, blob])).toEqual(entries.map(({ path, blob }) => [path, blob]));
});

it('builders check ids as the real ones do', () => {
  expect(() => aTask('Not An Id')).toThrow('Internal error');
  expect(() => aTask('a', { dependsOn: ['..'] })).toThrow('Internal error');
  expect(new Set([1, 2, 255].map(aCommit)).size).toBe(3);
});
