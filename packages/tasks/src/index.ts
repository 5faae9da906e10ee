export { TASKS_FILES } from './find/choose-tasks.js';
export { loadConfig } from './load-config.js';
export { loadTasks } from './load-tasks.js';
export type { ConfigWhere, LoadedConfig, LoadedTasks, TasksWhere } from './loaded.js';
export { didYouMean, nearestName } from './text/nearest-name.js';
export { checkAgainstTree } from './tree/check-against-tree.js';
export { changeConfig } from './write/change-config.js';
export type { Settings } from './write/set-in-text.js';
