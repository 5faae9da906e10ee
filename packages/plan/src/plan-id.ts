import { createHash } from 'node:crypto';
import type { Plan } from '@breakwater/model';

/** The first 16 hexadecimal digits of SHA-256 over the document without its id. */
export function planId(rest: Omit<Plan, 'id'>): string {
  return createHash('sha256').update(JSON.stringify(rest)).digest('hex').slice(0, 16);
}
