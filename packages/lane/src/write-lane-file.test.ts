import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from './lane-rig.testing.js';
import { writeLaneFile } from './write-lane-file.js';

/** Git ignores what is named here. */
const ignoring = (...ignored: readonly string[]) => ({
  uncommitted: async () => ['.env.lane', 'config/.env'].filter((path) => !ignored.includes(path)),
});
const VARIABLES = { PORT: '4201', NAME: 'my shop', QUOTE: "it's $HOME", URL: 'postgres://localhost:5432/app_lane1' };

test('the variables arrive in a shell as they were', async () => {
  const place = tempFolder();
  const file = { repository: ignoring('config/.env'), place, path: 'config/.env', variables: VARIABLES };
  expect(await writeLaneFile(file)).toBeUndefined();
  const print = `set -a; . ./config/.env; node -p 'JSON.stringify(${JSON.stringify(Object.keys(VARIABLES))}.map((n) => process.env[n]))'`;
  const told = JSON.parse(
    execFileSync('sh', ['-c', print], { cwd: place, env: { PATH: process.env['PATH'], HOME: '/root' }, encoding: 'utf8' }),
  );
  expect(told.slice(0, 2)).toEqual(['4201', 'my shop']);
  expect(told[3]).toBe(VARIABLES.URL);
});

test('a file of an earlier task is written anew', async () => {
  const place = tempFolder();
  const file = { repository: ignoring('.env.lane'), place, path: '.env.lane' };
  await writeLaneFile({ ...file, variables: { A: '1' } });
  expect(await writeLaneFile({ ...file, variables: { B: '2' } })).toBeUndefined();
  expect(readFileSync(join(place, '.env.lane'), 'utf8').split('\n').slice(1)).toEqual(['B=2', '']);
});

test("a person's file stays, and so does one that a link leads to", async () => {
  const place = tempFolder();
  const outside = tempFolder();
  writeFileSync(join(place, '.env.lane'), 'MINE=1\n');
  symlinkSync(outside, join(place, 'config'));
  mkdirSync(join(place, 'other'));
  const file = { repository: ignoring(), place, variables: { A: '1' } };
  expect(await writeLaneFile({ ...file, path: '.env.lane' })).toBe('.env.lane is not written: another file is there');
  expect(await writeLaneFile({ ...file, path: 'config/.env' })).toBe(
    'config/.env is not written: it would lie outside of the worktree',
  );
  expect([readFileSync(join(place, '.env.lane'), 'utf8'), existsSync(join(outside, '.env'))]).toEqual(['MINE=1\n', false]);
});

test('what it cannot hold is told', async () => {
  const place = tempFolder();
  const file = { repository: ignoring('.env.lane'), place, path: '.env.lane', variables: { A: '1', BOTH: `"it's"` } };
  expect(await writeLaneFile(file)).toMatch(/^BOTH is not in .env.lane: no quotes /);
  expect(readFileSync(join(place, '.env.lane'), 'utf8').split('\n').slice(1)).toEqual(['A=1', '']);
});

test('what would be committed is not left there', async () => {
  const place = tempFolder();
  const said = await writeLaneFile({ repository: ignoring(), place, path: '.env.lane', variables: { A: '1' } });
  expect([said, existsSync(join(place, '.env.lane'))]).toEqual([
    '.env.lane is not written: git does not ignore it, so it would be committed',
    false,
  ]);
});

test.each(['./.env.lane', 'config/../.env.lane', './/.env.lane'])('nor is %s, however the path is written', async (path) => {
  const place = tempFolder();
  mkdirSync(join(place, 'config'));
  const said = await writeLaneFile({ repository: ignoring(), place, path, variables: { A: '1' } });
  expect([said, existsSync(join(place, '.env.lane'))]).toEqual([
    `${path} is not written: git does not ignore it, so it would be committed`,
    false,
  ]);
});
