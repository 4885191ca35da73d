import { describe, expect, test } from 'vitest';
import type { FailureKey } from '@/lib/codes/generate/failure-key';
import { toColumns } from '@/lib/codes/generate/parameters';
import type { MadeResult, UnmadeResult } from '@/lib/codes/generate/result';
import { uncertain } from '@/lib/wechat/call/outcome';
import { consequenceOf } from './consequence';

const code: MadeResult['code'] = {
  ...{ id: 'c1', miniProgramId: 'a1', batchId: 'b1', fingerprint: 'f1', attempts: 1, leaseExpiresAt: null },
  ...toColumns({ endpoint: 'createwxaqrcode', path: 'pages/a', width: 430 }),
};

const refused = { kind: 'refused', errcode: 40000, errmsg: 'no', rid: null } as const;
const unmade = (failureKey: FailureKey, more: Partial<UnmadeResult> = {}): UnmadeResult => ({
  ...{ kind: 'unmade', code, unanswered: false, outcome: refused, failureKey },
  ...more,
});

describe('what a refusal means for the batch', () => {
  test.each([
    ['the page is not released: the row alone', 'pageNotReleased', 'settle'],
    ['a permanent limit without room: the row alone', 'quota', 'settle'],
    ['a mistake of ours: the row alone', 'fault', 'settle'],
    ['too many calls a minute: a pause', 'minuteLimit', 'hold'],
    ['too many calls: a pause', 'callLimit', 'hold'],
    ['a wrong secret: the end until somebody does something', 'secretInvalid', 'stop'],
    ['a server that is not allowed', 'ipNotAllowed', 'stop'],
    ['WeChat is busy: perhaps the row, perhaps all', 'systemBusy', 'transient'],
  ] as const)('%s', (_, key, consequence) => {
    expect(consequenceOf(unmade(key))).toEqual({ consequence, key });
  });

  test('what was never sent holds the batch; what may have arrived is the row’s failure', () => {
    const timeout = uncertain('timeout', 'no answer');
    expect(consequenceOf(unmade('timeout', { outcome: timeout }))).toMatchObject({
      consequence: 'transient',
    });
    expect(consequenceOf(unmade('notSent', { outcome: { ...timeout, sent: false } }))).toMatchObject({
      consequence: 'hold',
    });
  });

  test('while the database is out of order nothing is said of the row, whatever WeChat said', () => {
    expect(consequenceOf(unmade('secretInvalid', { isPassing: true }))).toMatchObject({
      consequence: 'again',
    });
  });
});

describe('what WeChat made', () => {
  const made = { kind: 'made', code, numUsed: null } as const;

  test('is the row’s alone, and holds the batch where it could not be kept', () => {
    expect(consequenceOf({ ...made, picture: 'late' })).toEqual({ consequence: 'settle', key: null });
    expect(consequenceOf({ ...made, picture: 'failed' })).toEqual({ consequence: 'hold', key: 'storage' });
  });
});
