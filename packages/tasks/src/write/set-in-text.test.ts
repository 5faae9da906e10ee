import { describe, expect, it } from 'vitest';
import { setInJson, setInYaml } from './set-in-text.js';

describe('setting values in YAML', () => {
  it('changes what is there and adds what is not; comments and the rest stay', () => {
    const text =
      '# ours\nconcurrency: 3 # people\ncaution: fast # for now\nverify: ["npm test -- --a-very-long-option-that-fills-more-than-eighty-columns-of-text"]\n';
    expect(setInYaml(text, { caution: 'careful', threshold: 0.3 })).toBe(
      text.replace('fast', 'careful').replace(/$/, 'threshold: 0.3\n').replace('["npm', '[ "npm').replace('text"]', 'text" ]'),
    );
  });

  it('begins a file that is empty or holds comments only', () => {
    expect(setInYaml('', { caution: 'fast' })).toBe('caution: fast\n');
    expect(setInYaml('# nothing yet\n', { caution: 'fast' })).toContain('caution: fast\n');
  });
});

describe('setting values in JSON', () => {
  it('keeps order and indentation', () => {
    expect(setInJson('{\n    "caution": "fast",\n    "concurrency": 2\n}\n', { caution: 'balanced' })).toBe(
      '{\n    "caution": "balanced",\n    "concurrency": 2\n}\n',
    );
  });

  it('reaches below a key, there or not', () => {
    expect(JSON.parse(setInJson('{"name":"shop"}', { caution: 'fast' }, 'breakwater'))).toEqual({
      name: 'shop',
      breakwater: { caution: 'fast' },
    });
    expect(JSON.parse(setInJson('{"breakwater":{"concurrency":2}}', { caution: 'fast' }, 'breakwater'))).toEqual({
      breakwater: { concurrency: 2, caution: 'fast' },
    });
  });
});
