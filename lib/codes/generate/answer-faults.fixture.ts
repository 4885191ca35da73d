import { gzipSync } from 'node:zlib';
import { bytes, json, refuse, text } from './fault-server.fixture';
import { given, kept, made, type Fault, type Pictures } from './fault.fixture';

/** What came is no picture, half of one, or called something else. */
export function answerFaults({ jpeg, png }: Pictures): Fault[] {
  const image = { 'content-type': 'image/jpeg' };
  const ok = bytes(jpeg, image);
  const unreadable = { reason: 'unreadable', ...kept, calls: 1 };
  const truncated = { reason: 'truncated', ...kept, calls: 1 };
  const html = '<html><body>Please sign in</body></html>';
  return [
    [
      'an error labelled image/jpeg',
      { code: [refuse(40129, 'image/jpeg')] },
      { reason: 'refused', errcode: 40129, ...given, calls: 1 },
    ],
    [
      'an error labelled text/plain',
      { code: [refuse(41030, 'text/plain')] },
      { reason: 'refused', errcode: 41030, ...given, calls: 1 },
    ],
    [
      'an errcode as text',
      { code: [json({ errcode: '40097', errmsg: 'invalid args' })] },
      { reason: 'refused', errcode: 40097, ...given, calls: 1 },
    ],
    [
      'a refusal after a byte order mark',
      { code: [text('\ufeff{"errcode":40097,"errmsg":"x"}', 'application/json')] },
      { reason: 'refused', errcode: 40097, ...given, calls: 1 },
    ],
    ['errcode 0 without a picture', { code: [json({ errcode: 0, errmsg: 'ok' })] }, unreadable],
    ['JSON of something else', { code: [json({ hello: 'world' })] }, unreadable],
    ['half a JSON', { code: [text('{"errcode":400', 'application/json')] }, unreadable],
    ['an empty 200', { code: [text('', 'image/jpeg')] }, { reason: 'empty', ...kept, calls: 1 }],
    [
      'HTTP 204',
      { code: [(response) => response.writeHead(204).end()] },
      { reason: 'empty', ...kept, calls: 1 },
    ],
    ['an HTML page', { code: [text(html, 'text/html')] }, unreadable],
    ['an HTML page labelled image/jpeg', { code: [text(html, 'image/jpeg')] }, unreadable],
    [
      'a GIF',
      { code: [bytes(Buffer.from('R0lGODlhAQABAAAAACw=', 'base64'), { 'content-type': 'image/gif' })] },
      unreadable,
    ],
    ['a PNG labelled image/jpeg', { code: [bytes(png, image)] }, { ...made, picture: 'png', calls: 1 }],
    [
      'a JPEG labelled application/json',
      { code: [bytes(jpeg, { 'content-type': 'application/json' })] },
      { ...made, calls: 1 },
    ],
    ['a JPEG without a media type', { code: [bytes(jpeg)] }, { ...made, calls: 1 }],
    [
      'a JPEG in gzip',
      { code: [bytes(gzipSync(jpeg), { ...image, 'content-encoding': 'gzip' })] },
      { ...made, calls: 1 },
    ],
    [
      'a refusal in gzip',
      { code: [bytes(gzipSync('{"errcode":40129,"errmsg":"x"}'), { 'content-encoding': 'gzip' })] },
      { reason: 'refused', errcode: 40129, ...given, calls: 1 },
    ],
    [
      'a gzip that is none',
      { code: [bytes(jpeg, { ...image, 'content-encoding': 'gzip' })] },
      { reason: 'network', ...kept, calls: 3 },
    ],
    ['half a JPEG', { code: [bytes(jpeg.subarray(0, jpeg.length / 2), image)] }, truncated],
    ['a JPEG that lacks its last bytes', { code: [bytes(jpeg.subarray(0, -40), image)] }, truncated],
    ['half a PNG', { code: [bytes(png.subarray(0, png.length / 2), image)] }, truncated],
    ['a PNG without its last chunk', { code: [bytes(png.subarray(0, -12), image)] }, truncated],
    ['the first bytes of a JPEG', { code: [bytes(jpeg.subarray(0, 3), image)] }, truncated],
    ['9 MB', { code: [bytes(Buffer.alloc(9 * 1024 * 1024, 0xff), image)] }, unreadable],
    ['a length that is too short', { code: [bytes(jpeg, { ...image, 'content-length': '500' })] }, truncated],
    [
      'a length that is too long',
      {
        code: [
          (response) =>
            response
              .writeHead(200, { 'content-length': jpeg.length + 9 })
              .write(jpeg, () => response.destroy()),
        ],
      },
      { reason: 'network', ...kept, calls: 3 },
    ],
    [
      'chunks',
      { code: [(response) => (response.write(jpeg.subarray(0, 99)), response.end(jpeg.subarray(99)))] },
      { ...made, calls: 1 },
    ],
    [
      'a Num-Used that is no number',
      { code: [bytes(jpeg, { ...image, 'num-used': 'many' })] },
      { ...made, calls: 1 },
    ],
    ['-1 and then a picture', { code: [refuse(-1), ok] }, { ...made, calls: 2 }],
    ['-1 for ever', { code: [refuse(-1)] }, { reason: 'refused', errcode: -1, ...given, calls: 3 }],
  ];
}

/** What came is called a failure by its status. */
export function statusFaults(): Fault[] {
  const status = (code: number, calls: number): Fault => [
    `HTTP ${code}`,
    { code: [text('', 'text/html', code)] },
    { reason: 'http', ...kept, calls },
  ];
  const gateway = text('<html>412</html>', 'text/html', 412);
  return [
    ['HTTP 412', { code: [gateway] }, { reason: 'http', ...given, calls: 1 }],
    ...[400, 401, 403, 404, 413, 429].map((code) => status(code, 1)),
    ...[500, 502, 503, 504].map((code) => status(code, 3)),
    [
      'HTTP 500 with an errcode',
      { code: [text('{"errcode":40129,"errmsg":"x"}', 'application/json', 500)] },
      { reason: 'refused', errcode: 40129, ...given, calls: 1 },
    ],
    ...[301, 302, 307, 308].map((code): Fault => [
      `a redirect ${code}`,
      { code: [(response) => response.writeHead(code, { location: '/stray' }).end()] },
      { reason: 'http', ...kept, calls: 1 },
    ]),
  ];
}
