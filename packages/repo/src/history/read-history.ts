import { asRepoPath, type HistoryReader, type LoggedCommit, type PastCommit } from '@breakwater/model';
import { subjectTerms } from '@breakwater/text';
import { keepHistory, keptHistory } from './kept-history.js';

/** Commits that are walked. */
const MOST = 4_000;
/** Of a larger change no file tells much about the message. */
const MOST_FILES = 30;
/** Longer bodies are lists and templates. Characters. */
const BODY = 1_000;
/** A longer first line is no sentence but pasted data, and whoever holds one word after another against it has too many. Characters. */
const SUBJECT = 10_000;

/**
 * The newest 4,000 commits before and with the base, those of them that changed 1 to 30 files, the newest first. With a folder to
 * keep them in, only what came since the last time is read.
 */
export async function readHistory(reader: HistoryReader, folder?: string): Promise<readonly PastCommit[]> {
  const kept = folder === undefined || (await reader.isShallow()) ? undefined : folder;
  const walked = kept === undefined ? await walk(reader) : await walkOn(reader, kept);
  return walked.filter(({ paths }) => paths.length > 0);
}

/** Goes on from where an earlier walk began, when that lies on the way. */
async function walkOn(reader: HistoryReader, folder: string): Promise<readonly PastCommit[]> {
  const known = await keptHistory(folder);
  const tip = known[0]?.commit;
  if (tip === reader.commit) return known;
  const newer = tip === undefined ? [] : await reader.read(MOST, tip);
  const isOnTheWay = tip !== undefined && newer.at(-1)?.parent === tip;
  const walked = isOnTheWay ? [...newer.map(pastCommit), ...known].slice(0, MOST) : await walk(reader);
  await keepHistory(folder, walked);
  return walked;
}

async function walk(reader: HistoryReader): Promise<readonly PastCommit[]> {
  return (await reader.read(MOST)).map(pastCommit);
}

/** Without paths when there are too many, and without those that no checkout could hold. */
function pastCommit({ commit, author, isBot, time, message, paths }: LoggedCommit): PastCommit {
  const [, subject = '', body = ''] = /^\s*([^\n]*)\n*([\s\S]*)$/.exec(message) ?? [];
  const told = paths.length <= MOST_FILES ? paths.flatMap((path) => asRepoPath(path) ?? []) : [];
  const line = subject.trim().slice(0, SUBJECT);
  const said = { subject: line, terms: subjectTerms(line), body: body.trim().slice(0, BODY) };
  return { commit, author, isBot, time, ...said, paths: told };
}
