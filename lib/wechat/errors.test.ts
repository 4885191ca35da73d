import { describe, expect, test } from 'vitest';
import { uncertain } from '@/lib/wechat/call/outcome';
import { explainErrcode, explainOutcome, explainUncertain } from './errors';

describe('what an answer without an error code means', () => {
  test.each([
    [0, 'httpStatus'],
    [299, 'httpStatus'],
    [300, 'redirected'],
    [399, 'redirected'],
    [400, 'httpStatus'],
    [411, 'httpStatus'],
    [412, 'framingRefused'],
    [499, 'httpStatus'],
    [500, 'gateway'],
    [599, 'gateway'],
  ])('follows from HTTP %i: %s', (httpStatus, key) => {
    expect(explainUncertain({ reason: 'http', sent: true, httpStatus }).key).toBe(key);
  });

  test.each([
    ['timeout', 'timeout'],
    ['network', 'network'],
    ['empty', 'answerEmpty'],
    ['unreadable', 'answerUnreadable'],
    ['truncated', 'pictureTruncated'],
    ['address', 'tokenServerPrivate'],
  ] as const)('follows from what came or did not: %s', (reason, key) => {
    expect(explainUncertain({ reason, sent: true }).key).toBe(key);
  });

  test('is that nothing was sent, unless it was not allowed to be', () => {
    const unsent = { reason: 'timeout', sent: false } as const;
    expect(explainUncertain(unsent)).toEqual({ key: 'notSent', actor: 'administrator', retry: 'backoff' });
    expect(explainUncertain({ ...unsent, reason: 'address' }).key).toBe('tokenServerPrivate');
    expect(explainUncertain({ reason: 'http', sent: true }).key).toBe('httpStatus');
  });
});

test('a refusal means its code, and anything else what became of the call', () => {
  const refused = { kind: 'refused', errcode: 45009, errmsg: '', rid: null } as const;
  expect(explainOutcome(refused)).toEqual({ key: 'callLimit', actor: 'automatic', retry: 'wait' });
  expect(explainOutcome(refused)).toEqual(explainErrcode(45009));
  expect(explainOutcome(uncertain('timeout', ''))).toEqual({
    key: 'timeout',
    actor: 'automatic',
    retry: 'backoff',
  });
});
