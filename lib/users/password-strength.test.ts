import { dictionary } from '@zxcvbn-ts/language-common';
import { describe, expect, test } from 'vitest';
import { PASSWORD_MIN_CHARS } from './limits';
import { passwordIssue } from './password-strength';

const OWNER = { name: '李伟', email: 'liwei.sales@shop-example.com', oldPassword: 'last year in spring' };

describe('a password is refused', () => {
  test.each([
    ['1111111111', 'passwordRepeated'],
    ['abcabcabcabc', 'passwordRepeated'],
    ['你好你好你好你好你好', 'passwordRepeated'],
    ['x'.repeat(200), 'passwordRepeated'],
    ['abcdefghijkl', 'passwordKeyboard'],
    ['0123456789', 'passwordKeyboard'],
    ['1234567890-=', 'passwordKeyboard'],
    ['asdfghjkl;', 'passwordKeyboard'],
    ['!@#$%^&*()', 'passwordKeyboard'],
    ['password12', 'passwordCommon'],
    ['qwertyuiop12', 'passwordCommon'],
    ['P@ssw0rd123!', 'passwordCommon'],
    ['iloveyou1234', 'passwordCommon'],
    ['admin12345', 'passwordCommon'],
    ['Welcome2026!', 'passwordCommon'],
    ['woaini1314', 'passwordCommon'],
    ['woaini1314520', 'passwordCommon'],
    ['woaini1314forever', 'passwordCommon'],
    ['woaibeijing1314', 'passwordCommon'],
    ['zhongguo2008', 'passwordCommon'],
    ['xiaochengxu2026', 'passwordCommon'],
    ['5201314520', 'passwordCommon'],
    ['mendian2026', 'passwordCommon'],
    ['13812345678', 'passwordCommon'],
    ['ｐａｓｓｗｏｒｄ１２', 'passwordCommon'],
    ['suncode2026', 'passwordPersonal'],
    ['Suncode@2026', 'passwordPersonal'],
    ['suncode-demo-1', 'passwordPersonal'],
    ['liwei.sales@shop-example.com', 'passwordPersonal'],
    ['LiWei.Sales@Shop-Example.com', 'passwordPersonal'],
    ['liwei2026', 'passwordPersonal'],
    ['liwei19900101', 'passwordPersonal'],
    ['李伟19900101', 'passwordPersonal'],
    ['L1w3i@2026', 'passwordPersonal'],
    ['last year in spring', 'passwordOld'],
    ['Last Year In Spring', 'passwordOld'],
    ['ｌａｓｔ　ｙｅａｒ　ｉｎ　ｓｐｒｉｎｇ', 'passwordOld'],
    ['last year in spring2', 'passwordPersonal'],
    ['thisismypassword', 'passwordCommon'],
    ['2026-11-26-x', 'passwordWeak'],
  ])('%s: %s', async (password, reason) => {
    expect(await passwordIssue(password, OWNER)).toBe(reason);
  });
});

test.each([
  'correct horse battery staple',
  'sunny days at the beach',
  'tangerine piano 77',
  'kT9$vQ2m#x',
  'xiaomingmingtianquchifan',
  '今天下班路上买了两个西瓜',
  'mañana será otro día',
  `${'sunny days at the beach '.repeat(8)}!`,
])('%s is good', async (password) => {
  expect(await passwordIssue(password, OWNER)).toBeNull();
});

test('without anybody’s data a password is judged too', async () => {
  expect(await passwordIssue('password12', {})).toBe('passwordCommon');
  expect(await passwordIssue('sunny days at the beach', { name: '', email: undefined })).toBeNull();
});

test('none that breaches have made known is taken, of those that are long enough', async () => {
  const all = dictionary['passwords-common'].filter((password) => password.length >= PASSWORD_MIN_CHARS);
  expect(all.length).toBeGreaterThan(1000);
  const known = all.filter((_, at) => at % 25 === 0);
  const judged = await Promise.all(known.map((password) => passwordIssue(password, {})));
  expect(known.filter((_, at) => judged[at] === null)).toEqual([]);
});
