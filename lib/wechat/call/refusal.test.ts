import { describe, expect, test } from 'vitest';
import { redact } from './redact';
import { parseJsonObject, readRefusal } from './refusal';

const parse = (text: string) => parseJsonObject(new TextEncoder().encode(text));

describe('an answer’s JSON', () => {
  test.each([
    ['{"a":1}', { a: 1 }],
    ['\ufeff \n{"a":1}', { a: 1 }],
    ['{}', {}],
    ['null', null],
    ['[1]', null],
    ['7', null],
    ['"a"', null],
    ['{', null],
    ['', null],
  ])('%j is %j', (text, value) => {
    expect(parse(text)).toEqual(value);
  });

  test('is none where its bytes are no text', () => {
    const bytes = Uint8Array.from([...Buffer.from('{"a":"'), 0xff, ...Buffer.from('"}')]);
    expect(parseJsonObject(bytes)).toBeNull();
  });
});

describe('a refusal', () => {
  const errcodeOf = (errcode: unknown) => readRefusal({ errcode, errmsg: 'x' })?.errcode ?? null;

  test.each([
    [40001, 40001],
    ['40001', 40001],
    ['-1', -1],
    [0, null],
    ['0', null],
    [2_147_483_647, 2_147_483_647],
    [-2_147_483_647, -2_147_483_647],
    [2_147_483_648, null],
    ['2147483648', null],
    ['00000040001', null],
    [1.5, null],
    ['1.5', null],
    ['x1', null],
    ['1x', null],
    ['', null],
    [true, null],
    [null, null],
    [undefined, null],
  ])('of %j has the code %j', (given, errcode) => {
    expect(errcodeOf(given)).toBe(errcode);
  });

  const textOf = (errmsg: unknown) => readRefusal({ errcode: 1, errmsg })?.errmsg;

  test('has a text that can be stored, and none where it is no text', () => {
    expect(textOf('a\0b')).toBe('ab');
    expect(textOf('a\ud83d')).toBe('a\ufffd');
    expect(textOf('门店😀')).toBe('门店😀');
    expect(textOf('x'.repeat(1001))).toBe('x'.repeat(1000));
    expect([textOf(undefined), textOf(7)]).toEqual(['', '']);
  });

  test.each([
    ['x rid: 663b1af7-14a514a1-181eb968', '663b1af7-14a514a1-181eb968'],
    ['x RID:663B1AF7-14A514A1', '663B1AF7-14A514A1'],
    ['x grid: 663b1af7-14a514a1', null],
    ['x rid: 663b1af7', null],
    ['x rid: wxyz-14a5', null],
    ['x hint: [abc]', 'abc'],
    ['x Hints:[ req_id:abc ]', 'abc'],
    ['x whint: [abc]', null],
    ['x hint: []', null],
    ['x hint: abc', null],
  ])('%s names the request %s', (errmsg, rid) => {
    expect(readRefusal({ errcode: 1, errmsg })?.rid).toBe(rid);
  });
});

describe('a text without secrets', () => {
  test.each([
    ['access_token=90_a-b', 'access_token=***'],
    ['?appid=wx1&secret=abc&grant_type=x', '?appid=wx1&secret=***&grant_type=x'],
    ['{"AppSecret": "abc","x":1}', '{"AppSecret": "***","x":1}'],
    ["secret : 'abc' x", "secret : '***' x"],
    ['access_token=a access_token=b', 'access_token=*** access_token=***'],
    ['access_token 90_a', 'access_token 90_a'],
    ['{secret:abc}', '{secret:***}'],
  ])('%s is told as %s', (text, told) => {
    expect(redact(text, [])).toBe(told);
  });

  test('has none of those that are known, as they are and as they stand in an address', () => {
    expect(redact('a/b and a%2Fb and a/b', ['a/b', ''])).toBe('*** and *** and ***');
    expect(redact('plain', [''])).toBe('plain');
  });
});
