import { expect, it } from 'vitest';
import { schemaOf } from './schema-of.testing.js';

it.each(['plan', 'execute'] as const)('the options of %s are the flags of the command line', async (command) => {
  await expect(`${JSON.stringify(schemaOf(command), null, 2)}\n`).toMatchFileSnapshot(`../schema/${command}.json`);
});
