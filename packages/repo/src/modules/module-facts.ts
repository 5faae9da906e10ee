import { decode } from '../decode.js';
import type { FactKind } from '../facts/fact-kind.js';
import { moduleKind } from './module-kind.js';
import { parseModule, TOO_DEEP } from './parse-module.js';
import { releaseParsed } from './release-parsed.js';
import type { WrittenImport, WrittenModule } from './written-module.js';

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
  encode: (fact) => {
    if (fact === 'unreadable') return Buffer.from(JSON.stringify(fact));
    const { imports, ...head } = fact;
    return Buffer.from(`${JSON.stringify(head)}\n${JSON.stringify(imports)}`);
  },
  decode: (kept) => {
    const bytes = Buffer.from(kept.buffer, kept.byteOffset, kept.byteLength);
    const end = bytes.indexOf(NEWLINE);
    const head: Head | 'unreadable' = JSON.parse(bytes.toString('utf8', 0, end === -1 ? bytes.length : end));
    if (head === 'unreadable') return head;
    if (end === -1) throw new Error('no imports are kept');
    return keptModule(head, bytes.subarray(end));
  },
};

type Head = Omit<WrittenModule, 'imports'>;

/**
 * Imports are most of what is kept of a module and the least asked for: they are read when somebody wants to know, who then keeps what
 * comes of them.
 */
function keptModule(head: Head, bytes: Buffer): WrittenModule {
  return {
    ...head,
    get imports() {
      return JSON.parse(bytes.toString()) as readonly WrittenImport[];
    },
  };
}

const SMALL = 100_000;
const LONG_LINE = 1_000;
const NEWLINE = 10;

function hasGiantLines(bytes: Uint8Array): boolean {
  if (bytes.length < SMALL) return false;
  let lines = 1;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return bytes.length / lines > LONG_LINE;
}
