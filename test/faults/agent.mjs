/**
 * The session of the fault suite: six tasks, six ways to work. Deterministic in what it leaves, whatever attempt it is; how long it
 * takes is told by the task, so that kills meet it in all its moments. With FAULT_DEED, a shell command, a does that instead of its commit
 * in the middle of its neighbours' work; it is done in their first attempts only. They hold still for it: git itself loses what it is
 * writing when another git prunes without grace. With FAULT_LEAVES it commits nothing and leaves all of it to be committed.
 * With FAULT_LINGERS a session that cannot go on does not end. The task that FAULT_LATER names asks to be started again later, at first.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const task = process.env.BREAKWATER_TASK;
// The folders of later attempts say so.
const deed = process.cwd().includes('@') ? undefined : process.env.FAULT_DEED;
const git = (...words) => process.env.FAULT_LEAVES ?? execFileSync('git', words, { stdio: 'ignore' });
const here = process.cwd();
const write = (path, text) => {
  // Node tries for ever to make folders in one that was deleted.
  if (!existsSync(here)) throw new Error(`${here} is gone`);
  mkdirSync(path.replace(/\/[^/]*$/, ''), { recursive: true });
  writeFileSync(path, text);
};

const mark = (name) => `${process.env.HOME}/fault-${name}`;
const tell = (name) => writeFileSync(mark(name), '');
const told = async (name) => {
  while (!existsSync(mark(name))) await wait(20);
};

const WAYS = {
  // Commits in one piece.
  async a() {
    write('src/a.txt', 'a\n');
    await wait(60);
    if (deed !== undefined) {
      await told('c-committed');
      spawnSync('sh', ['-c', deed], { stdio: 'ignore' });
      return tell('deed-done');
    }
    git('add', '-A');
    git('commit', '-qm', 'Write a');
  },
  // Leaves everything uncommitted.
  async b() {
    if (deed !== undefined) await told('deed-done');
    for (let n = 0; n < 5; n += 1) {
      write(`src/b/${n}.txt`, `b ${n}\n`);
      await wait(20);
    }
  },
  // Commits twice and leaves a third part.
  async c() {
    for (const part of ['one', 'two']) {
      write(`src/c/${part}.txt`, `${part}\n`);
      git('add', '-A');
      git('commit', '-qm', `Write ${part}`);
    }
    if (deed !== undefined) {
      tell('c-committed');
      await told('deed-done');
    }
    write('src/c/three.txt', 'three\n');
  },
  // Leaves a server behind, in a session of its own, holding the pipes.
  async d() {
    spawn('setsid', ['sleep', '600'], { stdio: 'inherit', detached: true }).unref();
    write('src/d.txt', 'd\n');
    git('add', '-A');
    git('commit', '-qm', 'Write d');
  },
  // Talks a lot.
  async e() {
    process.stdout.write(`${'x'.repeat(200_000)}\n`);
    write('src/e.txt', 'e\n');
    await wait(80);
  },
  // Changes what others brought.
  async f() {
    appendFileSync('src/a.txt', 'f\n');
    await wait(30);
    write('src/f.txt', 'f\n');
  },
};

// EX_TEMPFAIL of sysexits.h.
if (process.env.FAULT_LATER === task && !process.cwd().includes('@')) process.exit(75);
try {
  await WAYS[task]();
} catch (error) {
  // As programs do that notice nothing, or wait for somebody to say what next.
  if (process.env.FAULT_LINGERS !== undefined) await wait(600_000);
  throw error;
}
