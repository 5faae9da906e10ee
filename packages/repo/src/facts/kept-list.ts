import { decode } from '../decode.js';
import type { FactKind } from './fact-kind.js';

/** How facts that are a short list of plain values are kept: as JSON. */
export function keptList<One>(): Pick<FactKind<readonly One[]>, 'encode' | 'decode'> {
  return {
    encode: (list) => Buffer.from(JSON.stringify(list)),
    decode: (kept) => {
      const list: unknown = JSON.parse(decode(kept));
      if (!Array.isArray(list)) throw new Error('no list is kept');
      return list;
    },
  };
}
