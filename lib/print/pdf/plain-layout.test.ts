import { expect, test } from 'vitest';
import { emsOf } from '@/lib/print/font/metrics';
import { openDocument } from './document';

test.each([
  ['regular', false],
  ['bold', true],
] as const)('text of %s is as wide in a PDF as it was measured, pairs of letters too', (name, bold) => {
  const doc = openDocument(new Date(0)).font(name).fontSize(10);
  for (const text of ['AVATo. LTa', 'office fi', '人民路旗舰店 · 12 号桌，（东）', 'store=A01&table=12'])
    expect(doc.widthOfString(text)).toBeCloseTo(emsOf(text, bold) * 10, 6);
});
