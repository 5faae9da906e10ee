import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../../test/rig/temp-folder.js';
import { forgetOldest, keepAnswer, keptAnswer, questionKey } from './kept-scouting.js';

function aPlace() {
  const folder = join(tempFolder('answers'), 'scouts');
  let n = 0;
  return { folder, unique: () => `${n++}` };
}

describe('answers that are kept', () => {
  it('are there for the same question and no other', async () => {
    const place = aPlace();
    const [key, other] = [questionKey(['commit', 'prompt']), questionKey(['commit', 'another prompt'])];
    await keepAnswer(place, key, { files: [] });
    await keepAnswer(place, key, { files: ['newer'] });
    expect([await keptAnswer(place.folder, key), await keptAnswer(place.folder, other)]).toEqual([
      { files: ['newer'] },
      undefined,
    ]);
    expect(readdirSync(place.folder)).toEqual([`${key}.json`]);
  });

  it('do not run into one another when parts of the question do', () => {
    expect(questionKey(['ab', 'c'])).not.toBe(questionKey(['a', 'bc']));
  });

  it('are so many, the newest', async () => {
    const { folder, ...place } = aPlace();
    for (const [age, key] of ['c', 'a', 'b'].entries()) {
      await keepAnswer({ folder, ...place }, key, {});
      utimesSync(join(folder, `${key}.json`), 1000 - age, 1000 - age);
    }
    await forgetOldest(folder, 3);
    expect(readdirSync(folder)).toHaveLength(3);
    await forgetOldest(folder, 2);
    expect(readdirSync(folder)).toEqual(['a.json', 'c.json']);
    await expect(forgetOldest(join(folder, 'none'), 0)).resolves.toBeUndefined();
  });

  it('are none when the file is damaged, and none when the folder cannot be written', async () => {
    const place = aPlace();
    mkdirSync(place.folder, { recursive: true });
    writeFileSync(join(place.folder, 'k.json'), '{"files":');
    expect(await keptAnswer(place.folder, 'k')).toBeUndefined();
    const blocked = { ...place, folder: join(place.folder, 'k.json', 'x') };
    await keepAnswer(blocked, 'k', {});
    expect(await keptAnswer(blocked.folder, 'k')).toBeUndefined();
  });
});
