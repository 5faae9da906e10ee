import { quoted } from '../text/quoted.js';
import type { ConfigCheck } from './config-check.js';
import { faultAt } from './fault-at.js';

const SECRET = /(^|_)(SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|PRIVATE_KEY|API_?KEY|ACCESS_KEY|CREDENTIALS?)(_|$)/i;

/** A secret written into the configuration is committed, and every session can read it. */
export const secretNames: ConfigCheck = ({ written, located }) =>
  Object.keys(written.lanes?.env ?? {})
    .filter((name) => SECRET.test(name))
    .map((name) =>
      faultAt(located, ['lanes', 'env', name], {
        severity: 'warning',
        code: 'W_ENV_SECRET',
        message: `lanes.env gives ${quoted(name)} to every session`,
        hint: 'If it is a secret, take it out of this file: who can read the repository can read it.',
      }),
    );
