import { decode } from '../decode.js';
import type { FactKind } from '../facts/fact-kind.js';
import { moduleKind } from './module-kind.js';
import { parseModule, TOO_DEEP } from './parse-module.js';
import { releaseParsed } from './release-parsed.js';
import type { WrittenModule } from './written-module.js';

/** A `.ts` file may be a film, and a `.js` file a bundle on one line. */
export type ModuleFact = WrittenModule | 'unreadable';

/** Imports and exports; how a text is parsed depends on the ending of its name. */
export const MODULE_FACTS: FactKind<ModuleFact> = {
  markOf: (file) => {
    const kind = moduleKind(file);
    return kind === 'source' || kind === 'built' ? `module${file.path.slice(file.path.lastIndexOf('.'))}` : undefined;
  },
  read: (path, bytes) => {
    if (bytes.includes(0) || hasGiantLines(bytes)) return 'unreadable';
    const written = parseModule(path, decode(bytes));
    if (written === TOO_DEEP) return 'unreadable';
    releaseParsed(bytes.length);
    return written;
  },
  encode: (fact) => Buffer.from(JSON.stringify(fact)),
  decode: (bytes) => JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()) as ModuleFact,
};

const SMALL = 100_000;
const LONG_LINE = 1_000;
const NEWLINE = 10;

function hasGiantLines(bytes: Uint8Array): boolean {
  if (bytes.length < SMALL) return false;
  let lines = 1;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return bytes.length / lines > LONG_LINE;
}
