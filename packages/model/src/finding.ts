/** One thing that was looked at. `note` is neither good nor bad. */
export interface Finding {
  readonly about: 'git' | 'node' | 'repository' | 'runner' | 'worktrees' | 'configuration' | 'run' | 'leftover';
  readonly state: 'good' | 'bad' | 'note' | 'repaired';
  readonly says: string;
  readonly hint?: string;
}
