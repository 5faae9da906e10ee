import { aTree } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { indexRepository } from '../index-repository.js';
import { possibleImporters } from './possible-importers.js';

it('are files with an unresolved import that may lead into the project of a file', async () => {
  const index = await indexRepository(
    aTree({
      'package.json': '{"workspaces": ["packages/*"]}',
      'packages/a/package.json': '{"name": "@acme/a"}',
      'packages/a/src/index.ts': 'export const a = 1;',
      'packages/b/package.json': '{"name": "@acme/b"}',
      'packages/b/known.ts': "import { a } from '@acme/a';",
      'packages/b/subpath.ts': "import { a } from '@acme/a/generated';",
      'packages/b/relative.ts': "import { a } from '../a/generated/x';",
      'packages/b/own.ts': "import { a } from './generated';",
      'packages/b/foreign.ts': "import { a } from 'lodash';",
    }),
  );
  expect([...possibleImporters(index, new Set(['packages/a/src/index.ts']))]).toEqual([
    'packages/b/relative.ts',
    'packages/b/subpath.ts',
  ]);
});
