import { expect, test } from 'vitest';
import { placeOf } from './place';

const country = (name: string) => ({ kind: 'country', name });

// Of networks that have been their country's for decades.
test.each([
  ['114.114.114.114', '中国', 'China'],
  ['2400:3200::1', '中国', 'China'],
  ['::ffff:114.114.114.114', '中国', 'China'],
  ['8.8.8.8', '美国', 'United States'],
  ['193.0.6.139', '荷兰', 'Netherlands'],
  ['168.95.1.1', '中国台湾', 'Taiwan'],
])('%s is in %s, which is %s', async (address, zh, en) => {
  expect(await placeOf(address, 'zh-CN')).toEqual(country(zh));
  expect(await placeOf(address, 'en')).toEqual(country(en));
});

test.each(['127.0.0.1', '::1', '10.1.2.3', '192.168.0.7', 'fd00::1', '100.64.0.1', 'fe80::1'])(
  '%s is in no country',
  async (address) => expect(await placeOf(address, 'zh-CN')).toEqual({ kind: 'local' }),
);

test.each(['', 'unknown', '300.1.1.1'])('"%s" says nothing', async (address) => {
  expect(await placeOf(address, 'zh-CN')).toBeNull();
});
