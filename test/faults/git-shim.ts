import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../rig/temp-folder.js';

/** What happens at the n-th git that Breakwater itself starts (from 1); gits of sessions are not counted. */
export interface ShimOrder {
  readonly at: number;
  /** Again at every multiple of it. */
  readonly every?: boolean;
  readonly does: 'kill-before' | 'kill-after' | 'kill-both' | 'fail-passing' | 'fail' | 'hang';
}

/** One shell script first on the PATH. It counts by appending, which is atomic, so that gits at the same time get different numbers. */
export function makeGitShim({ at, every = false, does }: ShimOrder): Readonly<Record<string, string>> {
  const folder = tempFolder('shim');
  const path = process.env['PATH'] ?? '';
  const due = every ? `[ $((n % ${at})) -eq 0 ]` : `[ "$n" -eq ${at} ]`;
  const script = `#!/bin/sh
real() { PATH=${quoted(path)} git "$@"; }
if ! tr '\\0' ' ' < /proc/$PPID/cmdline | grep -q breakwater.js; then PATH=${quoted(path)} exec git "$@"; fi
echo x >> ${quoted(join(folder, 'count'))}
n=$(wc -l < ${quoted(join(folder, 'count'))})
if ${due}; then
${DEEDS[does]}
fi
PATH=${quoted(path)} exec git "$@"
`;
  const file = join(folder, 'git');
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  return { PATH: `${folder}:${path}` };
}

const DEEDS: Readonly<Record<ShimOrder['does'], string>> = {
  'kill-before': 'kill -9 $PPID; exit 1',
  'kill-after': 'real "$@"; kill -9 $PPID; exit 1',
  'kill-both': 'real "$@" & sleep 0.00$((n % 9)); kill -9 $PPID $!; exit 1',
  'fail-passing': `echo "fatal: Unable to create '/x/index.lock': File exists." >&2; exit 128`,
  fail: 'echo "fatal: scripted failure" >&2; exit 128',
  hang: 'exec sleep 3600',
};

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
