import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText, guessEncoding, wideEncoding } from './text-encoding';

const bytesOf = (text: string, encoding: string) => iconv.encode(text, encoding);
const guess = (bytes: Uint8Array) => guessEncoding(bytes).encoding;
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

describe('the encoding of bytes', () => {
  test.each([
    ['nothing', Buffer.from(''), 'utf-8'],
    ['letters alone', Buffer.from('a,b\n1,2\n'), 'utf-8'],
    ['Chinese in UTF-8', Buffer.from('桌号\nA1\n'), 'utf-8'],
    ['emoji in UTF-8', Buffer.from('🍜\n'), 'utf-8'],
    ['the mark of UTF-8', Buffer.concat([MARK, Buffer.from('a')]), 'utf-8'],
    ['the mark of UTF-16', Buffer.from([0xff, 0xfe, 0x61, 0]), 'utf-16le'],
    ['the other mark of UTF-16', Buffer.from([0xfe, 0xff, 0, 0x61]), 'utf-16be'],
    ['half a mark', Buffer.from([0xef, 0xbb]), 'gb18030'],
    ['more good characters than bad ones', Buffer.from('桌号门店\xFF', 'latin1'), 'gb18030'],
    ['UTF-8 that was cut', Buffer.from('桌号,门店').subarray(0, -1), 'utf-8'],
    ['letters of other scripts in UTF-8', Buffer.from('Стол,Зал\nАбвгд,Еёжзик\n'), 'utf-8'],
    [
      'GBK behind the mark of UTF-8',
      Buffer.concat([MARK, bytesOf('桌号,门店\nA1,人民广场\n', 'gbk')]),
      'gb18030',
    ],
  ])('of %s', (_, bytes, encoding) => {
    expect(guess(bytes)).toBe(encoding);
  });

  test('of Latin text is UTF-8 where the bytes fit, and Windows-1252 where they do not', () => {
    expect(guess(Buffer.from('Café,Müller,Zoë,José,Ünal,Ängel,Öre,Señor,Ça\n'))).toBe('utf-8');
    expect(guess(bytesOf('Café,Müller\nZoë,José\n', 'win1252'))).toBe('windows-1252');
  });

  test('is found behind 64 KiB of letters', () => {
    const text = `编号,名称\n${'A01,人民广场\n'.repeat(8_000)}`;
    expect(guess(bytesOf(text, 'gb18030'))).toBe('gb18030');
  });
});

describe('UTF-16 without a mark', () => {
  test.each([
    ['letters', 'a,b\n', 'utf-16le'],
    ['Chinese beside letters', '桌号,A\n', 'utf-16le'],
  ])('is told by its text: %s', (_, text, encoding) => {
    expect(wideEncoding(bytesOf(text, 'utf16le'))).toBe(encoding);
    expect(wideEncoding(bytesOf(text, 'utf16be'))).toBe('utf-16be');
  });

  test.each([
    ['without a zero', Buffer.from('a,b\nc,d\n')],
    ['of two bytes', Buffer.from([0x61, 0])],
    ['with control characters', bytesOf('a,b\x01\n', 'utf16le')],
    ['without line or column', bytesOf('abc', 'utf16le')],
    ['of signs that nobody writes', bytesOf('a,\u0E00\u0E01\u0E02\n', 'utf16le')],
  ])('is none: %s', (_, bytes) => {
    expect(wideEncoding(bytes)).toBeNull();
  });

  test('may lack its last byte', () => {
    expect(wideEncoding(bytesOf('a,b\nc', 'utf16le').subarray(0, -1))).toBe('utf-16le');
    expect(wideEncoding(bytesOf('a,b', 'utf16le').subarray(0, 4))).toBe('utf-16le');
  });
});

describe('a doubtful encoding', () => {
  test('shows how each candidate would read the first cells beyond ASCII', () => {
    const { encoding, doubt = [] } = guessEncoding(bytesOf('id,a|b;c\n桌, 椅 \n1,2\n', 'gb18030'));
    expect(encoding).toBe('gb18030');
    expect(doubt[0]).toEqual({ encoding: 'gb18030', cells: ['桌', '椅'] });
    expect(doubt.length).toBeGreaterThan(1);
    expect(doubt.length).toBeLessThanOrEqual(4);
    expect(new Set(doubt.map((one) => one.encoding)).size).toBe(doubt.length);
  });

  test('shows at most six cells of 24 characters', () => {
    const cells = Array.from({ length: 8 }, () => '龘'.repeat(30));
    const { doubt } = guessEncoding(bytesOf(cells.join(','), 'gb18030'));
    expect(doubt?.[0]?.cells).toHaveLength(6);
    expect(doubt?.[0]?.cells[0]).toHaveLength(24);
  });

  test('is asked about where letters might be UTF-8 by accident', () => {
    const { encoding, doubt } = guessEncoding(Buffer.from('é\n'));
    expect(encoding).toBe('utf-8');
    expect(doubt).toBeUndefined();
    const chance = guessEncoding(bytesOf('女,牛\n', 'gb18030'));
    expect(chance.doubt?.map((one) => one.encoding)).toContain('utf-8');
    expect(chance.doubt?.[0]?.cells).toEqual(['女', '牛']);
  });

  test('is none where there are too many such letters for an accident', () => {
    expect(guessEncoding(bytesOf('女,牛\n'.repeat(4), 'gb18030'))).toMatchObject({ encoding: 'gb18030' });
    expect(guessEncoding(bytesOf('女,牛\n'.repeat(5), 'gb18030'))).toEqual({ encoding: 'utf-8' });
  });

  test('names two others that make sense', () => {
    const { doubt = [] } = guessEncoding(bytesOf('联通\n', 'gb18030'));
    expect(doubt.map((one) => one.encoding)).toEqual(['gb18030', 'euc-kr', 'big5']);
  });

  test('is none that a long text of everyday words has', () => {
    const text = '门店,地址\n人民广场店,上海市黄浦区南京西路\n徐家汇店,上海市徐汇区虹桥路\n';
    expect(guessEncoding(bytesOf(text, 'gb18030'))).toEqual({ encoding: 'gb18030' });
  });
});

describe('text of bytes', () => {
  test('has no byte order mark', () => {
    expect(decodeText(Buffer.concat([MARK, Buffer.from('桌')]), 'utf-8')).toBe('桌');
    expect(decodeText(Buffer.from([0xff, 0xfe, 0x61, 0]), 'utf-16le')).toBe('a');
    expect(decodeText(Buffer.concat([MARK, bytesOf('桌', 'gbk')]), 'gb18030')).toBe('桌');
  });

  test('keeps what only begins like one', () => {
    expect(decodeText(Buffer.from([0xef, 0xbb, 0x61]), 'windows-1252')).toBe('ï»a');
  });
});
