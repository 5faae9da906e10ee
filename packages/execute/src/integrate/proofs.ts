import type { CommitId } from '@breakwater/model';

/**
 * Which commands passed on which commit in this sitting. Only ever used to know that a tip is good before somebody is blamed, never to
 * let a tree pass.
 */
export class Proofs {
  private readonly passed = new Set<string>();

  note(commit: CommitId, commands: readonly string[]): void {
    for (const command of commands) this.passed.add(`${commit} ${command}`);
  }

  has(commit: CommitId, commands: readonly string[]): boolean {
    return commands.every((command) => this.passed.has(`${commit} ${command}`));
  }
}
