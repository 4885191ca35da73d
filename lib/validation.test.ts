import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { createAppSchema } from '@/lib/apps/schema';
import { changePasswordSchema, newUserSchema } from '@/lib/users/schema';
import { AppError } from './errors';
import { parseInput } from './validation';

function issuesOf(schema: z.ZodType, input: unknown) {
  try {
    parseInput(schema, input);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toBe('INVALID_INPUT');
    return error.issues.map(({ field, key, values }) => ({
      field,
      key: key.replace('errors.issues.', ''),
      values,
    }));
  }
  throw new Error('this input was accepted');
}

describe('parseInput', () => {
  test('returns what the schema makes of the input', () => {
    expect(
      parseInput(newUserSchema, { name: ' 林 ', email: ' A@Suncode.test ', password: 'long enough' }),
    ).toEqual({
      name: '林',
      email: 'a@suncode.test',
      password: 'long enough',
    });
  });

  test.each([
    [{}, 'name', 'required'],
    [{ name: '', email: 'a@b.cn', password: 'long enough' }, 'name', 'required'],
    [{ name: null, email: 'a@b.cn', password: 'long enough' }, 'name', 'required'],
    [{ name: 'n'.repeat(61), email: 'a@b.cn', password: 'long enough' }, 'name', 'tooLong'],
    [{ name: 'n', email: 'not an address', password: 'long enough' }, 'email', 'email'],
    [{ name: 'n', email: 'a@b.cn', password: 'short' }, 'password', 'tooShort'],
    [{ name: 7, email: 'a@b.cn', password: 'long enough' }, 'name', 'type'],
  ])('says of %j that %s is %s', (input, field, key) => {
    expect(issuesOf(newUserSchema, input)).toContainEqual(expect.objectContaining({ field, key }));
  });

  test('carries the limit that the text mentions', () => {
    const input = { name: 'n', email: 'a@b.cn', password: 'short' };
    expect(issuesOf(newUserSchema, input)).toEqual([
      { field: 'password', key: 'tooShort', values: { min: 10 } },
    ]);
  });

  test('reads rules of our own', () => {
    const passwords = { currentPassword: 'x', newPassword: 'long enough', repeatPassword: 'other' };
    expect(issuesOf(changePasswordSchema, passwords)).toEqual([
      { field: 'repeatPassword', key: 'passwordsDiffer', values: {} },
    ]);
    const app = {
      mode: 'LIVE',
      name: 'n',
      appId: 'wx12',
      appSecret: 's',
      pathMaxBytes: 127,
      quotaBaseline: 100_001,
    };
    expect(issuesOf(createAppSchema, app)).toEqual([
      { field: 'appId', key: 'appId', values: {} },
      { field: 'pathMaxBytes', key: 'tooSmall', values: { min: 128 } },
      { field: 'quotaBaseline', key: 'tooBig', values: { max: 100_000 } },
    ]);
  });

  test.each([undefined, null, 'text', [], 7])('refuses %j in place of an object', (input) => {
    expect(issuesOf(newUserSchema, input)).not.toEqual([]);
  });
});
