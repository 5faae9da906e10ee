import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeConfig } from './change-config.js';

function aFolder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'config-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const careful = { caution: 'careful' };

describe('changing the configuration', () => {
  it.each([
    ['breakwater.config.yaml', 'caution: fast # for now\n', 'caution: careful # for now\n'],
    ['breakwater.config.json', '{\n  "caution": "fast"\n}\n', '{\n  "caution": "careful"\n}\n'],
    ['package.json', '{\n  "breakwater": {}\n}\n', '{\n  "breakwater": {\n    "caution": "careful"\n  }\n}\n'],
  ])('changes %s where it counts', async (file, before, after) => {
    const root = aFolder({ [file]: before });
    expect(await changeConfig({ root, cwd: root }, careful)).toEqual({ ok: true, value: file });
    expect(readFileSync(join(root, file), 'utf8')).toBe(after);
    expect(readdirSync(root)).toEqual([file]);
  });

  it('begins one in the top folder when there is none', async () => {
    const root = aFolder({ 'apps/web/x.ts': '' });
    expect(await changeConfig({ root, cwd: join(root, 'apps/web') }, careful)).toMatchObject({ ok: true });
    expect(readFileSync(join(root, 'breakwater.config.yaml'), 'utf8')).toBe('caution: careful\n');
  });

  it('leaves code alone and says what to set', async () => {
    const root = aFolder({ 'ours.mjs': 'export default {}' });
    const changed = await changeConfig({ root, cwd: root, configFile: 'ours.mjs' }, careful);
    expect(changed).toMatchObject({ ok: false, error: [{ code: 'E_CONFIG_CODE', hint: 'Set in it  caution: "careful"' }] });
    expect(readFileSync(join(root, 'ours.mjs'), 'utf8')).toBe('export default {}');
  });

  it('says when it cannot write, and leaves what is there', async () => {
    const root = aFolder({ 'breakwater.config.yaml': 'caution: fast\n', 'breakwater.config.yaml.new/x': '' });
    expect(await changeConfig({ root, cwd: root }, careful)).toMatchObject({ ok: false, error: [{ code: 'E_CONFIG_WRITE' }] });
    expect(readFileSync(join(root, 'breakwater.config.yaml'), 'utf8')).toBe('caution: fast\n');
  });
});
