import { describe, expect, test } from 'vitest';
import { PRINT_SIZES, printFacts, sharpCentimetres, sharpPixels } from './print-sizes';

describe('a code on paper', () => {
  test('is sharp from 300 dots per inch on', () => {
    expect(printFacts(945, 8)).toEqual({ kind: 'sharp', px: 945, cm: 8, dpi: 300, distance: 0.5 });
    expect(printFacts(355, 3)).toMatchObject({ kind: 'sharp', dpi: 301, distance: 0.2 });
  });

  test.each(PRINT_SIZES)(
    'of $cm cm is good from afar with the $px px of WeChat’s table, and coarse with fewer',
    ({ cm, px, distanceM }) => {
      expect(printFacts(px, cm)).toMatchObject({ kind: 'far', distance: distanceM });
      expect(printFacts(px - 1, cm)).toMatchObject({ kind: 'coarse' });
    },
  );

  test('lies between two lines of the table in proportion', () => {
    expect(printFacts(300, 10)).toMatchObject({ kind: 'coarse', distance: 0.7 });
    expect(printFacts(301, 10)).toMatchObject({ kind: 'far', dpi: 76 });
  });

  test('is coarse where it is larger than the table goes', () => {
    expect(printFacts(1280, 60)).toEqual({ kind: 'coarse', px: 1280, cm: 60, dpi: 54, distance: 2.5 });
  });

  test('has no size until somebody says it', () => {
    const unknown = { kind: 'unknown', px: 430, cm: 3.6, distance: 0.2, farCm: 15, farDistance: 1 };
    expect(printFacts(430, null)).toEqual(unknown);
    expect(printFacts(430, 0)).toEqual(unknown);
  });

  test('scans from as far whether its size was said or follows from the pixels', () => {
    expect(printFacts(945, null)).toMatchObject({ cm: 8, distance: printFacts(945, 8).distance });
    expect(printFacts(945, null)).toMatchObject({ farCm: 30, farDistance: printFacts(945, 30).distance });
  });

  test('gets pixels for a size, and a size for pixels, that agree', () => {
    for (const cm of [2, 3, 5, 8, 10.8]) expect(sharpCentimetres(sharpPixels(cm))).toBe(cm);
  });
});
