/** The figures we hold ourselves to, counted from the sources: `npm run figures`. Fails when one is missed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const all = ['packages', 'test', 'tools'].flatMap((folder) => walk(join(root, folder)));
const isTest = (path) => /\.test\.(ts|mjs)$/.test(path) || path.startsWith(join(root, 'test')) || path.endsWith('testing.ts');
const sources = all.filter((path) => !isTest(path) && path.includes('/packages/'));
const tests = all.filter(isTest);

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', 'demo', 'fixtures', 'schema'].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return /\.(ts|mjs)$/.test(entry.name) ? [path] : [];
  });
}

function lines(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '').length;
}

/** Lines of every function with a body, nested ones counted on their own as well. */
function functionLines(path) {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body && ts.isBlock(node.body)) found.push(span(file, node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function span(file, node) {
  return file.getLineAndCharacterOfPosition(node.end).line - file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}

const files = sources.map(lines);
const functions = sources.flatMap(functionLines);
const sum = (values) => values.reduce((a, b) => a + b, 0);
const LEAST_TESTS = 1.2;
const ratio = sum(tests.map(lines)) / sum(files);
const rows = [
  ['source files', files.length, undefined],
  ['source lines', sum(files), undefined],
  ['file median', quantile(files, 0.5), 60],
  ['file p90', quantile(files, 0.9), 150],
  ['file max', Math.max(...files), 300],
  ['functions', functions.length, undefined],
  ['function median', quantile(functions, 0.5), 8],
  ['function p90', quantile(functions, 0.9), 25],
  ['function max', Math.max(...functions), 60],
];
for (const [name, value, limit] of rows)
  console.log(`${name.padEnd(18)}${String(value).padStart(7)}${limit ? `   at most ${limit}` : ''}`);
console.log(`${'tests per source'.padEnd(18)}${ratio.toFixed(2).padStart(7)}   at least ${LEAST_TESTS}`);
const missed = rows.filter(([, value, limit]) => limit !== undefined && value > limit).map(([name]) => name);
if (ratio < LEAST_TESTS) missed.push('tests per source');
if (missed.length > 0) {
  console.error(`figures missed: ${missed.join(', ')}`);
  process.exit(1);
}
