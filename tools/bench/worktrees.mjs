/**
 * A thousand worktrees made by eight lanes at once, each with a commit in it, and removed again: `node tools/bench/worktrees.mjs`.
 * Counts what failed and what was left over; ends with 1 when that is not nothing.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openRepository } from '@breakwater/git';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000' }, lanes: { type: 'string', default: '8' } },
});
const [count, lanes] = [Number(values.count), Number(values.lanes)];
const folder = mkdtempSync(join(tmpdir(), 'breakwater-worktrees-'));
const root = join(folder, 'shop');
const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
const git = (...words) => execFileSync('git', ['-C', root, ...identity, ...words], { encoding: 'utf8' }).trim();
const failures = [];

async function open() {
  const opened = await openRepository(root, { PATH: process.env.PATH, HOME: folder });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

/** One lane: makes, commits, removes, one after another. */
async function lane(n, base) {
  const repository = await open();
  for (let task = n; task < count; task += lanes) {
    const path = join(folder, 'worktrees', `t${task}`);
    const made = await repository.addWorktree({ path, branch: `breakwater/0001/t${task}`, base, reason: `t${task}` });
    if (!made.ok) {
      failures.push(`add t${task}: ${JSON.stringify(made.error)}`);
      continue;
    }
    writeFileSync(join(path, `t${task}.txt`), 'work\n');
    await repository.commitAll(path, `Write t${task}`);
    const removed = await repository.removeWorktree(path);
    if (!removed.ok) failures.push(`remove t${task}: ${JSON.stringify(removed.error)}`);
  }
}

try {
  mkdirSync(join(root, 'src'), { recursive: true });
  for (let n = 0; n < 50; n += 1) writeFileSync(join(root, 'src', `${n}.txt`), `${n}\n`);
  execFileSync('git', ['init', '--quiet', '-b', 'main', root]);
  git('add', '-A');
  git('commit', '-qm', 'Start');
  const base = git('rev-parse', 'HEAD');
  const begin = performance.now();
  await Promise.all(Array.from({ length: lanes }, (_, n) => lane(n, base)));
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const tips = git('for-each-ref', '--format=%(objectname)', 'refs/heads/breakwater/').split('\n');
  const orphans = tips.filter((tip) => tip === base).length;
  const entries = existsSync(join(root, '.git/worktrees')) ? readdirSync(join(root, '.git/worktrees')).length : 0;
  const folders = existsSync(join(folder, 'worktrees')) ? readdirSync(join(folder, 'worktrees')).length : 0;
  const fsck = git('fsck', '--no-dangling', '--no-progress');
  for (const one of failures.slice(0, 10)) console.error(one);
  console.log(
    `${count} worktrees at ${lanes} lanes in ${seconds} s: ${failures.length} failures, ${orphans} orphan branches, ` +
      `${tips.length - orphans} branches with their commit, ${entries} entries and ${folders} folders left, fsck ${fsck === '' ? 'clean' : fsck}`,
  );
  process.exitCode = failures.length + orphans + entries + folders === 0 && fsck === '' && tips.length === count ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
