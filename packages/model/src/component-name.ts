/** What the component of a Vue, Svelte or Astro file is called: like the file, where that is a name for one. */
export function componentName(path: string): string | undefined {
  return /(?:^|\/)([A-Z][\w$]*)\.(?:vue|svelte|astro)$/.exec(path)?.[1];
}
