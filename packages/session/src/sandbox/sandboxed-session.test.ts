import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { markedProcesses } from '../process/marked-processes.js';
import { MARKER } from '../process/marker.js';
import { anOrder, freshMarker, program, tempFolder, testEnvironment } from '../scripted-world.testing.js';
import type { SessionOrder } from '../session.js';
import { startSession } from '../start-session.js';
import { sandboxWorksHere } from './works-here.testing.js';

/** A command as agent, in JavaScript, that may write in its folder `cwd`. */
function confined(source: string, rest: Partial<SessionOrder> = {}) {
  const cwd = tempFolder();
  const file = program(tempFolder(), 'agent.js', `const fs = require('node:fs');\n${source}`);
  const confinement = { writable: [cwd], fixed: [] };
  return anOrder({ cwd, confinement, runner: { kind: 'command', command: [process.execPath, file] }, ...rest });
}

/** Says which of the deeds threw, by their error codes. */
const TRY = "const attempt = (deed) => { try { deed(); return 'done'; } catch (error) { return error.code ?? error.message; } };";
const SPAWN = "const { spawn, execFileSync } = require('node:child_process');";

describe.skipIf(!sandboxWorksHere)('a session in a sandbox', () => {
  test('gets its prompt, writes in its folder and nowhere else, and its last line is heard', async () => {
    const outside = join(tempFolder(), 'outside');
    const places = ['inside', outside, '/dev/null', '/etc/breakwater'];
    const { order } = confined(
      `${TRY} const said = fs.readFileSync(0, 'utf8');
      const deeds = ${JSON.stringify(places)}.map((path) => attempt(() => fs.writeFileSync(path, said)));
      console.log(JSON.stringify([deeds, process.cwd()]));`,
    );
    const end = await startSession(order);
    expect(end.end === 'succeeded' && JSON.parse(end.summary)).toEqual([['done', 'EROFS', 'done', 'EROFS'], order.cwd]);
    expect(readFileSync(join(order.cwd, 'inside'), 'utf8')).toBe('Do it.');
    expect(existsSync(outside)).toBe(false);
  });

  test('cannot make the rest writable again, by remounting, by new namespaces, or through another process', async () => {
    const outside = join(tempFolder(), 'outside');
    const { order } = confined(
      `${SPAWN} ${TRY}
      const run = (...words) => { try { execFileSync(words[0], words.slice(1), { stdio: 'ignore' }); } catch {} };
      run('mount', '-o', 'remount,rw', '/');
      run('unshare', '-rm', 'sh', '-c', 'mount -o remount,rw,bind / ; echo x > ${outside}');
      console.log(attempt(() => fs.writeFileSync(${JSON.stringify(outside)}, 'x')), attempt(() => process.kill(${process.pid}, 0)));`,
    );
    expect(await startSession(order)).toMatchObject({ end: 'succeeded', summary: 'EROFS ESRCH' });
    expect(existsSync(outside)).toBe(false);
  });

  test('ends with the exit code of its program', async () => {
    const { order } = confined("console.error('no luck'); process.exitCode = 4");
    const failure = { reason: 'session-failed', exitCode: 4, message: 'no luck' };
    expect(await startSession(order)).toMatchObject({ end: 'failed', failure });
  });

  test('may write down where it is when it is asked to stop', async () => {
    const stop = new AbortController();
    const { order, news } = confined(
      `process.on('SIGTERM', () => { fs.writeFileSync('saved', ''); process.exit(0); });
      console.log('up'); setInterval(() => {}, 1000);`,
      { signal: stop.signal },
    );
    const end = startSession(order);
    await expect.poll(() => news).toContainEqual({ kind: 'activity', text: 'up' });
    stop.abort();
    expect((await end).end).toBe('stopped');
    expect(existsSync(join(order.cwd, 'saved'))).toBe(true);
  });

  test('leaves no process behind, not even one without the mark', async () => {
    const length = `3${process.pid}.25`;
    const { order } = confined(
      `${SPAWN} const start = { detached: true, stdio: 'ignore' };
      spawn('sleep', ['${length}'], { env: { PATH: process.env.PATH }, ...start }).unref(); spawn('sleep', ['300'], start).unref();`,
    );
    expect((await startSession(order)).end).toBe('succeeded');
    expect(await markedProcesses(order.environment[MARKER]!)).toEqual([]);
    // What lives in a namespace is killed with its first process, but on a busy machine it may be seen for a moment yet.
    await expect.poll(() => commandLines().filter((line) => line.includes(length) && line.includes('sleep'))).toEqual([]);
  });

  test('of Claude Code writes its state, and not what the person set up', async () => {
    const home = tempFolder();
    mkdirSync(join(home, '.claude', 'hooks'), { recursive: true });
    for (const name of ['.claude.json', '.claude/settings.json']) writeFileSync(join(home, name), '{}');
    const names = ['.claude/projects', '.claude.json', '.claude/settings.json', '.claude/hooks/x', '.bashrc'];
    const source = `const fs = require('node:fs'); ${TRY}
      process.stdin.resume(); process.stdin.on('end', () => {
        const result = ${JSON.stringify(names)}.map((name) => attempt(() => fs.writeFileSync(process.env.HOME + '/' + name, '{}'))).join();
        console.log(JSON.stringify({ type: 'result', subtype: 'success', is_error: false, terminal_reason: 'completed', result }));
      });`;
    const command = program(tempFolder(), 'claude', source);
    const { order } = confined('', {
      runner: { kind: 'claude' },
      claude: { command, permissionMode: 'dontAsk', allow: [] },
      environment: testEnvironment(freshMarker(), { HOME: home }),
    });
    expect(await startSession(order)).toMatchObject({ end: 'succeeded', summary: 'done,done,EROFS,EROFS,EROFS' });
  });
});

function commandLines(): readonly string[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      return /^\d+$/.test(name) ? [readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')] : [];
    } catch {
      return [];
    }
  });
}
