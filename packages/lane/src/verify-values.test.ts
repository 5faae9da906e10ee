import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aRig, type Rig, writeFiles } from './lane-rig.testing.js';
import type { ProjectChange } from './local-lane-setting.js';

/** Stands in for an installed Nx: a graph of two projects, as its public function answers it. */
const NX = `exports.createProjectGraphAsync = async ({ exitOnError }) => {
  if (exitOnError !== false || process.env.NX_DAEMON !== 'false') process.exit(3);
  const nodes = { web: { name: 'web', data: { root: '.', tags: ['b', 'a'] } }, api: { name: 'api', data: { root: 'libs/api' } } };
  return { nodes, dependencies: { web: [{ target: 'api' }, { target: 'api' }, { target: 'npm:zod' }] } };
};
`;
const AS_SEEN = [
  { name: 'api', root: 'libs/api', tags: [], dependsOn: [] },
  { name: 'web', root: '', tags: ['b', 'a'], dependsOn: ['api'] },
];

interface Asked {
  readonly rig: Rig;
  readonly asked: ProjectChange[];
}

async function aRigWith(affected: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<Asked> {
  const asked: ProjectChange[] = [];
  const setting = {
    affected: async (change: ProjectChange) => {
      asked.push(change);
      return { projects: affected.slice(0, 1), affected };
    },
  };
  return { rig: await aRig({ '.gitignore': 'node_modules\n', ...files }, { setting }), asked };
}

async function verified({ rig }: Asked, ...commands: readonly string[]): Promise<string> {
  const end = await rig.lanes.verify(rig.verifyOrder(rig.base, commands), rig.handler);
  return end.end === 'passed' ? readFileSync(join(rig.logs, 'api.verify.log'), 'utf8') : JSON.stringify(end);
}

const install = (folder: string) => `mkdir -p node_modules/nx && cp -r ${folder}/. node_modules/nx`;

test('a command names the projects that changed and all that depend on them, one word each', async () => {
  const world = await aRigWith(['@acme/api', "it's"]);
  expect(await verified(world, "printf '<%s>' {projects} - {affected}")).toContain("<@acme/api><-><@acme/api><it's>");
  expect(world.asked).toEqual([{ base: world.rig.base, head: world.rig.base, known: [] }]);
});

test('nothing is looked for that no command names', async () => {
  const world = await aRigWith(['api']);
  await verified(world, 'true {base} {task}');
  expect(world.asked).toEqual([]);
});

test('a command about projects is spared when there are none, and the others are run', async () => {
  const world = await aRigWith([]);
  expect(await verified(world, 'echo all {affected}; exit 1', 'echo others')).not.toContain('all');
  const details = world.rig.news.flatMap(({ news }) => (news.kind === 'phase' && news.detail ? [news.detail] : []));
  expect(details).toEqual(['concerns no project: echo all {affected}; exit 1']);
});

test('the Nx that is installed where a tree is verified says which projects there are', async () => {
  const world = await aRigWith(['api'], { 'nx.json': '{}', 'package.json': '{}' });
  const nx = join(world.rig.logs, '..', 'nx');
  mkdirSync(nx);
  writeFiles(nx, { 'package.json': '{"name": "nx"}', 'src/devkit-exports.js': NX });
  await verified(world, install(nx));
  await verified(world, 'true {affected}');
  expect(world.asked.map(({ known }) => known)).toEqual([AS_SEEN]);
});

test('an Nx that cannot say leaves it to the tree', async () => {
  const world = await aRigWith(['api'], { 'nx.json': '{}', 'package.json': '{}' });
  const nx = join(world.rig.logs, '..', 'nx');
  mkdirSync(nx);
  writeFileSync(join(nx, 'package.json'), '{"name": "nx"}');
  await verified(world, install(nx));
  expect(await verified(world, 'echo only {affected}')).toContain('only api');
  expect(world.asked.map(({ known }) => known)).toEqual([[]]);
});
