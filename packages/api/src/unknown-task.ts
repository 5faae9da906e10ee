import { type Diagnostic, err, type Failure, type Result } from '@breakwater/model';
import { didYouMean } from '@breakwater/tasks';

/** Of the ids there are: more than this nobody reads. */
const SOME = 10;

/** A task was named that is not there. `among` says where it was looked for: ` in run 7f3a`; nothing, when in the plan. */
export function unknownTask(name: string, tasks: readonly { readonly id: string }[], among = ''): Result<never, Failure> {
  const known = tasks.map(({ id }) => id);
  const more = known.length > SOME ? ` and ${known.length - SOME} more` : '';
  const diagnostic: Diagnostic = {
    severity: 'error',
    code: 'E_TASK_UNKNOWN',
    message: `there is no task "${name}"${among}`,
    hint: didYouMean(name, known) ?? `The tasks are: ${known.slice(0, SOME).join(', ')}${more}`,
  };
  return err({ reason: 'bad-input', diagnostics: [diagnostic] });
}
