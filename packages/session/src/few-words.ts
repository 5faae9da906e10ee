import { beginOf } from '@breakwater/model';

const WIDTH = 60;

/** One line for the live view: absolute paths shortened to the file's name, control characters and line ends gone, at most 60 characters. */
export function fewWords(text: string): string {
  const short = text.replace(/(?<=^|[\s"'=:(])\/[^\s"'`,;)]*\/([^\s/"'`,;)]+)/g, '$1');
  const line = short.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\s]+/g, ' ').trim();
  return line.length > WIDTH ? `${beginOf(line, WIDTH - 1)}…` : line;
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
