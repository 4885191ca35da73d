import { expect, test } from 'vitest';
import { refusedAddress } from './refused-address';

test.each([
  [
    'invalid ip 117.39.59.7 ipv6 ::ffff:117.39.59.7, not in whitelist rid: 691d5b03-245c4618-0056bcfe',
    '117.39.59.7',
  ],
  ['invalid ip 120.208.99.249, not in whitelist', '120.208.99.249'],
  ['invalid ip ::ffff:10.0.0.9, not in whitelist', '10.0.0.9'],
  [
    'invalid ip 2408:8207:1850:2a60::4c8, not in whitelist rid: 691d5b03-245c4618-0056bcfe',
    '2408:8207:1850:2a60::4c8',
  ],
  ['invalid ip ipv6 2408:8207::1 ip 36.1.2.3, not in whitelist', '36.1.2.3'],
  ['access clientip is not registered requestIP: 10.11.12.13.', '10.11.12.13'],
  ['access clientip is not registered requestIP:10.11.12.13 rid: 663b1af7-14a514a1-181eb968', '10.11.12.13'],
  ['invalid ip 300.1.2.3, not in whitelist rid: 663b1af7-14a514a1-181eb968', null],
  ['invalid appsecret rid: 64b79aff-477f027c-06415867', null],
  ['', null],
])('finds the address in %j', (errmsg, address) => {
  expect(refusedAddress(errmsg)).toBe(address);
});
