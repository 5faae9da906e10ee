import type { Diagnostic, Place } from '@breakwater/model';
import { visible } from './quoted.js';
import { type Area, placeOfFile, placeOfSpot, type Spot } from './source.js';

/** What every kind of file can get wrong; the rest of the codes belong to one check each. */
export type FileFault = 'READ' | 'EMPTY' | 'SYNTAX' | 'ENCODING' | 'LIMIT' | 'DUPKEY' | 'KEY' | 'TYPE';

export function codeOf(area: Area, fault: FileFault): string {
  return `E_${area}_${fault}`;
}

export interface Fault {
  readonly code: string;
  readonly message: string;
  /** Where it is, if it is anywhere. */
  readonly at?: Spot | undefined;
  readonly hint?: string | undefined;
  readonly related?: readonly { readonly message: string; readonly at?: Spot | undefined }[];
  readonly severity?: Diagnostic['severity'];
}

/** A fault as the rest of the program knows it: without undefined fields, places instead of spots, nothing unseen in its words. */
export function diagnosticOf({ severity = 'error', code, message, at, hint, related }: Fault): Diagnostic {
  return {
    severity,
    code,
    message: visible(message),
    ...placed(at),
    ...(related === undefined ? {} : { related: related.map((one) => ({ message: visible(one.message), ...placed(one.at) })) }),
    ...(hint === undefined ? {} : { hint: visible(hint) }),
  };
}

function placed(at: Spot | undefined): { readonly place?: Place } {
  if (at === undefined) return {};
  return { place: at.source.text === '' ? placeOfFile(at.source.file) : placeOfSpot(at) };
}
