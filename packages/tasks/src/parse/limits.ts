/** How deep values may lie in each other. A tasks file needs five. */
export const DEEPEST = 32;
/** Values of one file, each alias counted as what it stands for. */
export const MOST_VALUES = 100_000;

export const DEEP_HINT = `At most ${DEEPEST} levels; a tasks file needs five.`;
