import { BLOCKING_RISK } from '@breakwater/model';
import { fromUnits, toUnits } from '../../risk-units.js';
import type { ConflictRule, FoundConflict, RuleInput } from './conflict-rule.js';

/** Two tasks that are likely enough to write one file. */
export const risk: ConflictRule = { name: 'risk', find };

function* find({ caution, threshold = BLOCKING_RISK, numberedRisks }: RuleInput): Generator<FoundConflict> {
  if (caution === 'fast') return;
  for (const { between, units, path } of numberedRisks) {
    if (units < toUnits(threshold)) continue;
    yield { between, reason: { kind: 'risk', p: fromUnits(units), ...(path === undefined ? {} : { path }) } };
  }
}
