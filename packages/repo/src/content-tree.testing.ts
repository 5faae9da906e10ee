import { createHash } from 'node:crypto';
import { blobId, type TreeReader } from '@breakwater/model';
import { aTree } from '@breakwater/model/testing';

/** A tree whose contents have ids by what they hold, as in git: those of another tree are the same. */
export function contentTree(files: Readonly<Record<string, string>>): TreeReader {
  const tree = aTree(files);
  const contents = new Map(Object.values(files).map((text) => [idOf(text), new TextEncoder().encode(text)]));
  return {
    commit: tree.commit,
    list: async () => (await tree.list()).map((entry) => ({ ...entry, blob: idOf(files[entry.path] ?? '') })),
    sizes: async (blobs) => blobs.map((blob) => contents.get(blob)?.length),
    visit: async (blobs, onContent) => {
      for (const blob of new Set(blobs)) onContent(blob, contents.get(blob) ?? new Uint8Array());
    },
  };
}

function idOf(text: string): ReturnType<typeof blobId> {
  return blobId(createHash('sha1').update(text).digest('hex'));
}
