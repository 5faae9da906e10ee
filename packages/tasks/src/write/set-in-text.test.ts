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

describe('what an editor on Windows wrote', () => {
  it('keeps the ends of its lines', () => {
    const text = '# ours\r\ncaution: fast # for now\r\n\r\nprepare: |\r\n  a\r\n  b\r\n';
    expect(setInYaml(text, { caution: 'careful' })).toBe(text.replace('fast', 'careful'));
    const json = '{\r\n\t"caution": "fast",\r\n\t"prepare": "a\\r\\nb\\nc"\r\n}\r\n';
    expect(setInJson(json, { caution: 'careful' })).toBe(json.replace('fast', 'careful'));
  });

  it('keeps its byte order mark', () => {
    expect(setInYaml('\ufeffcaution: fast\n', { caution: 'careful' })).toBe('\ufeffcaution: careful\n');
    expect(setInJson('\ufeff{\n\t"caution": "fast"\n}\n', { caution: 'careful' })).toBe('\ufeff{\n\t"caution": "careful"\n}\n');
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
