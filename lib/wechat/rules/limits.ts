// Apart from the schemas, so that a screen that only names an endpoint or a limit does not load a validator.

/** WeChat's own names of A, B and C (contract §1). */
export const ENDPOINTS = ['getwxacode', 'getwxacodeunlimit', 'createwxaqrcode'] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

export const ENV_VERSIONS = ['release', 'trial', 'develop'] as const;
export type EnvVersion = (typeof ENV_VERSIONS)[number];

/** Width of a code in pixels, as WeChat's current documentation bounds it. */
export const WIDTH_MIN_PX = 280;
export const WIDTH_MAX_PX = 1280;
export const WIDTH_DEFAULT_PX = 430;

/** Longest `scene`, in characters; all legal characters are ASCII, so bytes and characters agree. */
export const SCENE_MAX_CHARS = 32;

/**
 * The legal characters of `scene`. The documentation page of 2018 prints `<` and `>` where every later page prints
 * `$` and `&`: a replacement string of its generator swallowed the literal `$&`. This is the true set.
 */
export const SCENE_PATTERN = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;

/** Whether a text may be a scene as it is. */
export function isSceneText(text: string): boolean {
  return text.length <= SCENE_MAX_CHARS && SCENE_PATTERN.test(text);
}

/** Longest `path` in UTF-8 bytes. WeChat says "characters" in places, but refused 119 characters of 139 bytes. */
export const PATH_MAX_BYTES = 128;

/** The bound that newer pages give for `getwxacode`; only for Mini Programs that are known to need it. */
export const PATH_MAX_BYTES_EXTENDED = 1024;

/** Different codes that `getwxacode` and `createwxaqrcode` together give one Mini Program in its whole life. */
export const LIMITED_CODES_MAX = 100_000;

/** Calls of `getwxacodeunlimit` that WeChat answers a minute (contract §6); more are refused with 45009. */
export const CALLS_PER_MINUTE_MAX = 5_000;

/** Pages that `getwxacodeunlimit` serves with the page check off. */
export const UNCHECKED_PAGES_MAX = 60_000;

/** Query parameter that WeChat adds by itself when a code is scanned, and so refuses to take. */
export const RESERVED_PARAMETER = 'scancode_time';

const encoder = new TextEncoder();

/** Length of a text in UTF-8 bytes: the unit in which WeChat measures `path`. */
export function utf8Bytes(text: string): number {
  return encoder.encode(text).length;
}

/** Whether a path or page names the reserved parameter, however that name is percent-encoded. */
export function hasReservedParameter(path: string): boolean {
  return path.split(/[?&#]/).slice(1).some(isReserved);
}

function isReserved(parameter: string): boolean {
  const name = parameter.split('=', 1)[0] ?? '';
  try {
    return decodeURIComponent(name) === RESERVED_PARAMETER;
  } catch {
    return name === RESERVED_PARAMETER;
  }
}
