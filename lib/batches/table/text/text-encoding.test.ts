import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText, guessEncoding } from './text-encoding';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures', name));
const guess = (text: string, encoding: string) => guessEncoding(iconv.encode(text, encoding)).encoding;

const SIMPLIFIED = [
  '桌号,门店\nA01,人民广场\n',
  '门店编号,门店名称\n1,兰州拉面馆\n',
  '姓名\n欧阳娜\n',
  '商品\n花生酱\n',
];
const TRADITIONAL = [
  '桌號,門市\nA01,人民廣場\n',
  '店名,備註\n1,靠窗\n',
  '姓名\n陳怡君\n',
  '編號,分店\n1,臺北信義\n',
];

describe('the encoding of a short file', () => {
  test.each(SIMPLIFIED)('is GB18030: %j', (text) => expect(guess(text, 'gb18030')).toBe('gb18030'));
  test.each(TRADITIONAL)('is Big5: %j', (text) => expect(guess(text, 'big5')).toBe('big5'));
  test.each(['店舗名,備考\n渋谷,まどぎわ\n', 'テーブル,メモ\n1,カウンター\n'])('is Shift_JIS: %j', (text) =>
    expect(guess(text, 'shift_jis')).toBe('shift_jis'),
  );
  test.each(['테이블,매장\nA1,강남점\n', '번호,이름\n1,서울 카페\n'])('is EUC-KR: %j', (text) =>
    expect(guess(text, 'euc-kr')).toBe('euc-kr'),
  );
  test.each(['Table,Store\n1,Café Müller\n', 'Name\nJosé\nZoë\n'])('is Windows-1252: %j', (text) =>
    expect(guess(text, 'win1252')).toBe('windows-1252'),
  );
  test.each(['utf16le', 'utf16be'])('is %s without a mark', (encoding) => {
    const wanted = encoding.replace('16', '-16').replace('utf-', 'utf-');
    expect(guess('桌号\t门店\nA01\t人民广场\n', encoding)).toBe(wanted);
    expect(guess('桌号，门店\n甲，人民广场\n', encoding)).toBe(wanted);
    expect(guess('scene,name\nA1,x\n', encoding)).toBe(wanted);
  });
});

test('UTF-8 with a few bad bytes stays UTF-8', () => {
  expect(guessEncoding(fixture('bad-bytes.csv')).encoding).toBe('utf-8');
  const cut = Buffer.from('名称\n一号桌\n二号').subarray(0, -1);
  expect(guessEncoding(cut).encoding).toBe('utf-8');
});

test('a doubtful reading lists the candidates with what each would read, the guess first', () => {
  const { encoding, doubt } = guessEncoding(iconv.encode('a\n桌\n', 'gb18030'));
  expect(doubt?.[0]?.encoding).toBe(encoding);
  expect(doubt?.map(({ cells }) => cells[0])).toContain('桌');
  expect(doubt?.length).toBeGreaterThan(1);
});

test('a long text of everyday words is not doubtful', () => {
  const text = '门店,地址\n人民广场店,上海市黄浦区南京西路 1 号\n徐家汇店,上海市徐汇区虹桥路 2 号\n';
  expect(guessEncoding(iconv.encode(text, 'gb18030'))).toEqual({ encoding: 'gb18030' });
  const other = '門市,地址\n信義店,臺北市信義區松高路 1 號\n板橋店,新北市板橋區文化路 2 號\n';
  expect(guessEncoding(iconv.encode(other, 'big5'))).toEqual({ encoding: 'big5' });
});

test('the cases', () => {
  expect(decodeText(fixture('big5.csv'), guessEncoding(fixture('big5.csv')).encoding)).toContain(
    '桌號,門店\nA01,臺北車站',
  );
  expect(guessEncoding(fixture('utf16le-no-bom.txt'))).toEqual({ encoding: 'utf-16le' });
});
