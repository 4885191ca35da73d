import { hasReservedParameter, UNCHECKED_PAGES_MAX } from './limits';
import type { Endpoint, EnvVersion } from './limits';
import type { LineColor } from './parameters';

/** Warnings about parameters that WeChat may accept but that rarely do what was meant; texts under `wechat.traps`. */
export const TRAP_KEYS = [
  'pathLeadingSlash',
  'pathWhitespace',
  'reservedParameter',
  'pageQuery',
  'pageHome',
  'pageUnknown',
  'sceneAngleBrackets',
  'scenePercent',
  'sceneEquals',
  'sceneNotAscii',
  'lineColorLight',
  'checkPathOff',
  'envVersionMembersOnly',
] as const;

export type TrapKey = (typeof TRAP_KEYS)[number];
export type TrapField = 'path' | 'scene' | 'page' | 'lineColor' | 'checkPath' | 'envVersion';
export type Trap = { field: TrapField; key: TrapKey; values?: Record<string, string | number> };

/** Parameters as they stand in a form: perhaps incomplete, perhaps not legal yet. */
export type TrapInput = {
  endpoint: Endpoint;
  path?: string | undefined;
  scene?: string | undefined;
  page?: string | undefined;
  checkPath?: boolean | undefined;
  autoColor?: boolean | undefined;
  lineColor?: LineColor | undefined;
  envVersion?: EnvVersion | undefined;
};

/**
 * Relative luminance (WCAG 2) from which a line colour counts as light. WeChat documents no rule; reports name white
 * (1.0) and gold (0.70) as colours that came back black, while its own green (0.39) comes back green.
 */
const LIGHT_LUMINANCE = 0.5;

/** Relative luminance of an sRGB colour as WCAG 2 defines it, from 0 (black) to 1 (white). */
export function relativeLuminance({ r, g, b }: LineColor): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function linear(component: number): number {
  const share = component / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** `id=abc==`: many pages split a parameter at every `=` and keep `abc`. */
const EQUALS_IN_VALUE = /(?:^|&)[^&=]+=[^&]+=/;

/**
 * Finds what to warn about before sending; nothing in the list blocks. Looks only at what the endpoint has, in the
 * order of the form.
 */
export function findTraps(parameters: TrapInput): Trap[] {
  if (parameters.endpoint === 'getwxacodeunlimit')
    return [...unlimitedTraps(parameters), ...lookTraps(parameters)];
  const traps = pathTraps(parameters.path ?? '');
  return parameters.endpoint === 'getwxacode' ? [...traps, ...lookTraps(parameters)] : traps;
}

function pathTraps(path: string): Trap[] {
  return [
    ...when(path.startsWith('/'), { field: 'path', key: 'pathLeadingSlash' }),
    ...when(path !== path.trim(), { field: 'path', key: 'pathWhitespace' }),
    ...when(hasReservedParameter(path), { field: 'path', key: 'reservedParameter' }),
  ];
}

function unlimitedTraps({ scene = '', page = '', checkPath = true }: TrapInput): Trap[] {
  return [
    ...when(/[<>]/.test(scene), { field: 'scene', key: 'sceneAngleBrackets' }),
    ...when(scene.includes('%'), { field: 'scene', key: 'scenePercent' }),
    ...when(EQUALS_IN_VALUE.test(scene), { field: 'scene', key: 'sceneEquals' }),
    ...when(/[^\x20-\x7e]/.test(scene), { field: 'scene', key: 'sceneNotAscii' }),
    ...when(page.includes('?'), { field: 'page', key: 'pageQuery' }),
    ...when(hasReservedParameter(page), { field: 'page', key: 'reservedParameter' }),
    ...when(page === '', { field: 'page', key: 'pageHome' }),
    ...when(!checkPath, { field: 'checkPath', key: 'checkPathOff', values: { max: UNCHECKED_PAGES_MAX } }),
  ];
}

function lookTraps({ autoColor = false, lineColor, envVersion = 'release' }: TrapInput): Trap[] {
  const light = !autoColor && lineColor !== undefined && relativeLuminance(lineColor) >= LIGHT_LUMINANCE;
  return [
    ...when(light, { field: 'lineColor', key: 'lineColorLight' }),
    ...when(envVersion !== 'release', {
      field: 'envVersion',
      key: 'envVersionMembersOnly',
      values: { version: envVersion },
    }),
  ];
}

function when(condition: boolean, trap: Trap): Trap[] {
  return condition ? [trap] : [];
}
