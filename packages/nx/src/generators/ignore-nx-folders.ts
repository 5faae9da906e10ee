import type { Tree } from '../nx-types.js';

/** What Nx writes in every worktree; not ignored, it would be committed as a session's work. */
const FOLDERS = ['.nx/cache', '.nx/workspace-data'];

export function ignoreNxFolders(tree: Tree): void {
  const text = tree.exists('.gitignore') ? (tree.read('.gitignore', 'utf-8') ?? '') : '';
  const lines = text.split(/\r?\n/).map((line) => line.trim().replace(/^\//, '').replace(/\/$/, ''));
  const missing = FOLDERS.filter((folder) => !lines.includes(folder) && !lines.includes('.nx'));
  if (missing.length === 0) return;
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  tree.write('.gitignore', `${text}${gap}${missing.join('\n')}\n`);
}
