import { UnrecognizedActionError } from 'next/dist/client/components/unrecognized-action-error';
import { describe, expect, test } from 'vitest';
import { failureOf } from './failure';

describe('what kept a server action from being answered', () => {
  const refusal = {
    code: 'ORIGIN_REFUSED',
    origin: 'https://a.example',
    host: '127.0.0.1:3000',
    appUrl: null,
  };
  test.each([
    [
      'the server took the page for another site',
      new Error(JSON.stringify(refusal)),
      { kind: 'origin', host: '127.0.0.1:3000' },
    ],
    [
      'a refusal of the server before Next',
      new Error(JSON.stringify({ error: { code: 'TOO_LARGE', message: 'Too much', fields: {} } })),
      { kind: 'refused', message: 'Too much' },
    ],
    ['an action that the build does not have', new UnrecognizedActionError('gone'), { kind: 'update' }],
    [
      'a script that did not come',
      Object.assign(new Error('Failed to load chunk'), { name: 'ChunkLoadError' }),
      { kind: 'unloaded' },
    ],
    ['no answer', new TypeError('Failed to fetch'), { kind: 'unreachable' }],
    [
      'an answer of a proxy',
      new Error('An unexpected response was received from the server.'),
      { kind: 'foreign' },
    ],
    ['a text that looks like ours', new Error('{"code":'), { kind: 'foreign' }],
    [
      'a fault while answering',
      Object.assign(new Error('x'), { digest: '123' }),
      { kind: 'fault', requestId: '123' },
    ],
    ['anything thrown', 'text', { kind: 'foreign' }],
  ])('%s', (_, error, failure) => {
    expect(failureOf(error, true)).toMatchObject(failure);
    expect(failureOf(error, false)).toEqual({ kind: 'offline' });
  });
});
