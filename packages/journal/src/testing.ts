/** Journals for tests, in temporary folders. Never imported by shipped code. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commitId, type Recorded, type RunEvent, runId } from '@breakwater/model';
import { createJournal } from './create-journal.js';
import type { Journal, JournalPlace } from './journal.js';
import { openJournal } from './open-journal.js';

export interface Desk {
  /** Temporary folder. */
  readonly folder: string;
  /** A run's folder in it, not made. */
  readonly run: string;
  readonly journal: string;
  bytes(): Buffer;
  put(bytes: Buffer | string): void;
  dispose(): void;
}

export function aDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'breakwater-journal-'));
  const run = join(folder, 'runs', '7f3a');
  const journal = join(run, 'journal.jsonl');
  return {
    folder,
    run,
    journal,
    bytes: () => readFileSync(journal),
    put: (bytes) => writeFileSync(journal, bytes),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A clock that moves on by a second each time it is read. */
export function aClock(start = '2026-01-01T00:00:00.000Z'): () => Date {
  let next = Date.parse(start);
  return () => {
    next += 1000;
    return new Date(next - 1000);
  };
}

/** Where a journal is kept, with a clock of its own. */
export function placeAt(folder: string, start?: string): JournalPlace {
  return { folder, now: aClock(start) };
}

/** A journal that holds these events and is closed. */
export async function written(folder: string, events: readonly RunEvent[], start?: string): Promise<readonly Recorded[]> {
  const created = await createJournal(placeAt(folder, start));
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  return appended(created.value, events);
}

/** A journal opened again, as the next process does. */
export async function reopened(folder: string, start?: string) {
  const opened = await openJournal(placeAt(folder, start));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

/** The records of events appended one after the other; closes the journal. */
export async function appended(journal: Journal, events: readonly RunEvent[]): Promise<readonly Recorded[]> {
  const records: Recorded[] = [];
  for (const event of events) records.push(await journal.append(event));
  await journal.close();
  return records;
}

export const STARTED: RunEvent = {
  ev: 'run-started',
  run: runId('7f3a'),
  plan: 'plan',
  base: commitId('1'.repeat(40)),
  baseBranch: 'main',
  integration: 'breakwater/7f3a/integration',
  concurrency: 3,
  runner: 'claude',
  tasks: [],
  version: '0.1.0',
};

export function aNote(text: string): RunEvent {
  return { ev: 'note', text };
}
