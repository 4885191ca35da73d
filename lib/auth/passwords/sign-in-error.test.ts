import { expect, test } from 'vitest';
import { parseSignInError } from './sign-in-error';

test.each(['TOO_MANY_ATTEMPTS', 'SIGN_IN_BUSY', 'ACCOUNT_OFF', 'FAULT'])(
  '%s is read with its values',
  (code) => {
    const refusal = { code, values: { seconds: 5 } };
    expect(parseSignInError(JSON.stringify(refusal))).toEqual(refusal);
  },
);

test.each([
  undefined,
  null,
  '',
  'CredentialsSignin',
  '{"code":',
  'null',
  '"FAULT"',
  '7',
  '[]',
  '{}',
  '{"code":"FAULT"}',
  '{"values":{}}',
  '{"code":"FAULT","values":null}',
  '{"code":"FAULT","values":"x"}',
  '{"code":"OTHER","values":{}}',
  '{"code":null,"values":{}}',
])('%j is none of ours', (text) => {
  expect(parseSignInError(text)).toBeNull();
});
