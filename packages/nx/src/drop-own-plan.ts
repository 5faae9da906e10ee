import { readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PLAN_PAGE_SCHEMA, PLAN_SCHEMA } from '@breakwater/model';

/**
 * Removes the plan, as a document or a page, that an earlier run of the target left at its output, for a target writes its outputs
 * anew. Anything else that lies there stays, and the command refuses to write over it.
 */
export async function dropOwnPlan(out: unknown, root: string): Promise<void> {
  if (typeof out !== 'string' || out === '') return;
  const file = resolve(root, out);
  const text = await readFile(file, 'utf8').catch(() => '');
  if (isPlan(text) || isPage(text)) await rm(file);
}

function isPlan(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'schema' in value && value.schema === PLAN_SCHEMA;
  } catch {
    return false;
  }
}

/** Our pages say so in the beginning; a page that only speaks of one does not. */
function isPage(text: string): boolean {
  return (
    text.startsWith('<!doctype html>') && text.slice(0, 200).includes(`<meta name="generator" content="${PLAN_PAGE_SCHEMA}">`)
  );
}
