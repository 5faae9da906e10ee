import {
  type Answer,
  type Ask,
  type CommitId,
  foldRun,
  type HubRule,
  type LaneEnd,
  type LaneHandler,
  type LaneOrder,
  NO_USAGE,
  type Plan,
  type Recorded,
  type RegenerateEnd,
  type RegenerateOrder,
  type RunEvent,
  type RunState,
  runId,
  type Task,
  type Usage,
  type Verdict,
  type VerifyEnd,
  type VerifyOrder,
} from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { checkRun, createPlanner } from '@breakwater/plan';
import { executeRun } from './execute-run.js';
import { settleByHubs } from './integrate/hub-policies.js';
import type { Candidate, Ports } from './ports.js';
import type { RunInput } from './run-input.js';

export const RUN = runId('7f3a');
export const BASE = aCommit(1);

/** Waves in a few words: `[['a', 'b'], ['c']]`, and who waits for whom. */
export function aPlan(
  waves: readonly (readonly string[])[],
  after: Readonly<Record<string, readonly string[]>> = {},
  concurrency = 3,
): Plan {
  const tasks = waves.flatMap((wave, n) =>
    wave.map((name) => ({
      id: aTask(name).id,
      wave: n + 1,
      after: (after[name] ?? []).map((one) => aTask(one).id),
      writes: [],
      reads: [],
      creates: [],
      scope: [],
      resources: [],
    })),
  );
  const precedences = Object.entries(after).flatMap(([later, before]) =>
    before.map((one) => ({ before: aTask(one).id, after: aTask(later).id, reasons: [] })),
  );
  return {
    schema: 'breakwater/plan@1',
    id: 'plan',
    base: { commit: BASE, branch: 'main' },
    concurrency,
    caution: 'balanced',
    threshold: 0.5,
    schedule: 'waves',
    tasks,
    precedences,
    conflicts: [],
    risks: [],
    waves: waves.map((wave) => wave.map((name) => aTask(name).id)),
    forecast: { waves: waves.length, lowerBound: waves.length, expectedCollisions: 0, listedOrderCollisions: 0 },
    diagnostics: [],
  };
}

export function states(state: RunState): Record<string, string> {
  return Object.fromEntries(state.tasks.map((task) => [task.id, task.state.state]));
}

/** Lets everything that can happen without the test's word happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

/** As a stream: who waits for whom, and the pairs that may not be beside each other. */
export function aStream(
  names: readonly string[],
  {
    after = {},
    apart = [],
    concurrency = 3,
  }: { after?: Readonly<Record<string, readonly string[]>>; apart?: readonly string[]; concurrency?: number } = {},
): Plan {
  const plan = aPlan([names], after, concurrency);
  const conflicts = apart.map((pair) => {
    const [a = '', b = ''] = pair.split(' ');
    return { between: [aTask(a).id, aTask(b).id] as const, reasons: [] };
  });
  return { ...plan, schedule: 'stream', conflicts };
}

/** A path predicted for a task, as if its author had declared it. */
export function expecting(plan: Plan, task: string, path: string): Plan {
  const touch = { path: path as never, p: 1, confidence: 'certain' as const, evidence: [] };
  return { ...plan, tasks: plan.tasks.map((one) => (one.id === task ? { ...one, writes: [touch] } : one)) };
}

/**
 * A world in memory whose sessions the test starts, awaits and ends. A commit's tree is the set of paths it holds; two commits
 * conflict when both changed a path that the script names as fragile.
 */
export class ScriptedWorld {
  readonly records: Recorded[] = [];
  readonly orders = new Map<string, LaneOrder>();
  readonly kept: string[] = [];
  readonly closed: string[] = [];
  /** Tasks whose place was to stay when their work was salvaged. */
  readonly keptPlaces: string[] = [];
  readonly verified: string[] = [];
  readonly salvaged = new Map<string, CommitId>();
  /** Files of hubs that were settled when the next session to commit was taken up again. */
  readonly settledInPlace: string[] = [];
  /** What the logs of salvaged sessions tell. */
  readonly salvagedUsage = new Map<string, Usage>();
  /** Paths changed by each commit against its base. */
  readonly changed = new Map<CommitId, readonly string[]>();
  readonly parents = new Map<CommitId, readonly CommitId[]>();
  readonly fragile = new Set<string>();
  readonly verdicts: Verdict[] = [];
  /** Told once. */
  readonly strangeVerdicts: string[] = [];
  /** Paths nobody could check out. */
  readonly unfit = new Set<string>();
  /** Which command fails on a tree with these paths. */
  rejects: (command: string, paths: ReadonlySet<string>) => boolean = () => false;
  /** Trees that passed. */
  readonly passed = new Set<CommitId>();
  /** Where the integration branch went. */
  readonly moves: CommitId[] = [];
  readonly orphans = new Set<CommitId>();
  slots = 64;
  /** Where the base branch is. */
  baseBranch: CommitId | undefined = BASE;
  /** Somebody has the integration branch checked out. */
  holdTip = false;
  private plan: Plan = aPlan([]);
  private commits: number;
  tip: CommitId = BASE;
  /** Of the lane that was opened last. */
  private handler: LaneHandler | undefined;
  /** Runs before every move of the integration branch. */
  beforeAdvance: () => void = () => undefined;
  /** Runs before every verification. */
  beforeVerify: (head: CommitId) => void = () => undefined;
  refuseAppendAfter = Number.POSITIVE_INFINITY;
  /** Runs while a record is being written. */
  whileAppending: () => void = () => undefined;
  private readonly stopping = new AbortController();
  private readonly ends = new Map<string, (end: LaneEnd) => void>();
  private readonly waiting = new Map<string, (() => void)[]>();

  /** `firstCommit`: a second sitting makes other commits than the first. */
  constructor(firstCommit = 100) {
    this.commits = firstCommit;
  }

  run(plan: Plan, rest: Partial<RunInput> = {}): Promise<RunState> {
    this.plan = plan;
    const tasks: readonly Task[] = rest.tasks ?? plan.tasks.map(({ id }) => aTask(id));
    return executeRun({ run: RUN, plan, tasks, runner: { kind: 'claude' }, version: '0', records: [], ...rest }, this.ports());
  }

  state(): RunState {
    return foldRun(this.records);
  }

  /** What the run did that its plan forbids. */
  faults(tasks: readonly Task[] = this.plan.tasks.map(({ id }) => aTask(id))): readonly string[] {
    return checkRun(this.records, { plan: this.plan, tasks });
  }

  /** A next sitting, in which all that failed or is held is to run again. */
  async reopened(firstCommit: number): Promise<ScriptedWorld> {
    const next = new ScriptedWorld(firstCommit);
    next.tip = this.tip;
    for (const [commit, parents] of this.parents) next.parents.set(commit, parents);
    for (const [commit, paths] of this.changed) next.changed.set(commit, paths);
    next.records.push(...this.records);
    const given = this.state().tasks.filter(({ state }) => state.state === 'failed' || state.state === 'held');
    for (const { id } of given) await next.ports().journal.append({ ev: 'task-reopened', task: id });
    return next;
  }

  stop(): void {
    this.stopping.abort('SIGINT');
  }

  running(): readonly string[] {
    return [...this.ends.keys()].sort();
  }

  /** Resolves when the session of a task has been started. */
  async started(...tasks: readonly string[]): Promise<void> {
    for (const task of tasks) {
      if (this.ends.has(task)) continue;
      await new Promise<void>((resolve) => this.waiting.set(task, [...(this.waiting.get(task) ?? []), resolve]));
    }
  }

  /** Ends a session with a commit that changes these paths. */
  commit(task: string, ...paths: readonly string[]): CommitId {
    const commit = this.newCommit([this.orders.get(task)?.base ?? BASE]);
    this.changed.set(commit, paths);
    const settled = this.settledInPlace.splice(0);
    const rest = settled.length === 0 ? {} : { settled };
    this.end(task, { end: 'committed', commit, savedByUs: false, usage: { ...NO_USAGE, usd: 1 }, ...rest });
    return commit;
  }

  end(task: string, end: LaneEnd): void {
    const settle = this.ends.get(task);
    if (settle === undefined) throw new Error(`${task} is not running`);
    this.ends.delete(task);
    settle(end);
  }

  /** What the session of a lane asks of the loop, once a lane is open. */
  ask(ask: Ask): Promise<Answer> {
    return this.handler?.ask(ask) ?? Promise.reject(new Error('no lane is open'));
  }

  /** A session tells the name of its conversation. */
  session(task: string, sessionId: string): void {
    const id = this.orders.get(task)?.id;
    if (id === undefined) throw new Error(`${task} was never started`);
    this.handler?.news({ id, seq: 1, news: { kind: 'session', sessionId } });
  }

  private newCommit(parents: readonly CommitId[]): CommitId {
    const commit = aCommit(this.commits++);
    this.parents.set(commit, parents);
    return commit;
  }

  private ancestors(commit: CommitId): ReadonlySet<CommitId> {
    const above = (this.parents.get(commit) ?? []).flatMap((parent) => [...this.ancestors(parent)]);
    return new Set([commit, ...above]);
  }

  private pathsOf(commit: CommitId): ReadonlySet<string> {
    const known = this.trees.get(commit);
    if (known !== undefined) return known;
    return new Set([...this.ancestors(commit)].flatMap((one) => this.changed.get(one) ?? []));
  }

  private merge(tip: CommitId, commit: CommitId, hubs: readonly HubRule[] = []): Candidate {
    const theirs = this.changed.get(commit) ?? [];
    const known = this.ancestors(commit);
    const ours = new Set([...this.ancestors(tip)].filter((one) => !known.has(one)).flatMap((one) => this.changed.get(one) ?? []));
    const conflicts = theirs.filter((path) => this.fragile.has(path) && ours.has(path));
    const settle = settleByHubs(hubs);
    const [settled, paths] = [conflicts.filter((path) => settle(path)), conflicts.filter((path) => !settle(path))];
    if (paths.length > 0) return { merged: false, paths };
    const key = `${tip}+${commit}`;
    const made = this.merges.get(key) ?? this.newCommit([tip, commit]);
    this.merges.set(key, made);
    return { merged: true, commit: made, settled };
  }

  private changedBetween(from: CommitId, to: CommitId): readonly string[] {
    const known = this.ancestors(from);
    return [...new Set([...this.ancestors(to)].filter((one) => !known.has(one)).flatMap((one) => this.changed.get(one) ?? []))];
  }
  private readonly merges = new Map<string, CommitId>();
  /** Of commits whose tree does not follow from their ancestors. */
  private readonly trees = new Map<CommitId, ReadonlySet<string>>();

  private without(tip: CommitId, candidate: CommitId): CommitId {
    const commit = this.newCommit([candidate]);
    this.trees.set(commit, this.pathsOf(tip));
    return commit;
  }

  private verify({ task, head, commands }: VerifyOrder): VerifyEnd {
    this.verified.push(task);
    if (this.stopping.signal.aborted) return { end: 'stopped' };
    this.beforeVerify(head);
    const command = commands.find((one) => this.rejects(one, this.pathsOf(head)));
    if (command !== undefined) return { end: 'failed', failure: { reason: 'verify', command, exitCode: 1, tail: 'no' } };
    this.passed.add(head);
    return { end: 'passed', seconds: 1 };
  }

  /** Where files are made anew: their paths and the commit it is done on. Fails with a command that `rejects` names. */
  readonly regenerated: string[] = [];

  private regenerate({ head, rules }: RegenerateOrder): RegenerateEnd {
    const command = rules.map((rule) => rule.command).find((one) => this.rejects(one, this.pathsOf(head)));
    if (command !== undefined) return { end: 'failed', failure: { reason: 'verify', command, exitCode: 1, tail: 'no' } };
    const key = `made anew ${head}`;
    const commit = this.merges.get(key) ?? this.newCommit(this.parents.get(head) ?? []);
    this.merges.set(key, commit);
    this.regenerated.push(`${rules.flatMap(({ files }) => files)} ${commit}`);
    return { end: 'made', commit, left: this.alsoWritten };
  }
  refuseKeep = false;
  /** What making files anew changes beside them. */
  alsoWritten: readonly string[] = [];

  /** Its time stands still; whoever waits for a later one waits for the test. */
  readonly clock = {
    time: Date.UTC(2026, 0, 1),
    waiting: [] as { readonly time: number; readonly wake: () => void }[],
    now: () => new Date(this.clock.time),
    until: (time: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        this.clock.waiting.push({ time, wake: resolve });
        signal.addEventListener('abort', () => resolve(), { once: true });
      }),
  };

  /** Time goes on. */
  pass(seconds: number): void {
    this.clock.time += seconds * 1000;
    for (const one of this.clock.waiting.splice(0)) {
      if (one.time <= this.clock.time) one.wake();
      else this.clock.waiting.push(one);
    }
  }

  ports(): Ports {
    return {
      stop: this.stopping.signal,
      planner: createPlanner(this.plan, {}),
      onNews: () => undefined,
      clock: this.clock,
      journal: {
        append: async (event) => {
          if (this.records.length >= this.refuseAppendAfter) throw new Error('the journal is not writable');
          const record: Recorded = {
            v: 1,
            seq: this.records.length,
            t: new Date(this.records.length * 1000).toISOString(),
            event,
          };
          this.records.push(JSON.parse(JSON.stringify(record)));
          this.whileAppending();
          return record;
        },
      },
      repository: {
        keep: async ({ task, attempt, commit }) => {
          if (this.refuseKeep) throw new Error('git says no');
          this.kept.push(`${task}/${attempt} ${commit}`);
        },
        changes: async (from, to) => this.changedBetween(from, to).map((path) => ({ path, added: 1, removed: 0 })),
        descends: async (commit, base) => !this.orphans.has(commit) && this.ancestors(commit).has(base),
        candidate: async ({ tip, commit, hubs }) => this.merge(tip, commit, hubs),
        branchTip: async () => this.baseBranch,
        lint: async (from, to) => {
          const found = [...this.pathsOf(to)].filter((path) => this.unfit.has(path) && !this.pathsOf(from).has(path));
          return found.map((path) => ({ rule: 'git-name', path }));
        },
        verdicts: async () => ({ heard: this.verdicts, strange: this.strangeVerdicts.splice(0) }),
        without: async ({ tip, candidate }) => this.without(tip, candidate),
        advance: async ({ from, to }) => {
          this.beforeAdvance();
          if (this.tip !== from || this.holdTip) return { moved: false, is: this.tip, why: 'it is checked out' };
          this.tip = to;
          this.moves.push(to);
          return { moved: true };
        },
      },
      lanes: {
        open: (order, handler) => {
          this.handler = handler;
          return this.open(JSON.parse(JSON.stringify(order)));
        },
        verify: async (order) => this.verify(order),
        regenerate: async (order) => this.regenerate(order),
        stop: async () => {
          for (const task of this.running()) this.end(task, { end: 'stopped', usage: NO_USAGE });
        },
        close: async ({ task }) => {
          this.closed.push(task);
          return { closed: true };
        },
        salvage: async ({ id, keepPlace }) => {
          if (keepPlace === true) this.keptPlaces.push(id.task);
          const commit = this.salvaged.get(id.task);
          const usage = this.salvagedUsage.get(id.task) ?? NO_USAGE;
          return commit === undefined ? { usage } : { commit, usage };
        },
        leave: async () => undefined,
        capacity: async () => ({ slots: this.slots, ...(this.slots === 0 ? { lacks: 'the disk is full' } : {}) }),
      },
    };
  }

  /** The world as a killed sitting left it. `ahead`: the last intended move of the branch happened, though no record says so. */
  after(records: readonly Recorded[], ahead: boolean): ScriptedWorld {
    const next = new ScriptedWorld(this.commits + 1000);
    next.records.push(...records);
    for (const [commit, paths] of this.changed) next.changed.set(commit, paths);
    for (const [commit, parents] of this.parents) next.parents.set(commit, parents);
    const moves = records.flatMap(({ event }) => movesOf(event));
    const [recorded, intended] = [foldRun(records).tip, moves.at(-1)];
    const behind = moves.filter((move) => records.some(({ event }) => 'commit' in event && event.commit === move));
    next.tip = ahead ? (intended ?? recorded) : (behind.at(-1) ?? recorded);
    return next;
  }

  /** Somebody else moves the integration branch: forward, or to something unrelated. */
  moveTip(related: boolean, ...paths: readonly string[]): void {
    this.tip = this.newCommit(related ? [this.tip] : []);
    this.changed.set(this.tip, paths);
  }

  private open(order: LaneOrder): Promise<LaneEnd> {
    const { task } = order.id;
    this.orders.set(task, order);
    return new Promise((resolve) => {
      this.ends.set(task, resolve);
      for (const waiter of this.waiting.get(task) ?? []) waiter();
      this.waiting.delete(task);
    });
  }
}

/** Where an event says the branch is about to move. */
function movesOf(event: RunEvent): readonly CommitId[] {
  if (event.ev === 'task-verified') return [event.candidate];
  const last = event.ev === 'batch-verified' ? event.members.at(-1) : undefined;
  return last === undefined ? [] : [last.commit];
}
