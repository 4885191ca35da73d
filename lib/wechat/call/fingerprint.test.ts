import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { CodeParameters } from '@/lib/wechat/rules/parameters';
import { fingerprint } from './fingerprint';

const APP = 'wx0123456789abcdef';

type Unlimited = Extract<CodeParameters, { endpoint: 'getwxacodeunlimit' }>;

const UNLIMITED: Unlimited = {
  endpoint: 'getwxacodeunlimit',
  scene: 't=1',
  page: 'pages/index',
  checkPath: true,
  width: 430,
  autoColor: false,
  lineColor: { r: 1, g: 2, b: 3 },
  isHyaline: false,
  envVersion: 'release',
};

/** What is stored with each code: fields by name, whatever the order in which they are sent. */
const canonical = (path: string, fields: [string, unknown][]) =>
  createHash('sha256')
    .update(JSON.stringify([APP, path, fields]))
    .digest('hex');

describe('the fingerprint', () => {
  test('is over the fields that are sent, by their names in order', () => {
    expect(fingerprint(APP, UNLIMITED)).toBe(
      canonical('/wxa/getwxacodeunlimit', [
        ['auto_color', false],
        ['check_path', true],
        ['env_version', 'release'],
        ['is_hyaline', false],
        ['line_color', { r: 1, g: 2, b: 3 }],
        ['page', 'pages/index'],
        ['scene', 't=1'],
        ['width', 430],
      ]),
    );
    expect(fingerprint(APP, { endpoint: 'createwxaqrcode', path: 'pages/a', width: 280 })).toBe(
      canonical('/cgi-bin/wxaapp/createwxaqrcode', [
        ['path', 'pages/a'],
        ['width', 280],
      ]),
    );
  });

  test('does not depend on the order in which parameters come', () => {
    const { scene, page, ...rest } = UNLIMITED;
    expect(fingerprint(APP, { ...rest, page, scene })).toBe(fingerprint(APP, UNLIMITED));
  });

  test.each<[string, Partial<Unlimited>]>([
    ['scene', { scene: 't=2' }],
    ['page', { page: 'pages/other' }],
    ['width', { width: 431 }],
    ['color', { lineColor: { r: 1, g: 2, b: 4 } }],
    ['version', { envVersion: 'trial' }],
    ['check', { checkPath: false }],
    ['background', { isHyaline: true }],
  ])('differs with another %s', (_, change) => {
    expect(fingerprint(APP, { ...UNLIMITED, ...change })).not.toBe(fingerprint(APP, UNLIMITED));
  });

  test('differs with another Mini Program or endpoint', () => {
    const path = 'pages/a';
    const one = fingerprint(APP, { endpoint: 'createwxaqrcode', path, width: 430 });
    expect(fingerprint('wxfedcba9876543210', { endpoint: 'createwxaqrcode', path, width: 430 })).not.toBe(
      one,
    );
    const { autoColor, lineColor, isHyaline, envVersion, width } = UNLIMITED;
    const look = { autoColor, lineColor, isHyaline, envVersion, width };
    expect(fingerprint(APP, { endpoint: 'getwxacode', path, ...look })).not.toBe(one);
  });
});
