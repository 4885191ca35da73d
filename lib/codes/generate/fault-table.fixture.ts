import { gzipSync } from 'node:zlib';
import type { Behaviour } from './fault-server.fixture';
import { bytes, hang, json, partly, refuse, reset, text } from './fault-server.fixture';

/**
 * What must be true after a fault. `entry` is the ledger's row of an A or C code: `none` (given back), `uncertain`
 * (kept until a repetition tells) or `confirmed`. `calls` and `tokens` count requests.
 */
export type Expected = {
  reason: string | null;
  errcode?: number;
  entry: 'none' | 'uncertain' | 'confirmed';
  calls: number;
  tokens?: number;
  picture?: 'jpeg' | 'png';
  events?: number;
};

export type Fault = [name: string, script: { code?: Behaviour[]; token?: Behaviour[] }, expected: Expected];

export type Pictures = { jpeg: Uint8Array; png: Uint8Array };

const kept = { entry: 'uncertain' } as const;
const given = { entry: 'none' } as const;

function final(errcode: number): Fault {
  const expected = { reason: 'refused', errcode, ...given, calls: 1 };
  return [`errcode ${errcode}`, { code: [refuse(errcode)] }, expected];
}

/** Codes that nothing here cures: parameters, permissions, limits, account, and one that nobody knows. */
const FINAL_ERRCODES = [
  40033, 40066, 40097, 40129, 40159, 40169, 40189, 41001, 41030, 43002, 43003, 44002, 45009, 45011, 45029,
  45063, 47001, 48001, 50002, 61004, 61007, 85096, 43104, 987654,
];

function tokenFaults({ jpeg }: Pictures): Fault[] {
  const ok = bytes(jpeg, { 'content-type': 'image/jpeg' });
  const made = { reason: null, entry: 'confirmed', picture: 'jpeg' } as const;
  const unsent = { reason: 'notSent', ...given, calls: 0 };
  const refused = (errcode: number): Fault => [
    `no token: errcode ${errcode}`,
    { token: [refuse(errcode)] },
    { reason: 'refused', errcode, ...given, calls: 0, tokens: 1 },
  ];
  return [
    ...[
      40002, 40013, 40125, 40164, 40243, 41002, 41004, 45009, 45011, 50004, 50007, 61024, 89503, 89506, 89507,
      40001,
    ].map(refused),
    ...[40001, 40014, 42001].flatMap((errcode): Fault[] => [
      [
        `${errcode}, cured by a new token`,
        { code: [refuse(errcode), ok] },
        { ...made, calls: 2, tokens: 2, events: 1 },
      ],
      [
        `endless ${errcode}`,
        { code: [refuse(errcode)] },
        { reason: 'refused', errcode, ...given, calls: 2, tokens: 2, events: 1 },
      ],
    ]),
    [
      '40001, and no other token',
      { code: [refuse(40001)], token: [json({ access_token: 'a', expires_in: 7200 }), refuse(40125)] },
      { reason: 'refused', errcode: 40125, ...given, calls: 1, tokens: 2, events: 1 },
    ],
    [
      'a token endpoint that is busy once',
      { code: [ok], token: [refuse(-1), json({ access_token: 'a', expires_in: 7200 })] },
      { ...made, calls: 1, tokens: 2 },
    ],
    [
      'a token endpoint that is busy for ever',
      { token: [refuse(-1)] },
      { reason: 'refused', errcode: -1, ...given, calls: 0, tokens: 3 },
    ],
    ['a token endpoint that resets', { token: [reset] }, { ...unsent, tokens: 3 }],
    [
      'a token endpoint behind a gateway that fails',
      { token: [text('', 'text/html', 502)] },
      { ...unsent, tokens: 3 },
    ],
    [
      'a token endpoint that answers HTML',
      { token: [text('<html>', 'text/html')] },
      { ...unsent, tokens: 1 },
    ],
    [
      'a token endpoint that answers nothing',
      { token: [text('', 'application/json')] },
      { ...unsent, tokens: 1 },
    ],
    [
      'a token that is null',
      { token: [json({ access_token: null, expires_in: 7200 })] },
      { ...unsent, tokens: 1 },
    ],
    [
      'a token that lives 0 seconds',
      { token: [json({ access_token: 'a', expires_in: 0 })] },
      { ...unsent, tokens: 1 },
    ],
  ];
}

function answerFaults({ jpeg, png }: Pictures): Fault[] {
  const image = { 'content-type': 'image/jpeg' };
  const ok = bytes(jpeg, image);
  const made = { reason: null, entry: 'confirmed', picture: 'jpeg' } as const;
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

function statusFaults(): Fault[] {
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

function connectionFaults({ jpeg }: Pictures): Fault[] {
  const ok = bytes(jpeg, { 'content-type': 'image/jpeg' });
  const made = { reason: null, entry: 'confirmed', picture: 'jpeg' } as const;
  return [
    ['a reset', { code: [reset] }, { reason: 'network', ...kept, calls: 3 }],
    [
      'a reset in the middle of the picture',
      { code: [partly(jpeg, 'reset')] },
      { reason: 'network', ...kept, calls: 3 },
    ],
    ['a reset and then a picture', { code: [reset, ok] }, { ...made, calls: 2 }],
    [
      'a reset and then 45009',
      { code: [reset, refuse(45009)] },
      { reason: 'refused', errcode: 45009, ...kept, calls: 2 },
    ],
    [
      'a reset and then -1',
      { code: [reset, refuse(-1)] },
      { reason: 'refused', errcode: -1, ...kept, calls: 3 },
    ],
    [
      'a reset and then 48001',
      { code: [reset, refuse(48001)] },
      { reason: 'refused', errcode: 48001, ...kept, calls: 2 },
    ],
    [
      'a reset and then 412',
      { code: [reset, text('', 'text/html', 412)] },
      { reason: 'http', ...kept, calls: 2 },
    ],
    // These say that the parameters never made a code, and so neither did the attempt that was not answered.
    [
      'a reset and then 40159',
      { code: [reset, refuse(40159)] },
      { reason: 'refused', errcode: 40159, ...given, calls: 2 },
    ],
    [
      'a reset and then 45029',
      { code: [reset, refuse(45029)] },
      { reason: 'refused', errcode: 45029, ...given, calls: 2 },
    ],
    [
      'a reset and then endless 40001',
      { code: [reset, refuse(40001)] },
      { reason: 'refused', errcode: 40001, ...kept, calls: 3, tokens: 2, events: 1 },
    ],
    [
      'a reset, 40001 and no other token',
      { code: [reset, refuse(40001)], token: [json({ access_token: 'a', expires_in: 7200 }), refuse(40125)] },
      { reason: 'refused', errcode: 40125, ...kept, calls: 2, tokens: 2, events: 1 },
    ],
    [
      'everything at once: -1, 40001, reset, a picture',
      { code: [refuse(-1), refuse(40001), reset, ok] },
      { ...made, calls: 4, tokens: 2, events: 1 },
    ],
  ];
}

/** Faults that cost time: each waits for the bound of an attempt. */
export function slowFaults({ jpeg }: Pictures): Fault[] {
  const ok = bytes(jpeg, { 'content-type': 'image/jpeg' });
  const made = { reason: null, entry: 'confirmed', picture: 'jpeg' } as const;
  return [
    ['a hang before the headers', { code: [hang] }, { reason: 'timeout', ...kept, calls: 3 }],
    [
      'a hang in the middle of the picture',
      { code: [partly(jpeg, 'hang')] },
      { reason: 'timeout', ...kept, calls: 3 },
    ],
    ['a hang and then a picture', { code: [hang, ok] }, { ...made, calls: 2 }],
    [
      'a hang and then 45009',
      { code: [hang, refuse(45009)] },
      { reason: 'refused', errcode: 45009, ...kept, calls: 2 },
    ],
    ['a token endpoint that hangs', { token: [hang] }, { reason: 'notSent', ...given, calls: 0, tokens: 3 }],
  ];
}

export function quickFaults(pictures: Pictures): Fault[] {
  return [
    ...FINAL_ERRCODES.map(final),
    ...answerFaults(pictures),
    ...statusFaults(),
    ...connectionFaults(pictures),
    ...tokenFaults(pictures),
  ];
}
