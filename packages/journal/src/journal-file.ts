/** Name of the journal in a run's folder. */
export const JOURNAL_FILE = 'journal.jsonl';
