import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { SCENE_MAX_CHARS, SCENE_PATTERN } from './limits';
import { decodeScene, encodeScene, SCENE_DECODER_SNIPPET } from './scene-encoding';
import type { TrapInput } from './traps';
import { findTraps, relativeLuminance } from './traps';

function keysOf(input: TrapInput): string[] {
  return findTraps(input).map((trap) => `${trap.field}:${trap.key}`);
}

describe('findTraps', () => {
  test('has nothing to say about ordinary parameters', () => {
    expect(keysOf({ endpoint: 'getwxacode', path: 'pages/a?b=1' })).toEqual([]);
    expect(keysOf({ endpoint: 'getwxacodeunlimit', scene: 'a$b&c', page: 'pages/a' })).toEqual([]);
    expect(keysOf({ endpoint: 'createwxaqrcode', path: 'pages/a' })).toEqual([]);
  });

  test.each<[Partial<TrapInput>, string]>([
    [{ scene: 'a<b' }, 'scene:sceneAngleBrackets'],
    [{ scene: 'a%26' }, 'scene:scenePercent'],
    [{ scene: 's=1&id=abc==' }, 'scene:sceneEquals'],
    [{ scene: '店' }, 'scene:sceneNotAscii'],
    [{ page: '' }, 'page:pageHome'],
    [{ page: 'p?a=1' }, 'page:pageQuery'],
    [{ checkPath: false }, 'checkPath:checkPathOff'],
    [{ envVersion: 'trial' }, 'envVersion:envVersionMembersOnly'],
    [{ lineColor: { r: 255, g: 215, b: 0 } }, 'lineColor:lineColorLight'],
    [{ lineColor: { r: 255, g: 255, b: 255 } }, 'lineColor:lineColorLight'],
  ])('warns of %j', (fields, key) => {
    expect(keysOf({ endpoint: 'getwxacodeunlimit', scene: 'a', page: 'p', ...fields })).toEqual([key]);
  });

  test('warns of a leading slash, outer spaces and the reserved parameter in a path', () => {
    expect(keysOf({ endpoint: 'createwxaqrcode', path: '/p?scancode_time=1 ' })).toEqual([
      'path:pathLeadingSlash',
      'path:pathWhitespace',
      'path:reservedParameter',
    ]);
  });

  test('looks only at what the endpoint has and what has an effect', () => {
    const light = { lineColor: { r: 255, g: 255, b: 255 } };
    expect(
      keysOf({ endpoint: 'createwxaqrcode', path: 'p', scene: '<', checkPath: false, ...light }),
    ).toEqual([]);
    expect(keysOf({ endpoint: 'getwxacode', path: 'p', autoColor: true, ...light })).toEqual([]);
  });

  test("does not call WeChat's own green light", () => {
    expect(keysOf({ endpoint: 'getwxacode', path: 'p', lineColor: { r: 7, g: 193, b: 96 } })).toEqual([]);
    expect(relativeLuminance({ r: 255, g: 255, b: 255 })).toBeCloseTo(1);
  });
});

describe('what is near a trap', () => {
  test.each<[Partial<TrapInput>, string[]]>([
    [{ scene: 'a>b' }, ['scene:sceneAngleBrackets']],
    [{ scene: '=abc==' }, []],
    [{ scene: 's=1&id=abc' }, []],
    [{ scene: 'id=a=b' }, ['scene:sceneEquals']],
    [{ scene: 'x=1&id=a=' }, ['scene:sceneEquals']],
    [{ scene: 'a b~' }, []],
    [{ scene: 'a\u007f' }, ['scene:sceneNotAscii']],
    [{ scene: 'a\u001f' }, ['scene:sceneNotAscii']],
    [{ page: 'p#scancode_time=1' }, ['page:reservedParameter']],
    [{ page: undefined }, ['page:pageHome']],
    [{ checkPath: undefined, scene: undefined }, []],
    [{ envVersion: 'release' }, []],
    [{ envVersion: 'develop' }, ['envVersion:envVersionMembersOnly']],
    [{ lineColor: { r: 188, g: 188, b: 188 } }, ['lineColor:lineColorLight']],
    [{ lineColor: { r: 187, g: 187, b: 187 } }, []],
  ])('%j', (fields, keys) => {
    expect(keysOf({ endpoint: 'getwxacodeunlimit', scene: 'a', page: 'p', ...fields })).toEqual(keys);
  });

  test('has the values of its sentence', () => {
    const base = { endpoint: 'getwxacodeunlimit', scene: 'a', page: 'p' } as const;
    expect(findTraps({ ...base, checkPath: false, envVersion: 'trial' })).toEqual([
      { field: 'checkPath', key: 'checkPathOff', values: { max: 60_000 } },
      { field: 'envVersion', key: 'envVersionMembersOnly', values: { version: 'trial' } },
    ]);
  });

  test('of a path is the same with another endpoint, and a path that is not there has none', () => {
    expect(keysOf({ endpoint: 'getwxacode', path: ' p' })).toEqual(['path:pathWhitespace']);
    expect(keysOf({ endpoint: 'getwxacode', path: '/p' })).toEqual(['path:pathLeadingSlash']);
    expect(keysOf({ endpoint: 'getwxacode' })).toEqual([]);
    expect(keysOf({ endpoint: 'getwxacode', path: 'p', envVersion: 'trial' })).toEqual([
      'envVersion:envVersionMembersOnly',
    ]);
  });

  test('is measured as WCAG 2 does', () => {
    expect(relativeLuminance({ r: 255, g: 0, b: 0 })).toBeCloseTo(0.2126, 6);
    expect(relativeLuminance({ r: 0, g: 255, b: 0 })).toBeCloseTo(0.7152, 6);
    expect(relativeLuminance({ r: 0, g: 0, b: 255 })).toBeCloseTo(0.0722, 6);
    expect(relativeLuminance({ r: 10, g: 10, b: 10 })).toBeCloseTo(0.003_035, 6);
    expect(relativeLuminance({ r: 11, g: 11, b: 11 })).toBeCloseTo(0.003_347, 6);
    expect(relativeLuminance({ r: 128, g: 128, b: 128 })).toBeCloseTo(0.215_861, 6);
  });
});

describe('encodeScene', () => {
  test('fits eight Chinese characters, not nine', () => {
    expect(encodeScene('店'.repeat(8))).toHaveLength(32);
    expect(encodeScene('店'.repeat(9))).toBeNull();
    expect(encodeScene('')).toBeNull();
    expect(encodeScene('\ud83d')).toBeNull();
  });

  test('writes a legal scene that decodes to the same text, here and in the Mini Program', () => {
    const wx = { base64ToArrayBuffer: (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64')) };
    const build = new Function('wx', `${SCENE_DECODER_SNIPPET}; return decodeScene`);
    const decodeInMiniProgram: unknown = build(wx);
    if (typeof decodeInMiniProgram !== 'function') throw new Error('the snippet declares no function');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 24 }), (text) => {
        const scene = encodeScene(text);
        if (scene === null) return;
        expect(scene).toMatch(SCENE_PATTERN);
        expect(scene.length).toBeLessThanOrEqual(SCENE_MAX_CHARS);
        expect(decodeScene(scene)).toBe(text);
        expect(decodeInMiniProgram(scene)).toBe(text);
      }),
    );
  });

  test('does not decode a scene that it did not write', () => {
    expect(decodeScene('id=1')).toBeNull();
    expect(decodeScene('_w')).toBeNull();
    expect(decodeScene('')).toBeNull();
    // The same bytes spelled in another way, and base64 that is not url-safe.
    expect(encodeScene('a')).toBe('YQ');
    for (const other of ['YQ==', 'YR', ' YQ']) expect(decodeScene(other), other).toBeNull();
    expect([encodeScene('\u00fe~\u00ff'), decodeScene('w75-w78')]).toEqual(['w75-w78', '\u00fe~\u00ff']);
    expect(decodeScene('w75+w78')).toBeNull();
  });
});
