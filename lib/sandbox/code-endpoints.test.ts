import { describe, expect, test } from 'vitest';

import { APP_ID, callCode, createTestSandbox, errcodeOf, getToken, PATHS, postText } from './call.fixture';

const { sandbox } = createTestSandbox();
const SPECIALS = [..."!#$&'()*+,/:;=?@-._~"];

function codeA(fields: Record<string, unknown> | string): Promise<number> {
  return errcodeOf(callCode(sandbox, 'A', fields));
}
function codeB(fields: Record<string, unknown> | string): Promise<number> {
  return errcodeOf(callCode(sandbox, 'B', fields));
}
function codeC(fields: Record<string, unknown> | string): Promise<number> {
  return errcodeOf(callCode(sandbox, 'C', fields));
}

describe('scene', () => {
  test('takes all 20 special characters together and refuses every other one', async () => {
    expect(await codeB({ scene: SPECIALS.join('') })).toBe(0);
    const others = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter(
      (character) => !/[0-9A-Za-z]/.test(character) && !SPECIALS.includes(character),
    );
    expect(others).toHaveLength(13);
    for (const other of [...others, '店', 'é']) expect(await codeB({ scene: `a${other}` })).toBe(40129);
  });

  test('is 1 to 32 characters long', async () => {
    expect(await codeB({ scene: 'x'.repeat(32) })).toBe(0);
    expect(await codeB({ scene: 'x'.repeat(33) })).toBe(40169);
    expect(await codeB({ scene: '' })).toBe(40169);
    expect(await codeB({})).toBe(40169);
  });

  test('is read as it stands: an escaped ampersand is six characters', async () => {
    expect(await codeB('{"scene":"msgType=share\\u0026msgId=904366"}')).toBe(40129);
    expect(await codeB('{"scene":"id=1425\\u0026spreaderUserId=507614"}')).toBe(40169);
    expect(await codeB('{"scene":"a\\/b"}')).toBe(0);
  });
});

describe('path', () => {
  test('is at most 128 UTF-8 bytes', async () => {
    const fits = `p?n=${'店'.repeat(41)}x`;
    expect(await codeA({ path: fits })).toBe(0);
    expect(await codeC({ path: fits })).toBe(0);
    expect(await codeA({ path: `${fits}y` })).toBe(40159);
    expect(await codeC({ path: `${fits}y` })).toBe(40159);
    expect(await codeA({ path: '' })).toBe(40159);
    expect(await codeC({})).toBe(40159);
  });

  test('may start with a slash, may be only a query, may not carry scancode_time', async () => {
    expect(await codeA({ path: '/pages/index' })).toBe(0);
    expect(await codeC({ path: '/pages/index' })).toBe(0);
    expect(await codeA({ path: '?foo=bar' })).toBe(0);
    expect(await codeA({ path: 'p?scancode_time=1' })).toBe(85096);
    expect(await codeC({ path: 'p?a=1&scancode_time' })).toBe(85096);
  });
});

describe('page', () => {
  test('has no leading slash and no query', async () => {
    expect(await codeB({ scene: 'a', page: 'pages/index' })).toBe(0);
    expect(await codeB({ scene: 'a', page: '/pages/index' })).toBe(41030);
    expect(await codeB({ scene: 'a', page: 'pages/index?a=1' })).toBe(41030);
  });

  test('is in the released version unless check_path is off', async () => {
    const { sandbox: strict } = createTestSandbox();
    strict.configure(APP_ID, { releasedPages: ['pages/index'] });
    const call = (fields: Record<string, unknown>) =>
      errcodeOf(callCode(strict, 'B', { scene: 'a', ...fields }));
    expect(await call({ page: 'pages/index' })).toBe(0);
    expect(await call({ page: 'pages/new' })).toBe(41030);
    expect(await call({ page: 'pages/new', env_version: 'develop' })).toBe(41030);
    expect(await call({ page: 'pages/new', check_path: false })).toBe(0);
    expect(await call({ page: 'pages/new', scene: '' })).toBe(40169);
  });
});

describe('JSON', () => {
  test.each([
    ['not JSON', 'path=pages/index'],
    ['an array', '[]'],
    ['an object in text', '"{}"'],
    ['[object Object]', '[object Object]'],
    ['a number for a boolean', '{"path":"p","is_hyaline":1}'],
    ['a text for a number', '{"path":"p","width":"430"}'],
    ['half a pixel', '{"path":"p","width":430.5}'],
    ['a number for a text', '{"path":7}'],
    ['null', '{"path":null}'],
    ['a colour without blue', '{"path":"p","line_color":{"r":1,"g":2}}'],
    ['a token in the body', '{"path":"p","access_token":"x"}'],
  ])('refuses %s with 47001', async (_name, body) => {
    expect(await codeA(body)).toBe(47001);
  });

  test('takes 0 for a boolean nowhere', async () => {
    expect(await codeB('{"scene":"a","check_path":0}')).toBe(47001);
    expect(await codeB('{"scene":"a","auto_color":0}')).toBe(47001);
  });

  test('takes colours as numbers, as text and beyond 255, and unknown fields', async () => {
    expect(await codeA({ path: 'p', line_color: { r: '0', g: '0', b: '0' } })).toBe(0);
    expect(await codeA({ path: 'p', line_color: { r: 2550, g: 0, b: 0 } })).toBe(0);
    expect(await codeA({ path: 'p', checkPath: false })).toBe(0);
  });

  test('refuses an unknown env_version, an empty one above all', async () => {
    for (const version of ['', 'beta']) {
      expect(await codeA({ path: 'p', env_version: version })).toBe(40097);
      expect(await codeB({ scene: 'a', env_version: version, check_path: false })).toBe(40097);
    }
    expect(await codeB({ scene: 'a', env_version: 'trial' })).toBe(0);
  });
});

describe('width', () => {
  test.each([
    ['clamp', 0],
    [40097, 40097],
    [40189, 40189],
  ] as const)('out of range is treated as configured: %s', async (widthOutOfRange, errcode) => {
    const { sandbox: other } = createTestSandbox();
    other.configure(APP_ID, { widthOutOfRange });
    expect(await errcodeOf(callCode(other, 'A', { path: 'p', width: 9 }))).toBe(errcode);
  });
});

describe('the envelope', () => {
  test('has to announce its length and must not be chunked', async () => {
    const url = `http://sandbox.invalid${PATHS.A}?access_token=x`;
    const bare = await sandbox.handle(new Request(url, { method: 'POST', body: '{}' }));
    const headers = { 'content-length': '2', 'transfer-encoding': 'chunked' };
    const chunked = await sandbox.handle(new Request(url, { method: 'POST', body: '{}', headers }));
    for (const answer of [bare, chunked]) {
      expect(answer.status).toBe(412);
      expect(answer.headers.get('content-length')).toBe('0');
      expect(await answer.text()).toBe('');
    }
  });

  test('is a POST with a token in the URL and something in it', async () => {
    const url = `http://sandbox.invalid${PATHS.B}`;
    const token = await getToken(sandbox);
    expect(await errcodeOf(sandbox.handle(new Request(url)))).toBe(43002);
    expect(await errcodeOf(postText(sandbox, PATHS.B, '{"access_token":"x"}'))).toBe(41001);
    expect(await errcodeOf(postText(sandbox, `${PATHS.B}?access_token=90_x`, ''))).toBe(40001);
    expect(await errcodeOf(postText(sandbox, `${PATHS.B}?access_token=n=${token}`, '{}'))).toBe(40001);
    expect(await errcodeOf(postText(sandbox, `${PATHS.B}?access_token=${token}`, ''))).toBe(44002);
    expect(await errcodeOf(postText(sandbox, '/wxa/nothing', '{}'))).toBe(40066);
  });

  test('refuses in compact JSON with a request id that tells the time', async () => {
    const answer = await callCode(sandbox, 'B', { scene: 'a b' });
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=UTF-8');
    expect(answer.headers.get('content-length')).toBe('74');
    expect(text).toMatch(
      /^\{"errcode":40129,"errmsg":"invalid scene rid: 663b1af7-[0-9a-f]{8}-[0-9a-f]{8}"\}$/,
    );
  });

  test('spells the media type of a token error in another way, and its length is the captured one', async () => {
    const answer = await postText(sandbox, `${PATHS.B}?access_token=90_x`, '{}');
    expect(answer.headers.get('content-type')).toBe('application/json; encoding=utf-8');
    expect(answer.headers.get('content-length')).toBe('215');
  });
});
