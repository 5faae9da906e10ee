import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laneFileText } from './lane-file-text.js';

// Nx reads such files with it, so it is there.
const dotenv: { readonly parse: (text: string) => Record<string, string> } = createRequire(import.meta.url)('dotenv');

const HARD = {
  HASH: 'a # b',
  COLOUR: '#fff',
  DOLLAR: 'pa$$word $x',
  DOUBLE: '{"a": "b"}',
  SINGLE: "it's",
  LINES: 'one\ntwo\n',
  ESCAPES: 'a\\nb \\t',
  SPACES: ' x ',
  COMMAND: '$(exit 1) `exit 1`',
  EMPTY: '',
  FOLDER: 'C:\\my shop\\',
};

describe('the text of a lane file', () => {
  it('is read back as it was by dotenv, by Node and by a shell', () => {
    const { text, leftOut } = laneFileText(HARD);
    expect(leftOut).toEqual([]);
    expect(dotenv.parse(text)).toEqual(HARD);
    expect(parseEnv(text)).toEqual(HARD);
    const print = `set -a\n${text}\nexec "$0" -p "JSON.stringify(Object.keys(${JSON.stringify(HARD).replace(/["$`\\]/g, '\\$&')}).map((n) => process.env[n]))"`;
    const told = execFileSync('sh', ['-c', print, process.execPath], { env: {}, encoding: 'utf8' });
    expect(JSON.parse(told)).toEqual(Object.values(HARD));
  });

  it('leaves out what no quotes can hold, or a shell would run', () => {
    const variables = {
      BOTH: `"it's"`,
      BELL: 'a\r\nb',
      RUN: "it's $(date)",
      TICK: "it's `date`",
      ESCAPE: "it's \\n",
      KEPT: "it's $HOME",
    };
    expect(laneFileText(variables)).toEqual({ text: 'KEPT="it\'s $HOME"\n', leftOut: ['BOTH', 'BELL', 'RUN', 'TICK', 'ESCAPE'] });
  });

  it('whatever the values, is read back by dotenv as they were', async () => {
    const value = fc.string({
      unit: fc.constantFrom('a', ' ', '#', "'", '"', '`', '$', '{', '\\', 'n', '\n', '=', 'é'),
      maxLength: 8,
    });
    const closed = value.filter((one) => !one.endsWith('\\'));
    await fc.assert(
      fc.property(closed, closed, value, (a, b, c) => {
        const given: Record<string, string> = { A: a, C: c, B: b };
        const { text, leftOut } = laneFileText(given);
        for (const name of leftOut) delete given[name];
        expect(dotenv.parse(text)).toEqual(given);
      }),
      { numRuns: 2_000 },
    );
  });
});
