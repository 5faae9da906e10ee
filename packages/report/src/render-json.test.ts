import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderJson, renderJsonLine } from './render-json.js';

it('is indented by two and ends its last line', () => {
  expect(renderJson({ b: [1], a: 'x' })).toBe('{\n  "b": [\n    1\n  ],\n  "a": "x"\n}\n');
});

it('reads back as what it was', async () => {
  const property = fc.property(fc.jsonValue(), (value) => {
    expect(JSON.parse(renderJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
  });
  await fc.assert(property);
});

it('is harmless in a terminal', () => {
  expect(renderJson('\x1b[2J\x9b\u202e\u200b注')).toBe('"\\u001b[2J\\u009b\\u202e\\u200b注"\n');
});

it('fits on one line, as harmless', () => {
  expect(renderJsonLine({ a: 'x\n\x9b', b: [1] })).toBe('{"a":"x\\n\\u009b","b":[1]}\n');
});

it('does not print what is no JSON', () => {
  expect(() => renderJson(undefined)).toThrow('Internal error: not a JSON value');
});
