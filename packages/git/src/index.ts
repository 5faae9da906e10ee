export { createRepository, type FirstCommit } from './create-repository.js';
export { failedText, GitError } from './git-error.js';
export { type GitVersion, gitVersion } from './git-version.js';
export * from './open-repository.js';
export { deleteFolder } from './operations/delete-folder.js';
export { nextNumbered } from './operations/next-numbered.js';
export { readRegularFile } from './read-regular-file.js';
export type * from './repository.js';
export type { DriverSettings } from './run/driver-pins.js';
