import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';

import { classifyAnswer, mayHaveBeenMade } from './answer';
import type { Answer } from './answer';
import { jpegPicture, pngPicture } from './loopback.fixture';

let jpeg: Uint8Array;
let png: Uint8Array;

beforeAll(async () => {
  jpeg = await jpegPicture();
  png = await pngPicture();
});

function answer(bytes: Uint8Array | string, overrides: Partial<Answer> = {}): Answer {
  const body = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return { status: 200, contentType: 'image/jpeg', numUsed: null, bytes: body, ...overrides };
}

describe('a picture', () => {
  test('is taken with its size and the count', async () => {
    const outcome = await classifyAnswer(answer(jpeg, { numUsed: '41208' }));
    expect(outcome).toMatchObject({
      kind: 'picture',
      mediaType: 'image/jpeg',
      widthPx: 300,
      heightPx: 300,
      numUsed: 41208,
    });
  });

  test('is a PNG when its bytes are, whatever the label says', async () => {
    expect(await classifyAnswer(answer(png))).toMatchObject({ kind: 'picture', mediaType: 'image/png' });
  });

  test('keeps the very bytes that came', async () => {
    const outcome = await classifyAnswer(answer(png, { contentType: null }));
    expect(outcome.kind === 'picture' && outcome.bytes).toBe(png);
  });

  test.each([['many'], [''], ['-1'], ['1.5']])('has no count when the header says "%s"', async (numUsed) => {
    expect(await classifyAnswer(answer(jpeg, { numUsed }))).toMatchObject({ kind: 'picture', numUsed: null });
  });

  test('is not taken when it is cut off anywhere', async () => {
    for (const whole of [jpeg, png]) {
      for (const share of [0.1, 0.5, 0.9, 0.99]) {
        const cut = whole.slice(0, Math.floor(whole.length * share));
        expect(await classifyAnswer(answer(cut))).toMatchObject({ kind: 'uncertain', reason: 'truncated' });
      }
      const noEnd = await classifyAnswer(answer(whole.slice(0, -2)));
      expect(noEnd).toMatchObject({ kind: 'uncertain', reason: 'truncated' });
    }
  });

  test('is not taken without its end marker, though every pixel is there', async () => {
    // Where the last byte of pixels is full, as in some of these, the decoder has nothing to complain of.
    for (let side = 16; side < 76; side += 1) {
      let seed = side;
      const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) >> 16;
      const pixels = Uint8Array.from({ length: side * side * 3 }, () => 96 + (next() % 64));
      const raw = { width: side, height: side, channels: 3 } as const;
      const whole = new Uint8Array(await sharp(pixels, { raw }).jpeg().toBuffer());
      expect(await classifyAnswer(answer(whole))).toMatchObject({ kind: 'picture' });
      expect(await classifyAnswer(answer(whole.slice(0, -2)))).toMatchObject({ reason: 'truncated' });
    }
  });

  test('is not taken from a failed HTTP answer', async () => {
    for (const status of [199, 300, 502]) {
      const outcome = await classifyAnswer(answer(jpeg, { status }));
      expect(outcome).toMatchObject({ kind: 'uncertain', reason: 'http', httpStatus: status });
    }
    for (const status of [200, 299])
      expect(await classifyAnswer(answer(jpeg, { status }))).toMatchObject({ kind: 'picture' });
  });

  test('has the count that the header says, of nine digits at most', async () => {
    const countOf = async (numUsed: string | null) => {
      const outcome = await classifyAnswer(answer(jpeg, { numUsed }));
      return outcome.kind === 'picture' && outcome.numUsed;
    };
    expect(await countOf(' 12 ')).toBe(12);
    expect(await countOf('0')).toBe(0);
    expect(await countOf('999999999')).toBe(999_999_999);
    expect(await countOf('1000000000')).toBeNull();
    expect(await countOf('12 codes')).toBeNull();
    expect(await countOf('n12')).toBeNull();
    expect(await countOf(null)).toBeNull();
  });

  test('is not taken when it is too large to be a code', async () => {
    const huge = await sharp({ create: { width: 5000, height: 5000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await classifyAnswer(answer(new Uint8Array(huge)))).toMatchObject({ reason: 'truncated' });
  });
});

describe('a refusal', () => {
  const suffixes = [
    [' rid: 663b1af7-14a514a1-181eb968', '663b1af7-14a514a1-181eb968'],
    [', rid: 663b1af7-14a514a1-181eb968', '663b1af7-14a514a1-181eb968'],
    [' hint: [JgToTA03064530]', 'JgToTA03064530'],
    [' hints: [ req_id: l5m0085ns54 ]', 'l5m0085ns54'],
    [' hints: [xILbB24ce-rKhYGa!]', 'xILbB24ce-rKhYGa!'],
    [' hint: [JGcDdiylRa-dfKjsA] rid: 5f2a4f95-66153ff8-01e65c42', '5f2a4f95-66153ff8-01e65c42'],
    ['', null],
  ] as const;

  test.each(suffixes)('is read with the request id of "%s"', async (suffix, rid) => {
    const body = JSON.stringify({ errcode: 40129, errmsg: `invalid scene${suffix}` });
    const outcome = await classifyAnswer(answer(body, { contentType: 'application/json; charset=UTF-8' }));
    expect(outcome).toEqual({ kind: 'refused', errcode: 40129, errmsg: `invalid scene${suffix}`, rid });
  });

  test('is a refusal even when it is labelled as a picture', async () => {
    expect(await classifyAnswer(answer('{"errcode":45029,"errmsg":"x"}'))).toMatchObject({ errcode: 45029 });
  });

  test('may be -1, may have lost its text, may follow a byte order mark', async () => {
    expect(await classifyAnswer(answer('\ufeff {"errcode":-1}'))).toEqual({
      kind: 'refused',
      errcode: -1,
      errmsg: '',
      rid: null,
    });
  });
});

describe('anything else', () => {
  test.each([
    ['JSON without an error code', '{"ok":true}', 'unreadable'],
    ['the cloud sample with a buffer', '{"errcode":0,"errmsg":"ok","buffer":"/9j/"}', 'unreadable'],
    ['a JSON array', '[40001]', 'unreadable'],
    ['a web page', '<html>please sign in</html>', 'unreadable'],
    ['nothing', '', 'empty'],
    ['only the signature of a JPEG', new Uint8Array([0xff, 0xd8, 0xff]), 'truncated'],
  ])('%s is uncertain', async (_name, body, reason) => {
    expect(await classifyAnswer(answer(body))).toMatchObject({ kind: 'uncertain', reason, sent: true });
  });

  test('HTTP 412 is certain to have made nothing, HTTP 502 is not', async () => {
    const framing = await classifyAnswer(answer('', { status: 412, contentType: null }));
    const gateway = await classifyAnswer(answer('<html>', { status: 502, contentType: 'text/html' }));
    expect(framing).toMatchObject({ kind: 'uncertain', reason: 'http', sent: true, httpStatus: 412 });
    expect(gateway).toMatchObject({ kind: 'uncertain', reason: 'http', sent: true, httpStatus: 502 });
    expect([framing, gateway].map(mayHaveBeenMade)).toEqual([false, true]);
    const unsent = { kind: 'uncertain', reason: 'network', detail: '', sent: false } as const;
    expect(mayHaveBeenMade(unsent)).toBe(false);
    expect(mayHaveBeenMade({ ...unsent, sent: true, httpStatus: 412 })).toBe(true);
    expect(mayHaveBeenMade(await classifyAnswer(answer(jpeg)))).toBe(false);
  });

  test.each([
    [answer('<html>', { contentType: 'Text/HTML; charset=x' }), 'unreadable', '6 bytes, text/html'],
    [answer('ab', { contentType: 'see text/html' }), 'unreadable', '2 bytes, no media type'],
    [
      answer('ab', { contentType: 'application/vnd.a+json' }),
      'unreadable',
      '2 bytes, application/vnd.a+json',
    ],
    [answer('', { contentType: null }), 'empty', '0 bytes, no media type'],
    [answer('no', { status: 503 }), 'http', 'HTTP 503, 2 bytes, image/jpeg'],
    [answer('{"ok":true}'), 'unreadable', 'JSON without an error code'],
    [answer('{"errcode":0}'), 'unreadable', 'JSON without an error code'],
    [answer('{"errcode":"no"}'), 'unreadable', "JSON with an error code that is none of WeChat's"],
    [answer(new Uint8Array([0xff, 0xd8, 0xff])), 'truncated', '3 bytes, image/jpeg'],
  ])('is described by what it is: %#', async (given, reason, detail) => {
    const said = { kind: 'uncertain', reason, detail, sent: true, httpStatus: given.status };
    expect(await classifyAnswer(given)).toEqual(said);
  });

  test('is described without being quoted', async () => {
    const page = '<a href="https://api.weixin.qq.com/?access_token=90_secret">';
    const outcome = await classifyAnswer(answer(page, { contentType: 'text/html; token=90_secret' }));
    expect(JSON.stringify(outcome)).not.toContain('90_secret');
  });

  test('never throws and never passes for a picture', async () => {
    const signature = fc.constantFrom(
      [],
      [0xff, 0xd8, 0xff],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    );
    const bytes = fc.tuple(signature, fc.uint8Array({ maxLength: 400 }));
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom(200, 204, 302, 412, 500), async ([head, tail], status) => {
        const outcome = await classifyAnswer(answer(new Uint8Array([...head, ...tail]), { status }));
        expect(outcome.kind).not.toBe('picture');
      }),
      { numRuns: 300 },
    );
  });

  test('a picture with random bytes changed is a picture that decodes, or none', async () => {
    const changes = fc.array(fc.tuple(fc.nat(png.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(changes, async (edits) => {
        const damaged = png.slice();
        for (const [index, byte] of edits) damaged[index] = byte;
        const outcome = await classifyAnswer(answer(damaged));
        if (outcome.kind === 'picture') expect((await sharp(damaged).stats()).channels).toHaveLength(3);
      }),
      { numRuns: 20 },
    );
  });
});
