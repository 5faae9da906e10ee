import { expect, it } from 'vitest';
import { aTree } from '../nx-rig.testing.js';
import init from './init.js';
import { sampleTasks } from './sample-tasks.js';

const WORKSPACE = { 'nx.json': '{\n    "plugins": ["@nx/js"]\n}\n', 'package.json': '{"name": "shop"}', '.gitignore': 'dist' };

it('registers the plugin with its options, ignores what Nx writes, and writes a tasks file', async () => {
  const tree = aTree(WORKSPACE);
  await init(tree);
  expect(tree.written).toEqual(['nx.json', '.gitignore', 'breakwater.tasks.yaml']);
  expect(tree.files.get('.gitignore')).toBe('dist\n.nx/cache\n.nx/workspace-data\n');
  expect(tree.files.get('nx.json')).toBe(`{
    "plugins": [
        "@nx/js",
        {
            "plugin": "@breakwater/nx",
            "options": {
                "planTargetName": "plan",
                "executeTargetName": "execute"
            }
        }
    ]
}
`);
});

it('changes nothing the second time', async () => {
  const first = aTree(WORKSPACE);
  await init(first, { targets: true });
  const second = aTree(Object.fromEntries(first.files));
  await init(second, { targets: false });
  expect(second.written).toEqual([]);
});

it.each([
  ['"@breakwater/nx"', 'breakwater.tasks.json', '.nx'],
  ['{"plugin": "@breakwater/nx"}', 'breakwater.tasks.yml', '/.nx/'],
])('leaves alone what a person wrote: %s, %s, %s', async (plugin, tasks, ignored) => {
  const tree = aTree({ 'nx.json': `{"plugins": [${plugin}]}`, [tasks]: '', '.gitignore': ignored });
  await init(tree);
  expect(tree.written).toEqual([]);
});

it('writes the targets out when asked, and keeps those that are there', async () => {
  const project = { name: 'root', targets: { plan: { options: { concurrency: 2 } } } };
  const tree = aTree({ ...WORKSPACE, 'project.json': JSON.stringify(project) });
  await init(tree, { targets: true });
  expect(JSON.parse(tree.files.get('project.json')!)).toEqual({
    name: 'root',
    targets: { plan: { options: { concurrency: 2 } }, execute: { options: {} } },
  });
});

it('writes them into the package where the root has no project.json', async () => {
  const tree = aTree({ ...WORKSPACE, 'package.json': '{"name": "shop", "nx": {"tags": ["a"]}}' });
  await init(tree, { targets: true });
  expect(JSON.parse(tree.files.get('package.json')!).nx).toEqual({
    tags: ['a'],
    targets: { plan: { options: {} }, execute: { options: {} } },
  });
});

it.each([
  ['nx.json', '{ // my notes\n}', 'nx.json is not plain JSON'],
  ['nx.json', 'null', 'nx.json holds null and no object'],
  ['nx.json', '[]', 'nx.json holds a list and no object'],
  ['nx.json', '{"plugins": {"a": 1}}', '"plugins" in nx.json is an object and no list'],
  ['package.json', '["shop"]', 'package.json holds a list and no object'],
  ['package.json', '{"nx": false}', '"nx" in package.json is a boolean and no object'],
  ['project.json', '"root"', 'project.json holds a string and no object'],
  ['project.json', '{"targets": ["plan"]}', '"targets" in project.json is a list and no object'],
])('says which file it cannot add to, and writes over nothing: %s with %s', async (file, text, sentence) => {
  const tree = aTree({ ...WORKSPACE, [file]: text });
  await expect(init(tree, { targets: true })).rejects.toThrow(sentence);
  expect(tree.files.get(file)).toBe(text);
});

it('reads a file that begins with a byte order mark', async () => {
  const tree = aTree({ ...WORKSPACE, 'nx.json': '\ufeff{}' });
  await init(tree);
  expect(JSON.parse(tree.files.get('nx.json')!).plugins).toHaveLength(1);
});

it.each([
  [{}, ['test', 'e2e', 'lint'], 'verify: ["npx nx affected -t lint test --base={base} --head={head}"]'],
  [{ 'pnpm-lock.yaml': '' }, ['build'], 'verify: ["pnpm exec nx affected -t build --base={base} --head={head}"]'],
  [{ 'yarn.lock': '' }, ['typecheck', 'lint'], 'verify: ["yarn nx affected -t lint typecheck --base={base} --head={head}"]'],
  [{}, ['serve'], '# defaults: { verify: ["npm test"] }'],
])('verifies with the targets there are, started as this workspace starts them: %j %j', (files, targets, expected) => {
  expect(sampleTasks(aTree(files), new Set(targets))).toContain(expected);
});
