import { bytes, hang, json, partly, refuse, reset, text } from './fault-server.fixture';
import { given, kept, made, type Fault, type Pictures } from './fault.fixture';

/** The connection ends before the answer does. */
export function connectionFaults({ jpeg }: Pictures): Fault[] {
  const ok = bytes(jpeg, { 'content-type': 'image/jpeg' });
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
