import type { RunEvent } from '@breakwater/model';
import type { RunRules, Watched } from './watch.js';

/** One promise of a run: what is wrong with this event, at the moment before it, in sentences. */
export type RunCheck = (moment: Watched, event: RunEvent, rules: RunRules) => readonly string[];
