import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fingerprint } from './fingerprint';
import { anyParameters } from '@/lib/wechat/rules/parameters.arbitrary';
import type { CodeParameters } from '@/lib/wechat/rules/parameters';
import { codeParametersSchema } from '@/lib/wechat/rules/parameters';
import { buildRequest } from './request';

const schema = codeParametersSchema({ pathMaxBytes: 128 });
const FIELDS: Record<CodeParameters['endpoint'], string[]> = {
  getwxacode: ['path', 'width', 'auto_color', 'line_color', 'is_hyaline', 'env_version'],
  getwxacodeunlimit: [
    'scene',
    'page',
    'check_path',
    'env_version',
    'width',
    'auto_color',
    'line_color',
    'is_hyaline',
  ],
  createwxaqrcode: ['path', 'width'],
};

describe('buildRequest', () => {
  test('writes every value of the three endpoints', () => {
    const look = {
      width: 280,
      lineColor: { r: 1, g: 2, b: 3 },
      isHyaline: true,
      envVersion: 'trial',
    } as const;
    const bodies = [
      { endpoint: 'getwxacode', path: 'p?a=1&b=店', ...look } as const,
      { endpoint: 'getwxacodeunlimit', scene: 'a&b', page: 'p', checkPath: false, ...look } as const,
      { endpoint: 'createwxaqrcode', path: 'p' } as const,
    ].map((input) => buildRequest(schema.parse(input)));
    expect(bodies.map(({ path, body }) => `${path} ${body}`)).toEqual([
      '/wxa/getwxacode {"path":"p?a=1&b=店","width":280,"auto_color":false,"line_color":{"r":1,"g":2,"b":3},"is_hyaline":true,"env_version":"trial"}',
      '/wxa/getwxacodeunlimit {"scene":"a&b","page":"p","check_path":false,"env_version":"trial","width":280,"auto_color":false,"line_color":{"r":1,"g":2,"b":3},"is_hyaline":true}',
      '/cgi-bin/wxaapp/createwxaqrcode {"path":"p","width":430}',
    ]);
  });

  test('leaves out an empty page, and a line colour that has no effect', () => {
    const { fields } = buildRequest(
      schema.parse({ endpoint: 'getwxacodeunlimit', scene: 'a', autoColor: true }),
    );
    expect(fields).not.toHaveProperty('page');
    expect(fields).not.toHaveProperty('line_color');
    expect(fields).toMatchObject({ auto_color: true, is_hyaline: false, check_path: true });
  });

  test('never escapes a character and never sends a foreign field', () => {
    fc.assert(
      fc.property(anyParameters, (parameters) => {
        const { body, fields } = buildRequest(parameters);
        expect(body).not.toContain('\\');
        expect(JSON.parse(body)).toEqual(fields);
        const known = FIELDS[parameters.endpoint];
        expect(Object.keys(fields)).toEqual(known.filter((name) => name in fields));
      }),
      { numRuns: 500 },
    );
  });
});

describe('fingerprint', () => {
  const base = { endpoint: 'getwxacode', path: 'pages/a' } as const;

  test('is the same for the same request and 64 hexadecimal digits long', () => {
    const first = fingerprint(
      'wx1',
      schema.parse({ ...base, autoColor: true, lineColor: { r: 9, g: 9, b: 9 } }),
    );
    const second = fingerprint('wx1', schema.parse({ ...base, autoColor: true }));
    expect(first).toBe(second);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
  });

  test('differs with Mini Program, endpoint and every field', () => {
    const all = [
      fingerprint('wx1', schema.parse(base)),
      fingerprint('wx2', schema.parse(base)),
      fingerprint('wx1', schema.parse({ ...base, endpoint: 'createwxaqrcode' })),
      fingerprint('wx1', schema.parse({ ...base, path: '/pages/a' })),
      fingerprint('wx1', schema.parse({ ...base, width: 431 })),
      fingerprint('wx1', schema.parse({ ...base, autoColor: true })),
      fingerprint('wx1', schema.parse({ ...base, lineColor: { r: 0, g: 0, b: 1 } })),
      fingerprint('wx1', schema.parse({ ...base, isHyaline: true })),
      fingerprint('wx1', schema.parse({ ...base, envVersion: 'trial' })),
    ];
    expect(new Set(all)).toHaveLength(all.length);
  });
});
