import { fromUnits, toUnits } from '../../risk-units.js';
import type { ConflictRule, FoundConflict, RuleInput } from './conflict-rule.js';

/** From this probability on, a pair is kept apart unless the caution is `fast`. */
const BLOCKING_RISK = 0.5;

/** Two tasks that are as likely to write one file as not. */
export const risk: ConflictRule = { name: 'risk', find };

function* find({ caution, numberedRisks }: RuleInput): Generator<FoundConflict> {
  if (caution === 'fast') return;
  for (const { between, units, path } of numberedRisks) {
    if (units < toUnits(BLOCKING_RISK)) continue;
    yield { between, reason: { kind: 'risk', p: fromUnits(units), ...(path === undefined ? {} : { path }) } };
  }
}
