import { createHash } from 'node:crypto';
import type { Failure, Result } from '@breakwater/model';
import { bringHome } from './clone/bring-home.js';
import { cloneObstacle } from './clone/clone-obstacle.js';
import { giveClone } from './clone/give-clone.js';
import { findRepository } from './find-repository.js';
import type { Git } from './git.js';
import { addDetachedWorktree } from './operations/add-detached-worktree.js';
import { addWorktree } from './operations/add-worktree.js';
import { finishRemovals } from './operations/aside.js';
import { readBlob, writeBlob } from './operations/blob.js';
import { changedSince, isIgnored } from './operations/changed-since.js';
import { changes } from './operations/changes.js';
import { commitAll } from './operations/commit-all.js';
import { commitAmended } from './operations/commit-amended.js';
import { commitFacts } from './operations/commit-facts.js';
import { commitFolders } from './operations/commit-folders.js';
import { commitTree } from './operations/commit-tree.js';
import { hasFilter } from './operations/has-filter.js';
import { head } from './operations/head.js';
import { history } from './operations/history.js';
import { clearDeadGc, deadGcHold, holdGc } from './operations/hold-gc.js';
import { identity } from './operations/identity.js';
import { isAncestor } from './operations/is-ancestor.js';
import { lintTree } from './operations/lint-tree.js';
import { listWorktrees } from './operations/list-worktrees.js';
import { lockOwner, takeLock } from './operations/lock.js';
import { mendWorktrees } from './operations/mend-worktree.js';
import { merge } from './operations/merge.js';
import { mergeInto } from './operations/merge-into.js';
import { openMerge } from './operations/merge-state.js';
import { deleteRef, moveRef } from './operations/move-ref.js';
import { mustMove } from './operations/must-move.js';
import { listRefs, readRef } from './operations/read-ref.js';
import { discardWorktree, removeWorktree } from './operations/remove-worktree.js';
import { repairWorktrees } from './operations/repair-worktrees.js';
import { rescue } from './operations/rescue.js';
import { resolveCommit } from './operations/resolve-commit.js';
import { sharedFiles } from './operations/shared-files.js';
import { snapshot } from './operations/snapshot.js';
import { submodules } from './operations/submodules.js';
import { switchBranch } from './operations/switch-branch.js';
import { tree } from './operations/tree.js';
import { embeddedRepositories, uncommitted, untracked } from './operations/uncommitted.js';
import { unsaved } from './operations/unsaved.js';
import { untrackedListed } from './operations/untracked-listed.js';
import { worktreeHead } from './operations/worktree-head.js';
import { placeAt } from './place.js';
import type { Repository } from './repository.js';
import type { Environment } from './run/environment.js';
import { configReader } from './run/run-git.js';

/**
 * Opens the repository around a folder. Failures: `environment` E_GIT_MISSING and E_GIT_VERSION; `repository-refused` E_REPO_NONE
 * and E_REPO_OWNER. Methods of the repository that answer with plain values throw `GitError` when git says no.
 */
export async function openRepository(start: string, environment: Environment): Promise<Result<Repository, Failure>> {
  const found = await findRepository(start, environment);
  return found.ok ? { ok: true, value: repositoryOn(found.value) } : found;
}

function repositoryOn(git: Git): Repository {
  return {
    root: git.root,
    commonDirectory: git.commonDirectory,
    bare: git.bare,
    version: git.version,
    tag: createHash('sha256').update(git.commonDirectory).digest('hex').slice(0, 8),
    head: () => head(git),
    resolveCommit: (revision) => resolveCommit(git, revision),
    tree: (commit) => tree(git, commit),
    submodules: (commit) => submodules(git, commit),
    hasFilter: (name) => hasFilter(git, name),
    history: (commit) => history(git, commit),
    changes: (from, to) => changes(git, from, to),
    isAncestor: (ancestor, descendant) => isAncestor(git, ancestor, descendant),
    ...lookingAtFiles(git),
    readRef: (ref) => readRef(git, ref),
    listRefs: (...places) => listRefs(git, ...places),
    moveRef: (move) => moveRef(git, move),
    mustMoveRef: (move) => mustMove(git, move),
    deleteRef: (ref, old) => deleteRef(git, ref, old),
    writeBlob: (text) => writeBlob(git, text),
    readBlob: (id) => readBlob(git, id),
    lintTree: (from, to) => lintTree(git, from, to),
    merge: (ours, theirs, settling) => merge(git, ours, theirs, settling),
    commitTree: (commit) => commitTree(git, commit),
    commitFacts: (commits) => commitFacts(git, commits),
    identity: () => identity(git),
    addWorktree: (order) => addWorktree(git, order),
    addDetachedWorktree: (order) => addDetachedWorktree(git, order),
    cloneObstacle: (commit) => cloneObstacle(git, commit),
    giveClone: (worktree, how) => giveClone(git, worktree, how),
    bringHome: (worktree, order) => bringHome(git, worktree, order),
    listWorktrees: () => listWorktrees(git),
    removeWorktree: (path, kept) => removeWorktree(git, path, kept),
    discardWorktree: (path) => discardWorktree(git, path),
    repairWorktrees: (folder) => repairWorktrees(git, folder),
    mendWorktrees: (folder) => mendWorktrees(git, folder),
    finishRemovals,
    snapshot: (worktree, message) => snapshot(git, worktree, message),
    rescue: (worktree, order) => rescue(git, worktree, order),
    switchBranch: (worktree, to) => switchBranch(git, worktree, to),
    mergeInto: (worktree, order) => mergeInto(git, worktree, order),
    commitAmended: (worktree, isWanted) => commitAmended(git, worktree, isWanted),
    commitAll: (worktree, message) => commitAll(git, worktree, message),
    worktreeHead: (worktree) => worktreeHead(git, worktree),
    openMerge: async (worktree) => openMerge(await placeAt(git, worktree)),
    commitFolders: (worktree, branch) => commitFolders(git, worktree, branch),
    holdGc: (pid) => holdGc(git, pid),
    deadGcHold: () => deadGcHold(git),
    clearDeadGc: () => clearDeadGc(git, { onlyOurs: true }),
    takeLock: (owner, isStale) => takeLock(git, owner, isStale),
    lockOwner: () => lockOwner(git),
    pinDrivers: (kept) => git.pins.pin(configReader(git.run), kept),
    sharedFiles: (worktree) => sharedFiles(git, worktree),
  };
}

/** What is in a checkout and in no commit. */
function lookingAtFiles(git: Git) {
  return {
    uncommitted: (worktree) => uncommitted(git, worktree),
    untracked: (worktree) => untracked(git, worktree),
    untrackedListed: (patterns) => untrackedListed(git, patterns),
    unsaved: (worktree, kept) => unsaved(git, worktree, kept),
    changedSince: (worktree, base) => changedSince(git, worktree, base),
    isIgnored: (worktree, path) => isIgnored(git, worktree, path),
    embeddedRepositories: (worktree) => embeddedRepositories(git, worktree),
  } satisfies Partial<Repository>;
}
