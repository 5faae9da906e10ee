import type { ConfigCheck } from './config-check.js';
import { faultAt } from './fault-at.js';

/** Sessions never run without permissions because a file in the repository says so. */
export const unsafeMode: ConfigCheck = ({ written, located }) => {
  if (written.claude?.permissionMode !== 'bypassPermissions') return [];
  const message = 'claude.permissionMode is bypassPermissions: sessions could do anything on this machine';
  const hint = 'Write dontAsk and list what they need in   allow';
  return [faultAt(located, ['claude', 'permissionMode'], { code: 'E_UNSAFE_MODE', message, hint })];
};
