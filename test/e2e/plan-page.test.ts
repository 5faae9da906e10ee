import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { breakwater } from '../rig/breakwater.js';
import { fingerprint, makeRepository } from '../rig/repository.js';
import { tempFolder } from '../rig/temp-folder.js';

const HOSTILE = '</style><script>alert(1)</script>';
const TASKS = `tasks:
  - { id: api, title: "${HOSTILE}", brief: "Add an endpoint\\u202e ${HOSTILE}", writes: [src/api.ts] }
  - { id: page, brief: Show it, dependsOn: [api], writes: [src/page.ts] }
  - { id: audit, brief: Record it, writes: [src/api.ts] }
`;

const shop = (): string => makeRepository({ 'src/api.ts': 'export const api = 1;\n', 'breakwater.tasks.yaml': TASKS });

it('plan --html writes one page that says what the preview says, the same for the same plan, and touches nothing else', async () => {
  const repository = shop();
  const place = tempFolder('pages');
  const before = fingerprint(repository);
  const preview = await breakwater(repository, ['plan']);
  const first = await breakwater(repository, ['plan', '--html', join(place, 'one.html')]);
  await breakwater(repository, ['plan', '--html', join(place, 'two.html')], {
    TZ: 'Pacific/Kiritimati',
    LC_ALL: 'C',
    COLUMNS: '40',
  });
  expect(first).toEqual(preview);
  expect(fingerprint(repository)).toEqual(before);
  const page = readFileSync(join(place, 'one.html'), 'utf8');
  expect(readFileSync(join(place, 'two.html'), 'utf8')).toBe(page);
  for (const said of ['<h1>3 tasks in 2 waves</h1>', 'declared in dependsOn', 'both write src/api.ts'])
    expect(page).toContain(said);
  expect(page).not.toMatch(/<script|\u202e| style=| src=/);
  expect(page.match(/<\/style>/g)).toHaveLength(1);
});

it('plan --html leaves a file that is there, and writes nothing of a plan that cannot be made', async () => {
  const repository = shop();
  const refused = await breakwater(repository, ['plan', '--html', 'src/api.ts']);
  expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('src/api.ts exists already.') });
  expect(readFileSync(join(repository, 'src/api.ts'), 'utf8')).toBe('export const api = 1;\n');
  const failed = await breakwater(repository, ['plan', '--only', 'nobody', '--html', 'plan.html']);
  expect([failed.code, existsSync(join(repository, 'plan.html'))]).toEqual([2, false]);
});
