import type { Diagnostic } from '@breakwater/model';
import { type Located, type Path, spotAt } from '../parse/located.js';
import { diagnosticOf, type Fault } from '../text/fault.js';

/** A fault at a path of what was read. */
export function faultAt(located: Located, path: Path, fault: Omit<Fault, 'at'>): Diagnostic {
  return diagnosticOf({ ...fault, at: spotAt(located, path) });
}
