import { join } from 'node:path';
import { runId } from '@breakwater/model';
import { expect, it } from 'vitest';
import { tempFolder } from '../../../test/rig/temp-folder.js';
import { aRig } from './api-rig.testing.js';
import { foundAttempts } from './found-attempts.js';

const RUN = runId('7f3a');

it('takes the highest attempt that a ref, a branch or a worktree tells of, and heeds no name that tells of none', async () => {
  const rig = aRig({});
  const refs = ['task/api/1', 'task/api/10', 'task/api/9', 'task/constructor/1', 'task/web/2/x', 'task/web/note'];
  for (const ref of refs) rig.git('update-ref', `refs/breakwater/runs/${RUN}/${ref}`, 'HEAD');
  for (const branch of ['web', 'web@3', 'web@mine', 'docs']) rig.git('branch', `breakwater/${RUN}/${branch}`);
  rig.git('branch', 'breakwater/7f3b/docs@5');
  const place = join(tempFolder('places'), 'docs@4');
  rig.git('worktree', 'add', '--quiet', '--detach', '--lock', '--reason', `breakwater run ${RUN}, task docs`, place);
  const found = await foundAttempts(await rig.repository(), RUN);
  expect(Object.fromEntries(found)).toEqual({ api: 10, constructor: 1, docs: 4, web: 3 });
});
