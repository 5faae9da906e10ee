import { expect, test } from 'vitest';
import { secretMask } from './secrets.js';

test('values of secrets are masked wherever they stand, the longer first; short ones are words like others', () => {
  const mask = secretMask({
    A_TOKEN: 'hunter2-hunter2',
    B_TOKEN: 'hunter2-hunter2-more',
    C_PASSWORD: 'abc',
    HOME: '/home/person',
  });
  expect(mask('hunter2-hunter2 (hunter2-hunter2-more) abc /home/person')).toBe('[masked] ([masked]) abc /home/person');
});

test.each([
  `ghp_${'a1'.repeat(18)}`,
  `AKIA${'A1'.repeat(8)}`,
  `sk-ant-${'b2'.repeat(12)}`,
  `eyJ${'a'.repeat(12)}.${'b'.repeat(12)}.${'c'.repeat(12)}`,
  '-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----',
])('a well-known shape is masked: %s', (key) => {
  expect(secretMask({})(`key=${key} end`)).toBe('key=[masked] end');
});

test('commit ids and session ids are no secrets', () => {
  const text = `${'0123456789abcdef'.repeat(3).slice(0, 40)} 6f1c1d0e-5a0f-4c39-9d5e-3f1f0a1b2c3d task-sk-1`;
  expect(secretMask({ X_TOKEN: '' })(text)).toBe(text);
});
