import { realpath } from 'node:fs/promises';
import type { Answer } from '@breakwater/model';
import type { Judgement } from './hook-answer.js';
import type { HookCall } from './hook-call.js';
import { shellWrites } from './shell-writes.js';
import { worktreePaths } from './worktree-paths.js';

/** Whom the guard asks, and where it looks. */
export interface GuardOrder {
  /** Part of its address; only the session is told. */
  readonly secret: string;
  /** May the session write this path of the repository; or, had it been asked, might it have written it? */
  readonly ask: (path: string, written: boolean) => Promise<Answer>;
  /** Paths that differ from where the session began, committed or not. */
  readonly changed: () => Promise<readonly string[]>;
  /** Told once for each name: what the session tried to write outside of its worktree. */
  readonly onOutside: (name: string) => void;
}

/** Judges the tool calls of one session. Living: it remembers which calls it has seen and what it has settled. */
export class Guard {
  private readonly seen = new Set<string>();
  private readonly settled = new Set<string>();
  private readonly outside = new Set<string>();

  constructor(
    private readonly order: GuardOrder,
    private readonly folder: string,
  ) {}

  /** Whether a call went through here before it ran. */
  hasSeen(id: string): boolean {
    return this.seen.has(id);
  }

  async judge(call: HookCall): Promise<Judgement> {
    const judgement = call.when === 'after' ? await this.afterShell() : await this.before(call);
    if (call.when === 'before') this.seen.add(call.id);
    return judgement;
  }

  private before({ file, command, cwd }: HookCall): Promise<Judgement> {
    if (file !== undefined) return this.beforeWrite(file, cwd);
    return command === undefined
      ? Promise.resolve({ say: 'no', why: 'The guard cannot tell what this writes.' })
      : this.beforeShell(command, cwd);
  }

  private async beforeWrite(file: string, cwd: string): Promise<Judgement> {
    const found = await worktreePaths(file, { worktree: await realpath(this.folder), cwd });
    if (found.inside) return this.askAll(found.paths);
    if (!this.outside.has(file)) this.order.onOutside(file);
    this.outside.add(file);
    return { say: 'no', why: found.why };
  }

  /** What it plainly says it will write inside the worktree; the rest is for the permission rules, and for the look afterwards. */
  private async beforeShell(command: string, cwd: string): Promise<Judgement> {
    const worktree = await realpath(this.folder);
    const found = await Promise.all(shellWrites(command).map((file) => worktreePaths(file, { worktree, cwd })));
    return this.askAll(found.flatMap((one) => (one.inside ? one.paths : [])));
  }

  private async askAll(paths: readonly string[]): Promise<Judgement> {
    const whys: string[] = [];
    for (const path of paths) {
      const answer = await this.order.ask(path, false);
      if (answer.answer === 'refused') whys.push(answer.why);
    }
    return whys.length === 0 ? { say: 'nothing' } : { say: 'no', why: whys.join('\n') };
  }

  private async afterShell(): Promise<Judgement> {
    const whys: string[] = [];
    for (const path of await this.order.changed()) {
      if (this.settled.has(path)) continue;
      const answer = await this.order.ask(path, true);
      this.settled.add(path);
      if (answer.answer === 'refused') whys.push(`${answer.why}. It is changed in your worktree now: take that back.`);
    }
    return whys.length === 0 ? { say: 'nothing' } : { say: 'undo', why: whys.join('\n') };
  }
}
