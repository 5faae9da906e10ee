#!/usr/bin/env node
/**
 * Joins the compiled modules of every package into one file, `dist/door.js`, which is what other packages load: nearly a thousand small
 * files take longer to open than a plan to make. Run by `npm run build`, after the compiler.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const PACKAGES = fileURLToPath(new URL('../packages/', import.meta.url));

for (const name of readdirSync(PACKAGES)) await join(`${PACKAGES}${name}/dist`);

async function join(dist) {
  const bundle = await rolldown({ input: `${dist}/index.js`, platform: 'node', external: (id) => /^[^./]/.test(id) });
  await bundle.write({ file: `${dist}/door.js`, format: 'esm', codeSplitting: false });
  await bundle.close();
}
