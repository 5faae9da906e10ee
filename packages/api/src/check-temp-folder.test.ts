import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../../test/rig/temp-folder.js';
import { accepted, aRig, refused } from './api-rig.testing.js';
import { checkTempFolder } from './check-temp-folder.js';
import { makeDemo } from './demo.js';
import { preflight } from './execute.js';
import { plan } from './plan.js';

function worldIn(folder: string) {
  const rig = aRig({ a: 'x' });
  return { ...rig, world: { ...rig.world, environment: { ...rig.world.environment, TMPDIR: folder } } };
}

const MISSING = {
  reason: 'environment',
  code: 'E_TEMP',
  message: 'No temporary folder can be made in /none: there is no such folder',
};

describe('the folder for temporary files', () => {
  it('is the one the environment names', async () => {
    const folder = tempFolder('mine');
    expect(accepted(await checkTempFolder(worldIn(folder).world))).toBe(folder);
  });

  it('must be there and be a folder', async () => {
    const file = join(tempFolder('mine'), 'file');
    writeFileSync(file, '');
    expect(refused(await checkTempFolder(worldIn(file).world))).toMatchObject({ code: 'E_TEMP' });
    expect(refused(await checkTempFolder(worldIn('/none').world))).toMatchObject(MISSING);
  });

  it('is looked at before a run or the demo begins', async () => {
    const { root, world } = worldIn('/none');
    expect(refused(await preflight(accepted(await plan({}, world)), {}, world))).toMatchObject(MISSING);
    expect(refused(await makeDemo(root, world))).toMatchObject(MISSING);
  });
});
