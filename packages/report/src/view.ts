/** How the reader types our commands. */
export interface Reader {
  /** How the reader calls the program, where it is not simply `breakwater`. */
  readonly program?: string;
  /** The folder of the repository as one word of a shell, where the reader named one. */
  readonly repo?: string;
}

/** What is known of the place the text will be read in. */
export interface View extends Reader {
  /** Width of the window; narrower than 20 counts as 20. */
  readonly columns: number;
  readonly colour: boolean;
  /** False: only ASCII leaves, because some terminals take the bytes of other signs for control codes. */
  readonly unicode: boolean;
}

/** A command line to go on with, as the reader has to type it. */
export function typed(command: string, reader: Reader): string {
  return reader.repo === undefined
    ? spoken(command, reader)
    : spoken(command, reader).replace(/^git (?=[a-z])/, () => `git -C ${reader.repo} `);
}

/**
 * A sentence of ours that names commands to type, each at its beginning or after a colon, a comma, a bracket or `with`. A branch or a
 * folder of that name stands elsewhere, and stays.
 */
export function spoken(sentence: string, { program = 'breakwater', repo }: Reader): string {
  const where = repo === undefined || sentence.includes(' --repo ') ? '' : ` --repo ${repo}`;
  return sentence.replace(/(?<=^|[:,] +|\(|\bwith )breakwater ([a-z]+)/g, (_, command) => `${program} ${command}${where}`);
}

const NARROWEST = 20;

/** The last column stays free: a line that fills the window makes some terminals begin another. */
export function lineWidth(view: View): number {
  return Math.max(NARROWEST, Math.floor(view.columns)) - 1;
}
