import type { Diagnostic, RepositoryIndex } from '@breakwater/model';
import type { LoadedTasks } from '../loaded.js';

/** One rule about tasks and the commit they start from. */
export type TreeCheck = (loaded: LoadedTasks, index: RepositoryIndex) => readonly Diagnostic[];
