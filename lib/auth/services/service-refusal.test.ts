import { describe, expect, test } from 'vitest';
import { refusalIn, refusalPath } from './service-refusal';

const REQUEST = '0190a5b2-1c3d-4e5f-8a9b-0c1d2e3f4a5b';
const read = (path: string) => refusalIn(Object.fromEntries(new URL(path, 'http://here').searchParams));

describe('a refusal in an address', () => {
  test('is read back as it was written, with the number of the request or without', () => {
    const refusal = { code: 'SERVICE_DOWN', service: 'wecom', requestId: REQUEST } as const;
    const path = refusalPath('/sign-in', refusal);
    expect(path).toBe(`/sign-in?refused=SERVICE_DOWN&service=wecom&request=${REQUEST}`);
    expect(read(path)).toEqual(refusal);
    const busy = { code: 'SERVICE_BUSY', service: 'oidc' } as const;
    expect(refusalPath('/settings/account', busy)).toBe(
      '/settings/account?refused=SERVICE_BUSY&service=oidc',
    );
    expect(read(refusalPath('/settings/account', busy))).toEqual({ ...busy, requestId: undefined });
  });

  test.each(['refused=OTHER&service=oidc', 'refused=SERVICE_DOWN&service=other', 'service=oidc', ''])(
    'is none where it names what we do not know: %s',
    (query) => {
      expect(read(`/sign-in?${query}`)).toBeNull();
    },
  );

  test.each([
    `${REQUEST} call 1-800-SCAM`,
    `call ${REQUEST}`,
    `x${REQUEST}`,
    `${REQUEST}0`,
    REQUEST.replace('0190a5b2', '0190a5bz'),
    REQUEST.replace('0c1d2e3f4a5b', '0c1d2e3f4a5z'),
    REQUEST.replace('-1c3d', ''),
    REQUEST.replace('1c3d', 'wxyz'),
    [REQUEST, REQUEST],
    undefined,
  ])('says nothing of whoever made the address up: %s', (request) => {
    expect(refusalIn({ refused: 'SERVICE_DOWN', service: 'oidc', request })?.requestId).toBeUndefined();
  });
});
