import { briefSignals } from './brief-signals.js';
import { fileSignals } from './file-signals.js';
import { heatSignals } from './heat-signals.js';
import { pastSignals } from './past-signals.js';
import { placeSignals } from './place-signals.js';
import { saidSignals } from './said-signals.js';
import type { SignalGroup } from './signal-group.js';
import type { View } from './view.js';
import { wordSignals } from './word-signals.js';

/** All that the model of files is given, group by group. */
const GROUPS: readonly SignalGroup[] = [
  wordSignals,
  pastSignals,
  heatSignals,
  placeSignals,
  fileSignals,
  briefSignals,
  saidSignals,
];

/** What the numbers of a row are. */
export const FILE_SIGNALS: readonly string[] = GROUPS.flatMap(({ names }) => names);

/** A row of numbers for each file asked for. */
export function measureFiles(view: View): (file: number) => readonly number[] {
  const measures = GROUPS.map(({ measure }) => measure(view));
  const none: readonly number[] = [];
  return (file) => none.concat(...measures.map((measure) => measure(file)));
}
