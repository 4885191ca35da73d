import { afterEach, describe, expect, test, vi } from 'vitest';
import { clock } from '@/lib/clock';
import { uncertain } from '@/lib/wechat/call/outcome';
import { finalOfMade, finalOfUnmade, writeFinals } from './final';
import { isStillOurs, leaseFromNow, type ClaimedCode } from './lease';
import { purposeColumns } from './opening';
import { toColumns } from './parameters';

const now = new Date('2026-11-26T08:00:00.000Z');
const code: ClaimedCode = {
  ...{ id: 'c1', miniProgramId: 'a1', batchId: null, fingerprint: 'f', attempts: 3, leaseExpiresAt: now },
  ...toColumns({ endpoint: 'createwxaqrcode', path: 'pages/index', width: 430 }),
};
const paid = { quotaCost: 1, quotaCountAfter: 42 };

afterEach(() => vi.restoreAllMocks());

describe('a code that WeChat made', () => {
  const picture = {
    ...{ imageKey: 'codes/a1/c1.jpg', imageType: 'image/jpeg', imageSha256: 'ab', imageBytes: 3 },
    ...{ imageWidthPx: 430, imageHeightPx: 430 },
  };
  const made = { kind: 'made', code, numUsed: 7 } as const;

  test('is ready with its picture, at the attempt that it was claimed with', () => {
    vi.spyOn(clock, 'now').mockReturnValue(now);
    const ready = { id: 'c1', attempts: 3, status: 'READY', generatedAt: now, ...picture };
    expect(finalOfMade({ ...made, picture }, paid)).toEqual({ ...ready, ...paid });
    expect(finalOfMade({ ...made, picture }, null)).toEqual(ready);
  });

  test('has failed where its picture could not be kept, and has cost all the same', () => {
    expect(finalOfMade({ ...made, picture: 'failed' }, paid)).toEqual({
      ...{ id: 'c1', attempts: 3, status: 'FAILED', failureReason: 'storage', failureKey: 'storage' },
      ...paid,
    });
  });

  test('is left to whoever has claimed it since', () => {
    expect(finalOfMade({ ...made, picture: 'late' }, paid)).toBeNull();
  });
});

describe('a code that WeChat did not make', () => {
  const unmade = { kind: 'unmade', code, unanswered: false } as const;
  const failed = { id: 'c1', attempts: 3, status: 'FAILED' };
  const free = { quotaCost: 0, quotaCountAfter: null };

  test('says so in its words', () => {
    const told = { errcode: 41030, errmsg: 'invalid page', rid: null };
    const outcome = { kind: 'refused', ...told } as const;
    expect(finalOfUnmade({ ...unmade, outcome, failureKey: 'pageNotReleased' }, free)).toEqual({
      ...{ ...failed, failureReason: 'refused', failureKey: 'pageNotReleased' },
      ...{ ...told, ...free },
    });
  });

  test.each([
    [uncertain('timeout', 'no answer within 12 s'), 'timeout'],
    [{ ...uncertain('timeout', 'no token'), sent: false }, 'notSent'],
  ])('or why nobody knows: %j', (outcome, failureReason) => {
    const final = finalOfUnmade({ ...unmade, outcome, failureKey: 'timeout' }, null);
    expect(final).toEqual({ ...failed, failureReason, failureKey: 'timeout', errmsg: outcome.detail });
  });
});

test('of no codes nothing is written', async () => {
  const $executeRaw = vi.fn();
  await writeFinals({ $executeRaw }, []);
  expect($executeRaw).not.toHaveBeenCalled();
});

test('while its lease runs a code is ours, and nobody is asked; a lease is a minute', async () => {
  vi.spyOn(clock, 'now').mockReturnValue(now);
  expect(await isStillOurs({ ...code, leaseExpiresAt: new Date(now.getTime() + 1) })).toBe(true);
  expect(leaseFromNow()).toEqual(new Date('2026-11-26T08:01:00.000Z'));
  expect(leaseFromNow(1_500)).toEqual(new Date('2026-11-26T08:00:01.500Z'));
});

test('what was filled in for a purpose is kept beside its key, and nothing for none', () => {
  expect(purposeColumns(null)).toEqual({});
  const purposeInput = { values: { table: '7' }, printCm: 5 };
  expect(purposeColumns({ key: 'table', ...purposeInput })).toEqual({ purposeKey: 'table', purposeInput });
});
