import type { Diagnostic } from '@breakwater/model';
import { emptyCommands } from './empty-command.js';
import type { TaskList } from './task-list.js';

/** Verify commands of tasks and of the defaults. An empty list is fine: it says that nothing is to be verified. */
export function verifyCommands(list: TaskList): readonly Diagnostic[] {
  const code = 'E_VERIFY_EMPTY';
  const path = ['verify'];
  const ofDefaults =
    list.defaults === undefined
      ? []
      : emptyCommands(list.defaults.written.verify ?? [], { located: list.defaults.located, path, of: ' of the defaults', code });
  const ofTasks = list.tasks.flatMap(({ located, written, name }) =>
    emptyCommands(written.verify ?? [], { located, path, of: ` of ${name}`, code }),
  );
  return [...ofDefaults, ...ofTasks];
}
