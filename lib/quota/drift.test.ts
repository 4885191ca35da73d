import { describe, expect, test } from 'vitest';
import { adoptedBaseline, driftOf } from './drift';

describe('what WeChat counted', () => {
  test.each([
    { numUsed: 10, countAtNumUsed: 7, drift: 3 },
    { numUsed: 7, countAtNumUsed: 10, drift: -3 },
    { numUsed: 7, countAtNumUsed: 7, drift: 0 },
    { numUsed: null, countAtNumUsed: 7, drift: 0 },
    { numUsed: 7, countAtNumUsed: null, drift: 0 },
  ])('$numUsed beside our $countAtNumUsed is $drift more', ({ drift, ...counts }) => {
    expect(driftOf(counts)).toBe(drift);
  });

  test('is adopted by changing the number of codes made elsewhere', () => {
    expect(adoptedBaseline({ quotaBaseline: 5, numUsed: 10, countAtNumUsed: 7 })).toBe(8);
    expect(adoptedBaseline({ quotaBaseline: 5, numUsed: 7, countAtNumUsed: 10 })).toBe(2);
    expect(adoptedBaseline({ quotaBaseline: 3, numUsed: 7, countAtNumUsed: 10 })).toBe(0);
  });

  test('cannot be adopted when both agree, or when it is less than what was made here', () => {
    expect(adoptedBaseline({ quotaBaseline: 5, numUsed: 7, countAtNumUsed: 7 })).toBeNull();
    expect(adoptedBaseline({ quotaBaseline: 2, numUsed: 7, countAtNumUsed: 10 })).toBeNull();
    expect(adoptedBaseline({ quotaBaseline: 2, numUsed: null, countAtNumUsed: null })).toBeNull();
  });
});
