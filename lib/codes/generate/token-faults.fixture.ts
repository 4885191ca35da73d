import { bytes, json, refuse, reset, text } from './fault-server.fixture';
import { given, made, type Fault, type Pictures } from './fault.fixture';

/** No token comes, or one that is no good. */
export function tokenFaults({ jpeg }: Pictures): Fault[] {
  const ok = bytes(jpeg, { 'content-type': 'image/jpeg' });
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
