/** What is known of the place the text will be read in. */
export interface View {
  /** Width of the window; narrower than 20 counts as 20. */
  readonly columns: number;
  readonly colour: boolean;
  /** False: only ASCII leaves, because some terminals take the bytes of other signs for control codes. */
  readonly unicode: boolean;
  /** How the reader calls the program, where it is not simply `breakwater`. */
  readonly program?: string;
}

/** A command line to go on with, as the reader has to type it. */
export function typed(command: string, { program = 'breakwater' }: View): string {
  return command.replace(/^breakwater(?= |$)/, () => program);
}

/**
 * A sentence of ours that names commands to type, each at its beginning or after a colon, a comma, a bracket or `with`. A branch or a
 * folder of that name stands elsewhere, and stays.
 */
export function spoken(sentence: string, { program = 'breakwater' }: Pick<View, 'program'>): string {
  return sentence.replace(/(?<=^|[:,] +|\(|\bwith )breakwater(?= [a-z])/g, () => program);
}

const NARROWEST = 20;

/** The last column stays free: a line that fills the window makes some terminals begin another. */
export function lineWidth(view: View): number {
  return Math.max(NARROWEST, Math.floor(view.columns)) - 1;
}
