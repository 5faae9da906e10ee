import { type BlobId, repoPath, type TreeReader } from '@breakwater/model';
import { aTree } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { decode } from './decode.js';
import { visitContents } from './visit-contents.js';

it('hands every content over, equal ones read once and visited for each file', async () => {
  const tree = aTree({ 'a.ts': 'A', 'b.ts': 'B' });
  const [a, b] = await tree.list();
  const asked: BlobId[] = [];
  const visit: TreeReader['visit'] = async (blobs, onContent) => {
    asked.push(...blobs);
    await tree.visit(blobs, onContent);
  };
  const files = [a!, b!, { ...a!, path: repoPath('copy/a.ts') }];
  const seen: string[] = [];
  await visitContents({ ...tree, visit }, files, ({ path }, bytes) => seen.push(`${path}=${decode(bytes)}`));
  expect({ seen, asked }).toEqual({ seen: ['a.ts=A', 'copy/a.ts=A', 'b.ts=B'], asked: [a!.blob, b!.blob] });
});
