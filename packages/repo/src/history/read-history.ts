import { type HistoryReader, type LoggedCommit, type PastCommit, repoPath } from '@breakwater/model';

/** Commits that are walked. */
const MOST = 4_000;
/** Of a larger change no file tells much about the message. */
const MOST_FILES = 30;
/** Longer bodies are lists and templates. Characters. */
const BODY = 1_000;

/** The newest 4,000 commits before and with the base that changed 1 to 30 files, the newest first. */
export async function readHistory(reader: HistoryReader): Promise<readonly PastCommit[]> {
  const logged = await reader.read(MOST);
  return logged.filter(({ paths }) => paths.length > 0 && paths.length <= MOST_FILES).map(pastCommit);
}

function pastCommit({ commit, author, time, message, paths }: LoggedCommit): PastCommit {
  const [, subject = '', body = ''] = /^\s*([^\n]*)\n*([\s\S]*)$/.exec(message) ?? [];
  return { commit, author, time, subject: subject.trim(), body: body.trim().slice(0, BODY), paths: paths.map(repoPath) };
}
