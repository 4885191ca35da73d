import { nearestPage, pageOfPath, withPageOfPath, type KnownPages } from '@/lib/apps/pages/known-pages';
import { parametersText, readParametersText, UNNAMED } from '@/lib/live/parameters-text';
import { isSceneText, RESERVED_PARAMETER, SCENE_PATTERN } from '@/lib/wechat/rules/limits';
import type { LineColor } from '@/lib/wechat/rules/parameters';
import { encodeScene } from '@/lib/wechat/rules/scene-encoding';
import { relativeLuminance, type TrapField } from '@/lib/wechat/rules/traps';
import type { GenerateFormValues } from './form-values';

type FixKey =
  | 'stripSlash'
  | 'trim'
  | 'dropReserved'
  | 'moveQuery'
  | 'decodePercent'
  | 'encodeScene'
  | 'darken'
  | 'checkPathOn'
  | 'envRelease'
  | 'knownPage'
  | 'makeLive';

/** One click that removes a trap: the key of its text under `codes.generate.fix`, and what it changes. */
export type Fix = { key: FixKey; text?: string; changes: Partial<GenerateFormValues> };

type Finder = (values: GenerateFormValues) => Fix[];

function offer(condition: boolean, fix: Fix): Fix[] {
  return condition ? [fix] : [];
}

function fixPath({ path }: GenerateFormValues): Fix[] {
  const unreserved = dropReserved(path);
  return [
    ...offer(path.startsWith('/'), { key: 'stripSlash', changes: { path: path.replace(/^\/+/, '') } }),
    ...offer(path !== path.trim(), { key: 'trim', changes: { path: path.trim() } }),
    ...offer(path !== unreserved, { key: 'dropReserved', changes: { path: unreserved } }),
  ];
}

function dropReserved(path: string): string {
  const [page = '', ...rest] = path.split('?');
  if (rest.length === 0) return path;
  const pairs = rest.join('?').split('&');
  const kept = pairs.filter((pair) => decoded(pair.split('=', 1)[0] ?? '') !== RESERVED_PARAMETER);
  if (kept.length === pairs.length) return path;
  return kept.length === 0 ? page : `${page}?${kept.join('&')}`;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function fixPage({ page, scene }: GenerateFormValues): Fix[] {
  const [target = '', ...rest] = page.split('?');
  const bare = target.replace(/^\/+/, '');
  const query = dropReserved(`?${rest.join('?')}`).slice(1);
  const moved = [scene, query].filter((part) => part !== '').join('&');
  if (rest.length > 0) return [{ key: 'moveQuery', changes: { page: bare, scene: moved } }];
  return offer(page !== bare, { key: 'stripSlash', changes: { page: bare } });
}

/** What does not fit into a scene is kept here, under the names that it has. */
function makeLive(scene: string): Fix {
  const parameters = scene.includes('=') ? readParametersText(scene) : { [UNNAMED]: scene };
  return { key: 'makeLive', changes: { isLive: true, liveParameters: parametersText(parameters) } };
}

function fixScene({ scene }: GenerateFormValues): Fix[] {
  return [...fixCharacters(scene), ...(scene === '' || isSceneText(scene) ? [] : [makeLive(scene)])];
}

function fixCharacters(scene: string): Fix[] {
  if (scene === '' || SCENE_PATTERN.test(scene)) return [];
  const plain = scene.includes('%') ? decoded(scene) : null;
  if (plain !== null && SCENE_PATTERN.test(plain))
    return [{ key: 'decodePercent', text: plain, changes: { scene: plain } }];
  const encoded = encodeScene(plain ?? scene);
  return encoded === null ? [] : [{ key: 'encodeScene', changes: { scene: encoded } }];
}

/** Well below the luminance that counts as light, so that the same hue still reads as chosen. */
const DARK_LUMINANCE = 0.2;

function darken(color: LineColor): LineColor {
  let dark = color;
  for (let share = 0.9; relativeLuminance(dark) > DARK_LUMINANCE; share -= 0.1) {
    const part = (value: number) => Math.round(value * share);
    dark = { r: part(color.r), g: part(color.g), b: part(color.b) };
  }
  return dark;
}

const FINDERS: Record<TrapField, Finder> = {
  path: fixPath,
  page: fixPage,
  scene: fixScene,
  lineColor: ({ lineColor }) => [{ key: 'darken', changes: { lineColor: darken(lineColor) } }],
  checkPath: () => [{ key: 'checkPathOn', changes: { checkPath: true } }],
  envVersion: () => [{ key: 'envRelease', changes: { envVersion: 'release' } }],
};

/** What one click could put right at a field. Also for what the schema refuses, such as a page with a leading slash. */
export function findFixes(field: TrapField, values: GenerateFormValues): Fix[] {
  return FINDERS[field](values);
}

/** A page that is nearly one of the Mini Program's was meant to be it. */
export function knownPageFixes(
  field: TrapField,
  values: GenerateFormValues,
  known: KnownPages | null,
): Fix[] {
  if (!known || (field !== 'page' && field !== 'path')) return [];
  const text = nearestPage(known.pages, pageOfPath(values[field]));
  return text === null
    ? []
    : [{ key: 'knownPage', text, changes: { [field]: withPageOfPath(values[field], text) } }];
}
