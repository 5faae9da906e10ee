/** Packs every package, installs the tarballs into an empty project and uses the program there, as a user would get it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'breakwater-smoke-'));
const environment = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  TMPDIR: folder,
  BREAKWATER_REHEARSAL_PAUSE: '0',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

function run(cwd, command, ...words) {
  return execFileSync(command, words, { cwd, encoding: 'utf8', env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
}

function expectIn(text, part) {
  if (!text.includes(part)) throw new Error(`expected ${JSON.stringify(part)} in:\n${text}`);
}

try {
  const tarballs = join(folder, 'tarballs');
  const project = join(folder, 'project');
  mkdirSync(tarballs);
  mkdirSync(project);
  run(root, 'npm', 'pack', '--workspaces', '--silent', '--ignore-scripts', '--pack-destination', tarballs);
  writeFileSync(join(project, 'package.json'), '{"private": true}\n');
  run(
    project,
    'npm',
    'install',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...readdirSync(tarballs).map((name) => join(tarballs, name)),
  );

  const shop = join(folder, 'shop');
  mkdirSync(join(shop, 'docs'), { recursive: true });
  writeFileSync(join(shop, 'docs/guide.md'), '# Guide\n');
  writeFileSync(
    join(shop, 'breakwater.tasks.yaml'),
    'tasks:\n  - { id: guide, brief: Improve docs/guide.md }\n  - { id: also, brief: Shorten docs/guide.md }\n',
  );
  run(shop, 'git', 'init', '-q', '-b', 'main');
  run(shop, 'git', 'add', '-A');
  run(shop, 'git', 'commit', '-q', '-m', 'Begin');
  const plan = run(project, 'npx', '--no-install', 'breakwater', 'plan', '--repo', shop);
  expectIn(plan, '2 tasks in 2 waves');
  expectIn(plan, 'docs/guide.md');
  const demo = run(project, 'npx', '--no-install', 'breakwater', 'demo');
  expectIn(demo, '8 of 8 tasks are done');
  console.log('smoke: the packed program plans a repository and runs its demo');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
