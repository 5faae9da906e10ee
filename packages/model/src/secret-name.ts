/** Names of variables that hold what only their owner should read. */
const NAME = /(^|_)(SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|PRIVATE_KEY|API_?KEY|ACCESS_KEY|CREDENTIALS?)(_|$)/i;

export function isSecretName(name: string): boolean {
  return NAME.test(name);
}
