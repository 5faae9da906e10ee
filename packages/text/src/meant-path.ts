import { editDistance } from './edit-distance.js';

/** The files a mistyped path may have meant. */
export interface PathsToSearch<P extends string> {
  isFolder(path: string): boolean;
  /** Files right in a folder. */
  readonly inFolder: (folder: string) => readonly P[];
  /** Files of this name, in any folder. */
  readonly named: (fileName: string) => readonly P[];
}

/**
 * The file that was probably meant by a path no file has: its name mistyped in a folder that is there, else one folder mistyped above a
 * file of its name. The least edits win, of equals the first. What differs by a number is the next of a row, and a short name is soon another.
 */
export function meantPath<P extends string>(path: string, files: PathsToSearch<P>): P | undefined {
  const { folder, name } = split(path);
  const near = files.isFolder(folder)
    ? files.inFolder(folder).map((file) => ({ file, edits: nameSlips(name, split(file).name) }))
    : files.named(name).map((file) => ({ file, edits: folderSlips(folder, split(file).folder) }));
  const [best] = near.filter(({ edits }) => edits < FAR).sort((a, b) => a.edits - b.edits || (a.file < b.file ? -1 : 1));
  return best?.file;
}

const FAR = Number.POSITIVE_INFINITY;

function split(path: string): { readonly folder: string; readonly name: string } {
  const at = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(0, at)), name: path.slice(at + 1) };
}

/** One of two endings a person takes for the other costs one edit; any other ending is another file. */
function nameSlips(written: string, name: string): number {
  const [one, other] = [parts(written), parts(name)];
  if (one.ending === other.ending) return slips(one.stem, other.stem);
  return SCRIPT.test(one.ending) && SCRIPT.test(other.ending) && one.stem === other.stem ? 1 : FAR;
}

const SCRIPT = /^\.[cm]?[jt]sx?$/;

/** The ending is everything from the last dot that is not the first character. */
function parts(name: string): { readonly stem: string; readonly ending: string } {
  const at = name.lastIndexOf('.');
  return at <= 0 ? { stem: name, ending: '' } : { stem: name.slice(0, at), ending: name.slice(at) };
}

/** Exactly one folder on the way is mistyped; O(1) for most, since the rest has to be equal. */
function folderSlips(written: string, folder: string): number {
  const [one, other] = [written.split('/'), folder.split('/')];
  if (one.length !== other.length) return FAR;
  const different = one.flatMap((segment, at) => (segment === other[at] ? [] : [[segment, other[at] ?? ''] as const]));
  const [first] = different;
  return first === undefined || different.length > 1 ? FAR : slips(...first);
}

/** One edit in every five letters, at most two; a matter of case or separators is none. */
function slips(written: string, name: string): number {
  const [one, other] = [folded(written), folded(name)];
  const allowed = Math.min(2, Math.floor(Math.max(one.length, other.length) / 5));
  if (Math.abs(one.length - other.length) > allowed || digits(one) !== digits(other)) return FAR;
  const edits = editDistance(one, other);
  return edits <= allowed ? edits : FAR;
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/[-_.]/g, '');
}

function digits(name: string): string {
  return name.replace(/\D/g, '');
}
