import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { breakwater } from '../rig/breakwater.js';
import { makeRepository } from '../rig/repository.js';

const SECRETS = { DEPLOY_TOKEN: 'hunter2-hunter2', ALLOWED_TOKEN: 'correct-horse', DATABASE_URL: 'mine', CI: 'yes' };
const WRITES = "fs.writeFileSync('a.txt', 'a')";

function repositoryWhere(deed: string, config: string): string {
  return makeRepository({
    'readme.md': '# Shop\n',
    'breakwater.tasks.yaml': 'tasks:\n  - { id: a, brief: A, writes: [a.txt] }\n',
    'breakwater.config.yaml': `runner: { kind: command, command: [node, agent.cjs] }\n${config}`,
    'agent.cjs': `const fs = require('node:fs');\n${deed}\n`,
    'show.cjs': `const { DEPLOY_TOKEN, ALLOWED_TOKEN, DATABASE_URL, CI } = process.env;
require('node:fs').writeFileSync(process.argv[2], JSON.stringify([DEPLOY_TOKEN, ALLOWED_TOKEN, DATABASE_URL, CI].map((value) => value ?? null)));\n`,
  });
}

it('prepare, verify and teardown get what builds need and what is allowed by name, and nothing else of the environment', async () => {
  const seen = (name: string): string => `node show.cjs "$HOME/${name}.json"`;
  const config = `environment: [ALLOWED_TOKEN]\nprepare: ['${seen('prepare')}']\nverify: ['${seen('verify')}']\nteardown: ['${seen('teardown')}']\n`;
  const repository = repositoryWhere(WRITES, config);
  const home = join(repository, '..');
  const { code, stdout, stderr } = await breakwater(repository, ['execute'], { ...SECRETS, HOME: home });
  expect({ code, said: code === 0 ? '' : stdout + stderr }).toEqual({ code: 0, said: '' });
  const found = ['prepare', 'verify', 'teardown'].map((name) => JSON.parse(readFileSync(join(home, `${name}.json`), 'utf8')));
  expect(found).toEqual(Array(3).fill([null, 'correct-horse', null, 'yes']));
});

it('a command that fails for want of a variable is told how to get it, and gets it', async () => {
  const verify = `verify: ['test -n "$DATABASE_URL" || { echo "DATABASE_URL is not set" >&2; exit 1; }']\n`;
  const failed = await breakwater(repositoryWhere(WRITES, verify), ['execute'], SECRETS);
  expect(failed.code).toBe(1);
  expect(failed.stderr.replace(/\s+/g, ' ')).toContain('if they need it: environment: [DATABASE_URL]');
  const allowed = repositoryWhere(WRITES, `${verify}environment: [DATABASE_URL]\n`);
  expect((await breakwater(allowed, ['execute'], SECRETS)).code).toBe(0);
});

it('a secret that a session says stands in its private log only, masked in the journal, the report and what is shown', async () => {
  const shape = `ghp_${'a1'.repeat(18)}`;
  const repository = repositoryWhere(
    `process.stderr.write(process.env.DEPLOY_TOKEN + ' ${'ghp_'}' + 'a1'.repeat(18) + '\\n'); process.exit(3)`,
    '',
  );
  const run = await breakwater(repository, ['execute', '--json'], SECRETS);
  const logs = await breakwater(repository, ['logs', 'a'], SECRETS);
  const status = await breakwater(repository, ['status'], SECRETS);
  const shown = run.stdout + run.stderr + logs.stdout + status.stdout;
  expect({
    masked: shown.includes('[masked] [masked]'),
    bare: [SECRETS.DEPLOY_TOKEN, shape].filter((one) => shown.includes(one)),
  }).toEqual({
    masked: true,
    bare: [],
  });
  const holders = filesWith(join(repository, '.git/breakwater'), SECRETS.DEPLOY_TOKEN);
  expect(holders).toEqual(['a.session.log']);
});

function filesWith(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && readFileSync(join(entry.parentPath, entry.name), 'utf8').includes(text) ? [entry.name] : [],
  );
}
