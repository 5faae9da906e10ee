import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** What a test lets a session do. */
export interface Script {
  /** Path to new content, relative to the worktree. */
  readonly write?: Readonly<Record<string, string>>;
  /** Commit message; without it the work stays uncommitted. */
  readonly commit?: string;
  readonly exit?: number;
  /** Fields of the result line to replace. */
  readonly result?: Readonly<Record<string, unknown>>;
}

export interface StartedSession {
  readonly cwd: string;
  readonly prompt: string;
  readonly args: readonly string[];
  readonly pid: number;
  readonly environment: readonly string[];
}

const STAND_IN = fileURLToPath(new URL('./scripted-claude.mjs', import.meta.url));

/** The other end of the scripted claude: the test awaits starts and decides ends. Tasks are told apart by their worktree folder. */
export class ScriptedSessions {
  readonly started: StartedSession[] = [];
  /** Who ran at each start, the one that started included, sorted. */
  readonly together: (readonly string[])[] = [];
  private readonly open = new Map<string, { readonly session: StartedSession; readonly response: ServerResponse }>();
  private readonly watchers = new Set<() => void>();
  private readonly server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => this.arrive(JSON.parse(body), response));
  });

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  static async begin(): Promise<ScriptedSessions> {
    const sessions = new ScriptedSessions();
    await new Promise<void>((resolve) => sessions.server.listen(0, '127.0.0.1', resolve));
    return sessions;
  }

  get environment(): Readonly<Record<string, string>> {
    const { port } = this.server.address() as AddressInfo;
    return { SCRIPTED_CLAUDE_URL: `http://127.0.0.1:${port}/` };
  }

  /** For a configuration file. */
  static readonly command = STAND_IN;

  running(): readonly string[] {
    return [...this.open.keys()].sort();
  }

  /** Resolves when these tasks have a session that waits for its script. */
  async waitFor(...tasks: readonly string[]): Promise<void> {
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (!tasks.every((task) => this.open.has(task))) return;
        this.watchers.delete(look);
        resolve();
      };
      this.watchers.add(look);
      look();
    });
  }

  session(task: string): StartedSession {
    const found = this.open.get(task);
    if (found === undefined) throw new Error(`no session of ${task} is running, only ${this.running().join(', ')}`);
    return found.session;
  }

  /** Lets a session do its work and end. */
  finish(task: string, script: Script): void {
    const found = this.open.get(task);
    if (found === undefined) throw new Error(`no session of ${task} is running`);
    this.open.delete(task);
    found.response.end(JSON.stringify(script));
  }

  /** Lets every session, now and later, write one file of its own and commit. */
  finishAll(): void {
    const look = (): void => {
      for (const task of this.running()) this.finish(task, { write: { [`${task}.txt`]: `${task}\n` }, commit: task });
    };
    this.watchers.add(look);
    look();
  }

  private arrive(session: StartedSession, response: ServerResponse): void {
    const folder = session.cwd.slice(session.cwd.lastIndexOf('/') + 1);
    const task = folder.replace(/@\d+$/, '');
    this.started.push(session);
    this.open.set(task, { session, response });
    this.together.push(this.running());
    response.on('close', () => {
      if (this.open.get(task)?.response === response) this.open.delete(task);
    });
    for (const look of [...this.watchers]) look();
  }
}
