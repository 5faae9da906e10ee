/** Major and minor number of `git version 2.39.5 (Apple Git-154)`; undefined when the text is something else. */
export function parseGitVersion(text: string): readonly [number, number] | undefined {
  const match = /^git version (\d+)\.(\d+)/.exec(text);
  return match === null ? undefined : [Number(match[1]), Number(match[2])];
}
