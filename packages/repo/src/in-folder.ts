/** The path of a file by its folder ('' for the root) and what follows. */
export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
