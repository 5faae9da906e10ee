import { describe, expect, it } from 'vitest';
import { isSecretName } from './secret-name.js';

describe('the name of a variable', () => {
  it.each([
    'TOKEN',
    'GITHUB_TOKEN',
    'TOKEN_FOR_NPM',
    'aws_secret_access_key',
    'ANTHROPIC_API_KEY',
    'APIKEY',
    'DB_PASSWORD_FILE',
    'SSH_PASSPHRASE',
    'SIGNING_PRIVATE_KEY',
    'GOOGLE_APPLICATION_CREDENTIALS',
    'A_CREDENTIAL',
  ])('%s tells of a secret', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  it.each(['', 'PATH', 'TOKENS', 'TOKENIZER', 'MAX_TOKENS', 'SECRETARY', 'KEY', 'KEYBOARD', 'COMPASSWORD', 'PUBLIC_KEY'])(
    '%j tells of none',
    (name) => {
      expect(isSecretName(name)).toBe(false);
    },
  );
});
