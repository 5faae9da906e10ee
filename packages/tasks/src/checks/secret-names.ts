import { isSecretName } from '@breakwater/model';
import { quoted } from '../text/quoted.js';
import type { ConfigCheck } from './config-check.js';
import { faultAt } from './fault-at.js';

/** A secret written into the configuration is committed, and every session can read it. */
export const secretNames: ConfigCheck = ({ written, located }) =>
  Object.keys(written.lanes?.env ?? {})
    .filter((name) => isSecretName(name))
    .map((name) =>
      faultAt(located, ['lanes', 'env', name], {
        severity: 'warning',
        code: 'W_ENV_SECRET',
        message: `lanes.env gives ${quoted(name)} to every session`,
        hint: 'If it is a secret, take it out of this file: who can read the repository can read it.',
      }),
    );
