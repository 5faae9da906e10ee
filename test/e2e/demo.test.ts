import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { breakwater } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { faultsOf } from '../rig/recorded-runs.js';
import { tempFolder } from '../rig/temp-folder.js';

describe('breakwater demo', () => {
  it('plans eight tasks, runs them with prepared edits and leaves an integrated branch that passes its tests', async () => {
    const temporary = tempFolder('demo');
    const { code, stdout, stderr } = await breakwater(temporary, ['demo'], {
      TMPDIR: temporary,
      BREAKWATER_REHEARSAL_PAUSE: '0',
    });
    expect({ code, stderr: code === 0 ? '' : stderr + stdout }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('8 tasks in');
    expect(stdout).toContain('8 of 8 tasks are done');
    expect(stdout).toMatch(/The integrated branch, tested: tests \d+, pass \d+, fail 0/);
    const folder = /cd (\S+)/.exec(stdout)?.[1] ?? '';
    expect(git(folder, 'status', '--porcelain')).toBe('');
    expect(await faultsOf(folder)).toEqual([]);
    const branch = git(folder, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/breakwater')
      .split('\n')
      .find((name) => name.endsWith('/integration'));
    git(folder, 'worktree', 'add', '-q', '--detach', `${folder}-look`, String(branch));
    const tests = execFileSync('npm', ['test'], {
      cwd: `${folder}-look`,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: temporary },
    });
    expect(tests).toMatch(/fail 0/);
  });
});
