import type { Code } from '@/lib/db/generated/client';
import type { CodeParameters, LineColor } from '@/lib/wechat/rules/parameters';

/** The columns that say what is sent to WeChat. */
export type StoredParameters = Pick<
  Code,
  | 'endpoint'
  | 'path'
  | 'page'
  | 'scene'
  | 'width'
  | 'autoColor'
  | 'lineColor'
  | 'isHyaline'
  | 'envVersion'
  | 'checkPath'
>;

export function toHex({ r, g, b }: LineColor): string {
  return [r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('');
}

export function fromHex(hex: string): LineColor {
  const part = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16);
  return { r: part(0), g: part(2), b: part(4) };
}

/** The columns of a code; null where its endpoint has no such parameter. */
export function toColumns(parameters: CodeParameters): StoredParameters {
  const { endpoint, width } = parameters;
  const none = { path: null, page: null, scene: null, autoColor: null, lineColor: null };
  const blank = { ...none, isHyaline: null, envVersion: null, checkPath: null };
  if (endpoint === 'createwxaqrcode') return { ...blank, endpoint, width, path: parameters.path };
  const { autoColor, isHyaline, envVersion } = parameters;
  // With auto_color on, line_color is not sent, and so not kept either.
  const look = {
    width,
    autoColor,
    isHyaline,
    envVersion,
    lineColor: autoColor ? null : toHex(parameters.lineColor),
  };
  if (endpoint === 'getwxacode') return { ...blank, ...look, endpoint, path: parameters.path };
  const { scene, page, checkPath } = parameters;
  return { ...blank, ...look, endpoint, scene, page, checkPath };
}

function lookOf(code: StoredParameters) {
  const { width, autoColor, lineColor, isHyaline, envVersion } = code;
  return {
    width,
    autoColor: autoColor ?? false,
    lineColor: fromHex(lineColor ?? '000000'),
    isHyaline: isHyaline ?? false,
    envVersion: envVersion ?? 'release',
  };
}

/** The parameters that a stored code was, and would again be, generated with. */
export function fromColumns(code: StoredParameters): CodeParameters {
  const { endpoint, width } = code;
  if (endpoint === 'createwxaqrcode') return { endpoint, width, path: code.path ?? '' };
  const look = lookOf(code);
  if (endpoint === 'getwxacode') return { endpoint, path: code.path ?? '', ...look };
  return {
    endpoint,
    scene: code.scene ?? '',
    page: code.page ?? '',
    checkPath: code.checkPath ?? true,
    ...look,
  };
}
