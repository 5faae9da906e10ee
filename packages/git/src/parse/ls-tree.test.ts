import { expect, it } from 'vitest';
import { parseLsTree } from './ls-tree.js';

const id = '78981922613b2afb6025042ff6bd878ac1994e85';

it('reads files, programs and symlinks with their sizes, and leaves submodules out', () => {
  const printed = [
    `100644 blob ${id}       2\ta.txt`,
    `100755 blob ${id}  123456\tbin/run me.sh`,
    `120000 blob ${id}       7\tlink\twith tab`,
    `160000 commit ${id}       -\tvendor/lib`,
    '',
  ].join('\0');
  expect(parseLsTree(printed)).toEqual([
    { path: 'a.txt', blob: id, mode: '100644', size: 2 },
    { path: 'bin/run me.sh', blob: id, mode: '100755', size: 123456 },
    { path: 'link\twith tab', blob: id, mode: '120000', size: 7 },
  ]);
});

it('reads longer ids and paths with line breaks', () => {
  const wide = id + '0'.repeat(24);
  expect(parseLsTree(`100644 blob ${wide}       0\tx\ny\0`)).toEqual([{ path: 'x\ny', blob: wide, mode: '100644', size: 0 }]);
});

it('takes a file that a partial copy does not hold for one too large to read', () => {
  expect(parseLsTree(`100644 blob ${id}     BAD\tmedia/logo.sketch\0`)).toEqual([
    { path: 'media/logo.sketch', blob: id, mode: '100644', size: Number.MAX_SAFE_INTEGER },
  ]);
});

it('says so when the text is something else', () => {
  expect(() => parseLsTree('fatal: not a tree object\0')).toThrow('Internal error');
  expect(() => parseLsTree(`100644 blob ${id}     123\0`)).toThrow('Internal error');
});
