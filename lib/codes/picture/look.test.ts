import { expect, test } from 'vitest';
import { DEFAULT_LOOK, readLook, writeLook, type Look } from './look';

test('a chosen look comes back from its cookie, columns in their own order', () => {
  const look: Look = { size: 'L', columns: ['created', 'target'] };
  expect(readLook(writeLook(look))).toEqual({ size: 'L', columns: ['target', 'created'] });
  expect(readLook('S')).toEqual({ size: 'S', columns: [] });
});

test('a cookie that says nothing of ours is the usual look', () => {
  for (const cookie of [undefined, '', 'XL.target', 'M.target.nothing.<b>'])
    expect(DEFAULT_LOOK.columns).toEqual(expect.arrayContaining([...readLook(cookie).columns]));
  for (const cookie of [undefined, '', 'XL.target', 'target']) expect(readLook(cookie)).toBe(DEFAULT_LOOK);
  expect(readLook('M.target.nothing.<b>')).toEqual({ size: 'M', columns: ['target'] });
});
