import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { loadMessages } from '@/lib/i18n/messages';
import { designProblems } from '@/lib/print/design-problems';
import { blankDesign } from '@/lib/print/design-pieces';
import { fillingDesign } from '@/lib/print/labels';
import { starters, starterWords } from '@/lib/print/starters';
import {
  ADDED,
  dragged,
  isCentered,
  replaced,
  resized,
  restacked,
  withAdded,
  withCopy,
  without,
} from './edit';
import { withLogo, withLogoFile, withLogos } from './edit-logos';

const design = blankDesign();
const [code, text] = design.elements;
if (code?.kind !== 'code' || text?.kind !== 'text') throw new Error('the blank design has changed');

test('no design of the product has a problem', () => {
  const t = createTranslator({
    locale: 'zh-CN',
    messages: loadMessages('zh-CN'),
    namespace: 'exports.print.words',
  });
  const all = [...starters(starterWords(t)).map((one) => one.design), design];
  for (const one of [...all, fillingDesign({ width: 40, height: 30 })])
    expect([one.key, designProblems(one)]).toEqual([one.key, []]);
});

test('a picture is put into a code and taken out again, and into nothing else', () => {
  const put = withLogo(design, 0, 'picture');
  expect(put.elements).toEqual([{ ...code, logo: 'picture' }, text]);
  expect(withLogo(put, 0, null)).toEqual(design);
  expect(withLogo(design, 1, 'picture')).toEqual(design);
});

test('one picture for all and one of each row take each other’s place; what comes too late changes nothing', () => {
  const file = { name: 'a.png', picture: 'a' };
  const listed = withLogos(withLogo(design, 0, 'picture'), 0, (now) => ({ ...now, column: '照片' }));
  expect(listed.elements).toEqual([{ ...code, logos: { column: '照片', files: [] } }, text]);
  const filled = withLogoFile(listed, 0, file);
  expect(filled.elements).toEqual([{ ...code, logos: { column: '照片', files: [file] } }, text]);
  expect(withLogo(filled, 0, null)).toEqual(design);
  expect(withLogoFile(design, 0, file)).toEqual(design);
  expect(withLogos(design, 1, (now) => now)).toEqual(design);
});

describe('dragging', () => {
  test('goes in half millimetres and is caught by the middle', () => {
    expect(dragged(design, text, { x: 3.3, y: 1.1 })).toMatchObject({ x: 11.5, y: 79 });
    const moved = dragged(design, text, { x: 0.8, y: 0 });
    expect(moved).toMatchObject({ x: 8 });
    expect(isCentered(design, moved)).toEqual({ x: true, y: false });
  });

  test('at a corner leaves the opposite one where it is; a code stays square', () => {
    expect(resized(text, 'se', { x: 5, y: -2 })).toMatchObject({ x: 8, y: 78, width: 69, height: 10 });
    expect(resized(text, 'nw', { x: 4, y: 2 })).toMatchObject({ x: 12, y: 80, width: 60, height: 10 });
    expect(resized(code, 'nw', { x: 10, y: 10 })).toMatchObject({ x: 20, y: 20, size: 50 });
    expect(resized(code, 'se', { x: -90, y: -90 })).toMatchObject({ x: 10, y: 10, size: 1 });
    expect(resized(text, 'se', { x: 5_000, y: 5_000 })).toMatchObject({ width: 1_000, height: 1_000 });
    expect(resized(code, 'se', { x: 5_000, y: 5_000 })).toMatchObject({ size: 1_000 });
  });
});

test('elements are added, copied, stacked and removed; the design before stays as it was', () => {
  for (const added of ADDED) expect(withAdded(design, added, '文字').elements).toHaveLength(3);
  const copied = withCopy(design, 1);
  expect(copied.elements[2]).toMatchObject({ x: 10, y: 80 });
  expect(restacked(copied, 2, -1).elements[1]).toMatchObject({ x: 10, y: 80 });
  expect(restacked(copied, 2, 1)).toBe(copied);
  expect(without(copied, 0).elements.map(({ kind }) => kind)).toEqual(['text', 'text']);
  expect(replaced(design, 1, { ...text, text: '新' }).elements[1]).toMatchObject({ text: '新' });
  expect(design).toEqual(blankDesign());
});
