import { describe, expect, test } from 'vitest';
import { ERROR_KEYS } from '@/lib/wechat/errcodes';
import { explain } from '@/lib/wechat/errors';
import { readFailure } from './failure';
import { asFailureKey, isOwnFailure, shownFailureKey, type FailureKey } from './failure-key';
import { fromColumns, fromHex, toColumns, toHex } from './parameters';

const read = (failureKey: string | null, quotaCost = 0) => readFailure({ failureKey, quotaCost });

describe('why a code failed', () => {
  test.each<[FailureKey, string, string]>([
    ['timeout', 'automatic', 'perhaps'],
    ['network', 'automatic', 'perhaps'],
    ['gateway', 'automatic', 'perhaps'],
    ['redirected', 'administrator', 'perhaps'],
    ['httpStatus', 'administrator', 'perhaps'],
    // Whoever made the code has nothing to correct there.
    ['answerEmpty', 'automatic', 'perhaps'],
    ['pictureTruncated', 'automatic', 'perhaps'],
    ['answerUnreadable', 'administrator', 'perhaps'],
    ['notSent', 'administrator', 'no'],
    ['framingRefused', 'administrator', 'no'],
    ['sceneInvalid', 'operator', 'no'],
    ['limitedCodesUsedUp', 'nobody', 'no'],
    ['storage', 'administrator', 'yes'],
    ['quota', 'administrator', 'no'],
    ['fault', 'administrator', 'no'],
  ])('%s is cured by: %s, and WeChat has made it: %s', (key, actor, made) => {
    expect(read(key)).toEqual({ key, actor, made });
  });

  test('is told beside what an unanswered call before it may have made', () => {
    expect(read('sceneInvalid', 1)).toMatchObject({ made: 'perhaps' });
    expect(read('quota', 1)).toMatchObject({ made: 'perhaps' });
    expect(read('storage', 1)).toMatchObject({ made: 'yes' });
    expect(read('timeout', 1)).toMatchObject({ made: 'perhaps' });
  });

  test('of another version is an error that nobody knows', () => {
    expect(read(null)).toEqual({ ...explain('unknownErrcode'), retry: undefined, made: 'no' });
    expect([shownFailureKey('gone'), asFailureKey('gone'), asFailureKey(null)]).toEqual([
      ...['unknownErrcode', null, null],
    ]);
    for (const key of [...ERROR_KEYS, 'storage', 'quota', 'fault']) expect(shownFailureKey(key)).toBe(key);
    expect(isOwnFailure('quota')).toBe(true);
    expect(isOwnFailure('timeout')).toBe(false);
  });
});

describe('a row from before a column was there', () => {
  const none = { path: null, page: null, scene: null, autoColor: null, lineColor: null, isHyaline: null };
  const row = { ...none, width: 430, envVersion: null, checkPath: null };
  const look = { autoColor: false, lineColor: { r: 0, g: 0, b: 0 }, isHyaline: false, envVersion: 'release' };

  test('is asked for again with what was usual then', () => {
    expect(fromColumns({ ...row, endpoint: 'createwxaqrcode' })).toEqual({
      ...{ endpoint: 'createwxaqrcode', width: 430, path: '' },
    });
    expect(fromColumns({ ...row, endpoint: 'getwxacode' })).toEqual({
      ...{ endpoint: 'getwxacode', path: '', width: 430, ...look },
    });
    expect(fromColumns({ ...row, endpoint: 'getwxacodeunlimit' })).toEqual({
      ...{ endpoint: 'getwxacodeunlimit', scene: '', page: '', checkPath: true, width: 430, ...look },
    });
  });

  test('has nothing in the columns of other endpoints', () => {
    const columns = toColumns({ endpoint: 'createwxaqrcode', path: 'p', width: 280 });
    expect(columns).toEqual({ ...row, endpoint: 'createwxaqrcode', path: 'p', width: 280 });
    expect([toHex({ r: 0, g: 9, b: 255 }), fromHex('0009ff')]).toEqual(['0009ff', { r: 0, g: 9, b: 255 }]);
  });
});
