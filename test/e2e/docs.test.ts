import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { breakwater } from '../rig/breakwater.js';
import { makeRepository } from '../rig/repository.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DOCS = join(ROOT, 'packages/cli/docs');
const pages = readdirSync(DOCS).filter((name) => name.endsWith('.md'));

/** The text of every block of YAML in a page, in order. */
function examplesIn(page: string): readonly string[] {
  const text = readFileSync(join(DOCS, page), 'utf8');
  return [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, example = '']) => example);
}

const examples = pages.flatMap((page) => examplesIn(page).map((text, at) => [`${page} ${at + 1}`, text] as const));

/** Projects and tags that the examples name. */
const WORKSPACE = { 'nx.json': '{}', 'api/project.json': '{"name": "api"}', 'db/project.json': '{"tags": ["type:data-access"]}' };
const TASKS = 'tasks: [{ id: one, brief: Write one.txt, writes: [one.txt] }]\n';

it.each(examples)('the example %s is read without a fault or a warning', async (_, text) => {
  const isTasks = text.includes('tasks:\n');
  const own = isTasks ? { 'breakwater.tasks.yaml': text } : { 'breakwater.tasks.yaml': TASKS, 'breakwater.config.yaml': text };
  const { code, stderr } = await breakwater(makeRepository({ ...WORKSPACE, ...own }), ['plan', '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

it('pages are there, and every file that one of them or the README links to', () => {
  const all = [join(ROOT, 'README.md'), ...pages.map((page) => join(DOCS, page))];
  const links = all.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to = '']) => join(dirname(file), to)),
  );
  expect(links.filter((file) => !existsSync(file))).toEqual([]);
  expect(pages.filter((page) => !links.includes(join(DOCS, page)))).toEqual([]);
});
