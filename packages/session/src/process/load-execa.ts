/** Loads the library on first use: a command that starts no process does not wait for its hundred files. */
export function loadExeca(): Promise<typeof import('execa')> {
  return import('execa');
}
