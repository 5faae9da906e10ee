import { decode } from '../decode.js';
import type { FactKind } from '../facts/fact-kind.js';
import { endingOf } from './ending-of.js';
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
    return kind === 'source' || kind === 'built' ? `module${endingOf(file.path)}` : undefined;
  },
  read: (path, bytes) => {
    if (bytes.includes(0) || hasGiantLines(bytes)) return 'unreadable';
    const written = parseModule(path, decode(bytes));
    if (written === TOO_DEEP) return 'unreadable';
    releaseParsed(bytes.length);
    return written;
  },
  encode: (fact) => {
    if (fact === 'unreadable') return Uint8Array.of(UNREADABLE);
    const lines = `${JSON.stringify(fact.exports)}\n${JSON.stringify(fact.imports)}`;
    const marks = (fact.hasErrors ? WRONG : 0) + (fact.isScript ? SCRIPT : 0);
    return Buffer.concat([Uint8Array.of(marks), Buffer.from(lines)]);
  },
  decode: (kept) => {
    const [first] = kept;
    if (first === undefined || first > UNREADABLE) throw new Error('no module is kept');
    return first === UNREADABLE ? 'unreadable' : new KeptModule(kept);
  },
};

/** The first byte of what is kept: the first two are added up, the last stands alone. */
const [WRONG, SCRIPT, UNREADABLE] = [1, 2, 4] as const;

/** Read when somebody wants to know: imports are most of what is kept and are asked of few modules. Who asks keeps what comes of it. */
class KeptModule implements WrittenModule {
  constructor(private readonly kept: Uint8Array) {}

  get hasErrors(): boolean {
    return this.has(WRONG);
  }

  get isScript(): boolean {
    return this.has(SCRIPT);
  }

  get exports(): readonly string[] {
    return JSON.parse(decode(this.kept.subarray(1, this.kept.indexOf(NEWLINE))));
  }

  get imports(): readonly WrittenImport[] {
    return JSON.parse(decode(this.kept.subarray(this.kept.indexOf(NEWLINE))));
  }

  private has(mark: number): boolean {
    return ((this.kept[0] ?? 0) & mark) !== 0;
  }
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
