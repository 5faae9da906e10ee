export * from './create-journal.js';
export type { Journal, JournalPlace } from './journal.js';
export { JournalError } from './journal-error.js';
export * from './list-runs.js';
export * from './open-journal.js';
export { readJournal } from './read-journal.js';
export { replaceJournal } from './replace-journal.js';
