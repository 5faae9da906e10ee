import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Unit tests run on sources, so a failing test points at the line that was written. */
const resolve = { conditions: ['@breakwater/source', 'node', 'import', 'default'] };

export default defineConfig({
  root,
  test: {
    // One less than the cores would be a single one on a small machine, and most of the time goes to programs that are waited for.
    maxWorkers: 2,
    projects: [
      {
        resolve,
        ssr: { resolve },
        root,
        test: { name: 'unit', include: ['packages/*/src/**/*.test.ts', 'tools/**/*.test.mjs'], testTimeout: 20_000 },
      },
      {
        resolve,
        ssr: { resolve },
        root,
        test: {
          name: 'program',
          include: ['test/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Programs that are killed at random moments on a busy machine: what fails twice is a fault, and what needed its second try is named.
          retry: 1,
        },
      },
    ],
  },
});
