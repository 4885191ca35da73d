import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attachment, fileName, pictureExtension, uniqueNames } from './picture-name';

const WINDOWS_DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

const names = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.constantFrom(
    '',
    '.',
    '..',
    '...',
    'con',
    'NUL.txt',
    'lpt1',
    'a/b\\c',
    '../../etc/passwd',
    ' x ',
    '桌 1. ',
  ),
);

describe('fileName', () => {
  test('is one that Windows, macOS and Linux take, whatever the name', () => {
    fc.assert(
      fc.property(names, (name) => {
        const file = fileName(name, 'jpg');
        expect(file).toMatch(/^[^\p{C}<>:"/\\|?*]+\.jpg$/u);
        expect(file).not.toMatch(WINDOWS_DEVICE);
        const stem = file.slice(0, -'.jpg'.length);
        expect(stem).toMatch(/^[^.\s](.*[^.\s])?$/su);
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(255);
      }),
    );
  });

  test.each([
    ['人民广场店 12 号桌', '人民广场店 12 号桌.jpg'],
    ['会员贴纸（透明）', '会员贴纸（透明）.jpg'],
    ['s=0021&t=03', 's=0021&t=03.jpg'],
    ['pages/a?b=1', 'pages_a_b=1.jpg'],
    ['e\u0301', 'é.jpg'],
    ['  ', 'code.jpg'],
    ['com1', '_com1.jpg'],
    ['LPT9.b', '_LPT9.b.jpg'],
    ['nul', '_nul.jpg'],
    ['com', 'com.jpg'],
    ['com1x', 'com1x.jpg'],
    ['a.con', 'a.con.jpg'],
    ['.. a b .', 'a b.jpg'],
    ['a\u200bb', 'a_b.jpg'],
    ['店'.repeat(81), `${'店'.repeat(80)}.jpg`],
    [`${'店'.repeat(79)} 店`, `${'店'.repeat(79)}.jpg`],
  ])('makes of %j %j', (name, file) => {
    expect(fileName(name, 'jpg')).toBe(file);
  });
});

describe('uniqueNames', () => {
  test('never gives the same name twice, also by case alone, and keeps the extension', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a.jpg', 'A.jpg', 'a (2).jpg', 'b.png', '门店.jpg'), { maxLength: 30 }),
        (files) => {
          const nameOf = uniqueNames();
          const given = files.map(nameOf);
          expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(files.length);
          expect(given.map((name) => name.slice(-4))).toEqual(files.map((name) => name.slice(-4)));
        },
      ),
    );
  });

  test('numbers from two', () => {
    const nameOf = uniqueNames();
    expect(['a.jpg', 'a.jpg', 'A.jpg', 'a.png'].map(nameOf)).toEqual([
      'a.jpg',
      'a (2).jpg',
      'A (3).jpg',
      'a.png',
    ]);
  });
});

test('attachment says a name in ASCII and the real one beside it', () => {
  expect(attachment('门店 "1"%.jpg')).toBe(
    `attachment; filename="__ _1__.jpg"; filename*=UTF-8''%E9%97%A8%E5%BA%97%20%221%22%25.jpg`,
  );
  fc.assert(
    fc.property(names, (name) => {
      expect(attachment(fileName(name, 'png'))).toMatch(/^[\x20-\x7e]+$/);
    }),
  );
});

test('the extension follows the type of the bytes', () => {
  expect([pictureExtension('image/png'), pictureExtension('image/jpeg')]).toEqual(['png', 'jpg']);
});
