#!/usr/bin/env node
/**
 * Joins the compiled modules of every package, and the libraries it leans on, into one file, `dist/door.js`, which is what other
 * packages load, and the start of the program into `dist/start.js`: nearly two thousand small files take longer to open than a plan to
 * make. The licences of the libraries lie beside them. Run by `npm run build`, after the compiler.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const PACKAGES = fileURLToPath(new URL('../packages/', import.meta.url));
/** Our own packages, native code, and what is loaded only when it is needed. */
const APART = /^(?:@breakwater\/.*|oxc-parser|ts-morph|execa|typescript|js-yaml|parse-json|import-fresh)$/;
/** Node is given its CommonJS modules; its ES modules say the same and load in half the time. */
const YAML = createRequire(`${PACKAGES}tasks/`)
  .resolve('yaml')
  .replace(/dist(?=.index\.js$)/, 'browser');

for (const name of readdirSync(PACKAGES)) {
  const dist = `${PACKAGES}${name}/dist`;
  const libraries = await join(`${dist}/index.js`, `${dist}/door.js`);
  if (existsSync(`${dist}/bin.js`)) await join(`${dist}/bin.js`, `${dist}/start.js`);
  if (libraries.length > 0) writeFileSync(`${dist}/LICENSES.txt`, libraries.map(licenceOf).join('\n'));
}

/** Answers the folders of the libraries that are in it. */
async function join(input, file) {
  const resolve = { alias: { yaml: YAML } };
  const bundle = await rolldown({ input, platform: 'node', external: (id) => APART.test(id), resolve });
  const { output } = await bundle.write({ file, format: 'esm', codeSplitting: false });
  await bundle.close();
  const folders = output.flatMap(({ moduleIds = [] }) => moduleIds).map(libraryOf);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

/** The folder of the library a module is from. */
function libraryOf(module) {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module.replaceAll('\\', '/'))?.[0];
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file === undefined ? '' : `\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
  return `${name} ${version}, licence ${license}\n${text}`;
}
