import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../rig/temp-folder.js';

/** What happens to gits that Breakwater itself starts; those of sessions are left alone. */
export type ShimOrder = CountedOrder | VerbOrder;

type Deed = 'kill-before' | 'kill-after' | 'kill-both' | 'fail-passing' | 'fail' | 'hang';

/** At the n-th git, from 1. */
interface CountedOrder {
  readonly at: number;
  /** Again at every multiple of it. */
  readonly every?: boolean;
  readonly does: Deed;
}

/** At gits with one of these commands. */
interface VerbOrder {
  readonly verbs: readonly string[];
  /** As often for each; always when undefined. */
  readonly times?: number;
  /** Only while there is a file with this path. */
  readonly while?: string;
  /** `wait`: until there is no such file any more. */
  readonly does: Deed | 'wait';
}

/** One shell script first on the PATH. It counts by appending, which is atomic, so that gits at the same time get different numbers. */
export function makeGitShim(order: ShimOrder): Readonly<Record<string, string>> {
  const folder = tempFolder('shim');
  const path = process.env['PATH'] ?? '';
  const script = `#!/bin/sh
real() { PATH=${quoted(path)} git "$@"; }
if ! tr '\\0' ' ' < /proc/$PPID/cmdline | grep -q -e breakwater.js -e planner.js; then PATH=${quoted(path)} exec git "$@"; fi
${'verbs' in order ? ofVerb(order, folder) : counted(order, folder)}
PATH=${quoted(path)} exec git "$@"
`;
  const file = join(folder, 'git');
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  return { PATH: `${folder}:${path}` };
}

function counted({ at, every = false, does }: CountedOrder, folder: string): string {
  const due = every ? `[ $((n % ${at})) -eq 0 ]` : `[ "$n" -eq ${at} ]`;
  return `${next(quoted(join(folder, 'count')))}
if ${due}; then
${DEEDS[does]}
fi`;
}

/** The command is the first word that is neither an option nor the value of `-c`. */
function ofVerb({ verbs, times, while: file, does }: VerbOrder, folder: string): string {
  return `verb= value=
for word in "$@"; do
  if [ -n "$value" ]; then value=; continue; fi
  case $word in -c) value=yes ;; -*) ;; *) verb=$word; break ;; esac
done
case $verb in ${verbs.join('|')})
  if ${file === undefined ? 'true' : `[ -e ${quoted(file)} ]`}; then
    ${next(`${quoted(join(folder, 'count'))}-$verb`)}
    if ${times === undefined ? 'true' : `[ "$n" -le ${times} ]`}; then
${does === 'wait' ? `while [ -e ${quoted(file ?? '')} ]; do sleep 0.02; done` : DEEDS[does]}
    fi
  fi ;;
esac`;
}

function next(count: string): string {
  return `echo x >> ${count}; n=$(wc -l < ${count})`;
}

const DEEDS: Readonly<Record<Deed, string>> = {
  'kill-before': 'kill -9 $PPID; exit 1',
  'kill-after': 'real "$@"; kill -9 $PPID; exit 1',
  'kill-both': 'real "$@" & sleep 0.00$((n % 9)); kill -9 $PPID $!; exit 1',
  'fail-passing': `case $((n % 3)) in
0) echo "fatal: Unable to create '/x/index.lock': File exists." >&2 ;;
1) echo "fatal: Unable to create '/x/packed-refs.lock': File exists." >&2 ;;
*) echo "fatal: cannot lock ref 'refs/heads/x'" >&2 ;;
esac
exit 128`,
  fail: 'echo "fatal: scripted failure" >&2; exit 128',
  hang: 'exec sleep 3600',
};

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
