import { BLOCKING_RISK, type Caution, type Config } from '@breakwater/model';

/** A way of planning: how much predicted risk may cost, and from which risk on two tasks are kept apart. */
export interface OperatingChoice {
  readonly caution: Caution;
  readonly threshold: number;
}

const POINTS: readonly OperatingChoice[] = [
  { caution: 'fast', threshold: BLOCKING_RISK },
  { caution: 'balanced', threshold: 0.7 },
  { caution: 'balanced', threshold: BLOCKING_RISK },
  { caution: 'balanced', threshold: 0.3 },
  { caution: 'careful', threshold: BLOCKING_RISK },
];

/** The choices worth comparing, from bold to careful; the one of the configuration is always among them, at `present`. */
export function comparedPoints({ caution, threshold }: Pick<Config, 'caution' | 'threshold'>): {
  readonly points: readonly OperatingChoice[];
  readonly present: number;
} {
  const known = POINTS.findIndex((point) => point.caution === caution && (caution === 'fast' || point.threshold === threshold));
  if (known !== -1) return { points: POINTS, present: known };
  const bolder = POINTS.filter(
    (point) => point.caution === 'fast' || (point.caution === 'balanced' && point.threshold > threshold),
  );
  const place = caution === 'careful' ? POINTS.length : bolder.length;
  return { points: POINTS.toSpliced(place, 0, { caution, threshold }), present: place };
}
