import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../../test/rig/temp-folder.js';
import { obstacleTo, writeNew } from './output-file.js';

const hint = 'Choose another place for --html.';

describe('a place to write to', () => {
  it('may be any that is free, in a folder that is there', async () => {
    const outputs = [
      { flag: '--out', file: 'plan.json' },
      { flag: '--html', file: '-' },
    ] as const;
    expect(await obstacleTo(outputs, tempFolder('outputs'))).toBeUndefined();
  });

  it.each([
    ['taken', 'taken exists already.'],
    ['dangling', 'dangling exists already.'],
    ['no/such/place', 'no/such/place lies in a folder that does not exist.'],
  ])('is refused: %s', async (file, message) => {
    const folder = tempFolder('outputs');
    writeFileSync(join(folder, 'taken'), '');
    symlinkSync('/no/such/place', join(folder, 'dangling'));
    expect(await obstacleTo([{ flag: '--html', file }], folder)).toEqual({ reason: 'usage', message, hint });
  });
});

describe('writing', () => {
  it('makes a file', async () => {
    const folder = tempFolder('outputs');
    expect(await writeNew({ flag: '--html', file: 'plan.html' }, 'page', folder)).toBeUndefined();
    expect(readFileSync(join(folder, 'plan.html'), 'utf8')).toBe('page');
  });

  it('leaves what came there in the meantime', async () => {
    const folder = tempFolder('outputs');
    writeFileSync(join(folder, 'plan.html'), 'theirs');
    const refused = { reason: 'usage', message: 'plan.html exists already.', hint };
    expect(await writeNew({ flag: '--html', file: 'plan.html' }, 'ours', folder)).toEqual(refused);
    expect(readFileSync(join(folder, 'plan.html'), 'utf8')).toBe('theirs');
  });

  it('tells why it cannot', async () => {
    const message = 'no/plan.html cannot be written (ENOENT).';
    const failed = { reason: 'environment', code: 'E_OUTPUT', message, hint };
    expect(await writeNew({ flag: '--html', file: 'no/plan.html' }, '', tempFolder('outputs'))).toEqual(failed);
  });
});
