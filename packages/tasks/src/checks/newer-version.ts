import type { Diagnostic } from '@breakwater/model';
import { type Located, valueAt } from '../parse/located.js';
import { faultAt } from './fault-at.js';

/** The version of the formats this program reads. */
const VERSION = 1;

/** A file for a later Breakwater; nothing else of it is judged then, for its rules may be others. */
export function newerVersion(located: Located): readonly Diagnostic[] {
  const found = valueAt(located, ['version']);
  if (found?.kind !== 'scalar' || typeof found.value !== 'number' || !(found.value > VERSION)) return [];
  const message = `${found.spot.source.file} has format version ${found.written}, and this Breakwater reads version ${VERSION}`;
  return [
    faultAt(located, ['version'], {
      code: 'E_CONFIG_VERSION',
      message,
      hint: 'Update Breakwater: npm install --save-dev breakwater@latest',
    }),
  ];
}
