import { aTree } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { indexRepository } from '../index-repository.js';
import { insideOf, outsideOf } from './outside-of.js';

it('is what begins like nothing that was resolved', async () => {
  const index = await indexRepository(
    aTree({
      'package.json': '{"workspaces": ["p/*"]}',
      'tsconfig.json': '{"compilerOptions": {"paths": {"~/*": ["./p/a/src/*"]}}}',
      'p/a/package.json': '{"name": "@acme/a"}',
      'p/a/src/index.ts': "import '~/other';\nimport 'react';\nimport 'react/jsx-runtime';\nimport './gone';",
      'p/a/src/other.ts': "import '@acme/a';",
    }),
  );
  const isOutside = outsideOf(insideOf(index));
  expect(['react', 'react/x', 'lodash', 'node:fs'].map(isOutside)).toEqual([true, true, true, true]);
  expect(['@acme/a', '@acme/a/gen', '@acme/unbuilt', '~/gen', './gone', '..'].map(isOutside)).toEqual(new Array(6).fill(false));
});

it('is no alias, and no inner name, though nobody knows where it leads', () => {
  expect(['@/store', '~/store', '~~/a', '@@/a', '$lib/a', '#db', '/src/main.ts'].map(outsideOf([]))).toEqual(
    new Array(7).fill(false),
  );
});
