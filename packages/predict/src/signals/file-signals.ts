import { FILE_KINDS } from '../ground/file-kind.js';
import type { SignalGroup } from './signal-group.js';

/** What the file is, whatever the task. */
export const fileSignals: SignalGroup = {
  names: ['fileKind', 'fileSize', 'depth'],
  measure: ({ ground: { files } }) => {
    return (file) => [FILE_KINDS.indexOf(files.kindOf(file)), files.sizes[file] ?? 0, files.depthOf(file)];
  },
};
