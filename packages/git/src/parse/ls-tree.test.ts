import { expect, it } from 'vitest';
import { parseLsTree } from './ls-tree.js';

const id = '78981922613b2afb6025042ff6bd878ac1994e85';

it('reads files, programs and symlinks, and leaves submodules out', () => {
  const printed = [
    `100644 blob ${id}\ta.txt`,
    `100755 blob ${id}\tbin/run me.sh`,
    `120000 blob ${id}\tlink\twith tab`,
    `160000 commit ${id}\tvendor/lib`,
    '',
  ].join('\0');
  expect(parseLsTree(printed)).toEqual([
    { path: 'a.txt', blob: id, mode: '100644' },
    { path: 'bin/run me.sh', blob: id, mode: '100755' },
    { path: 'link\twith tab', blob: id, mode: '120000' },
  ]);
});

it('reads longer ids and paths with line breaks', () => {
  const wide = id + '0'.repeat(24);
  expect(parseLsTree(`100644 blob ${wide}\tx\ny\0`)).toEqual([{ path: 'x\ny', blob: wide, mode: '100644' }]);
});

it('says so when the text is something else', () => {
  expect(() => parseLsTree('fatal: not a tree object\0')).toThrow('Internal error');
  expect(() => parseLsTree(`100644 blob ${id} 123\0`)).toThrow('Internal error');
});
