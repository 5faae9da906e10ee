import { expect, it } from 'vitest';
import { asCommitId, blobId, commitId } from './commit.js';

it.each([40, 64])('%i hexadecimal digits are an id, for git hashes in two ways', (digits) => {
  const id = 'a1'.repeat(digits / 2);
  expect([asCommitId(id), commitId(id), blobId(id)]).toEqual([id, id, id]);
});

it.each(['', 'a1b2c3d', 'A1'.repeat(20), 'a1'.repeat(20).slice(1), 'a1'.repeat(26), `${'a1'.repeat(20)}\n`, 'HEAD', '--all'])(
  '%j is none',
  (text) => {
    expect(asCommitId(text)).toBe(undefined);
    expect(() => commitId(text)).toThrow('Internal error: not a commit id');
    expect(() => blobId(text)).toThrow('Internal error: not a blob id');
  },
);
