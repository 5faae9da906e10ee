/**
 * Settings that hold for every git of ours, whatever the user or a session wrote into the configuration: no program is started
 * on our behalf, nothing is collected while a run is on, results do not depend on taste.
 */
export const HARDENING: readonly string[] = [
  // A folder that never exists, so no hook is found; from 2.54 on hooks may also be defined in the configuration, by event.
  'core.hooksPath=/dev/null',
  ...hooksOff(),
  'core.fsmonitor=false',
  'gc.auto=0',
  'maintenance.auto=false',
  // Milliseconds. The defaults, 100 and 1000, are too short beside several sessions that commit.
  'core.filesRefLockTimeout=1000',
  'core.packedRefsTimeout=3000',
  // What the journal says was done must be on the disk as the journal is: by itself git leaves objects and refs to the system.
  'core.fsync=committed',
  'core.fsyncMethod=batch',
  'commit.gpgSign=false',
  'tag.gpgSign=false',
  // To look at a signature is to start the program that the configuration names for it.
  'log.showSignature=false',
  'merge.verifySignatures=false',
  'protocol.ext.allow=never',
  'merge.default=text',
  'merge.renames=true',
  'merge.directoryRenames=conflict',
  'merge.renormalize=false',
  // What a person resolved once in another merge is kept beside their refs, and would be taken here unseen.
  'rerere.enabled=false',
  'rerere.autoUpdate=false',
  // To refuse a file for its line ends is to leave somebody's work unsaved.
  'core.safecrlf=false',
  // Where a submodule is not set up, and in a new worktree none is, no file would be written.
  'submodule.recurse=false',
  'i18n.commitEncoding=UTF-8',
  'i18n.logOutputEncoding=UTF-8',
  // An index must be one file, for it is copied.
  'core.splitIndex=false',
  // Relative paths would make git write an extension into the user's configuration.
  'worktree.useRelativePaths=false',
];

function hooksOff(): readonly string[] {
  const events = [
    'applypatch-msg',
    'commit-msg',
    'post-checkout',
    'post-commit',
    'post-index-change',
    'post-merge',
    'post-rewrite',
    'pre-auto-gc',
    'pre-commit',
    'pre-merge-commit',
    'prepare-commit-msg',
    'reference-transaction',
  ];
  return events.map((event) => `hook.${event}.enabled=false`);
}
