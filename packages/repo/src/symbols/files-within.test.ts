import { aTree } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { indexRepository } from '../index-repository.js';
import { filesWithin } from './files-within.js';

it('are the files behind a namespace and behind all they pass on', async () => {
  const index = await indexRepository(
    aTree({
      'index.ts': "export * as Utils from './utils';\nimport * as Math2 from './math';\nexport { Math2 };",
      'utils/index.ts': "export * from './a';\nexport { b } from './b';\nimport './effect';",
      'utils/a.ts': "export * from './index';",
      'utils/b.ts': "import { c } from './c';",
      'utils/c.ts': '',
      'utils/effect.ts': '',
      'math.ts': '',
    }),
  );
  expect([...filesWithin(index, 'Utils')].sort()).toEqual(['math.ts', 'utils/a.ts', 'utils/b.ts', 'utils/index.ts']);
  expect([...filesWithin(index, 'JSON')]).toEqual([]);
});
