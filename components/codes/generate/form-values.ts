import type { AppSummary } from '@/lib/apps/queries';
import { PATH_MAX_BYTES, WIDTH_DEFAULT_PX } from '@/lib/wechat/rules/limits';
import type { Endpoint, EnvVersion } from '@/lib/wechat/rules/limits';
import type { LineColor } from '@/lib/wechat/rules/parameters';
import type { FieldValues, Purpose } from '@/lib/purposes/purpose';

/** A Mini Program as the form needs it. */
export type FormApp = Pick<AppSummary, 'id' | 'name' | 'appId' | 'mode' | 'pathMaxBytes'> & {
  quotaLeft: number;
  /** What its last codes open, the latest first. */
  recentPages: readonly string[];
};

/** The code that a new one shall stand in for: what it is called, what it holds, and the fields that say so. */
export type ReplacedCode = { id: string; name: string; target: string; fields: FieldValues };

/** Every field of every endpoint side by side, so that what was typed for one is still there after a look at another. */
export type GenerateFormValues = {
  miniProgramId: string;
  endpoint: Endpoint;
  path: string;
  scene: string;
  /** Why the scene is not what the fields of a page say; empty: it is. */
  sceneFault: string;
  page: string;
  checkPath: boolean;
  /** Whether it becomes a live code; its parameters stand in the place of the scene then. */
  isLive: boolean;
  liveParameters: string;
  width: number | null;
  autoColor: boolean;
  lineColor: LineColor;
  isHyaline: boolean;
  envVersion: EnvVersion;
  name: string;
  note: string;
  /** The short form of a purpose, or the form of all parameters; both show the same values. */
  view: 'purpose' | 'all';
  /** Key of a purpose; empty where there are none. */
  purpose: string;
  /** What was typed for any purpose, by the keys of their fields. */
  fields: FieldValues;
  replaces: ReplacedCode | null;
  /** How wide it will be printed, in centimetres; null when only pixels were chosen. */
  printCm: number | null;
};

const BLANK = {
  endpoint: 'getwxacodeunlimit',
  path: '',
  scene: '',
  sceneFault: '',
  page: '',
  checkPath: true,
  isLive: false,
  liveParameters: '',
  width: WIDTH_DEFAULT_PX,
  autoColor: false,
  lineColor: { r: 0, g: 0, b: 0 },
  isHyaline: false,
  envVersion: 'release',
  name: '',
  note: '',
  view: 'all',
  purpose: '',
  fields: {},
  replaces: null,
  printCm: null,
} as const satisfies Omit<GenerateFormValues, 'miniProgramId'>;

/** Values for the form of all parameters. */
export function blankValues(miniProgramId: string): GenerateFormValues {
  return { ...BLANK, miniProgramId };
}

/** What the code holds that is asked for. */
export function targetOf({
  endpoint,
  scene,
  path,
}: Pick<GenerateFormValues, 'endpoint' | 'scene' | 'path'>): string {
  return endpoint === 'getwxacodeunlimit' ? scene : path;
}

/** Whether the form makes a live code: all parameters of an unlimited code with the switch on. */
export function isLiveForm({ view, endpoint, isLive }: GenerateFormValues): boolean {
  return view === 'all' && endpoint === 'getwxacodeunlimit' && isLive;
}

/** The limit of `path` in bytes: a square code has the old one, whatever the Mini Program is allowed. */
export function pathLimit(endpoint: Endpoint, app: Pick<FormApp, 'pathMaxBytes'> | undefined): number {
  const limit = app?.pathMaxBytes ?? PATH_MAX_BYTES;
  return endpoint === 'createwxaqrcode' ? Math.min(limit, PATH_MAX_BYTES) : limit;
}

const PARAMETER_FIELDS = [
  'miniProgramId',
  'endpoint',
  'path',
  'scene',
  'isLive',
  'liveParameters',
  'page',
  'checkPath',
  'envVersion',
  'width',
  'autoColor',
  'lineColor',
  'lineColor.r',
  'lineColor.g',
  'lineColor.b',
  'isHyaline',
  'note',
] as const;

type FormField = 'name' | (typeof PARAMETER_FIELDS)[number] | `fields.${string}`;

/** In the order of the page; the names under which an error may come back from the server. */
export function formFields(purpose: Pick<Purpose, 'fields'> | undefined): FormField[] {
  const asked = purpose?.fields.map(({ key }) => `fields.${key}` as const) ?? [];
  return ['name', ...asked, ...PARAMETER_FIELDS];
}

/** The id of a field's control, where a line of the error summary leads. */
export function controlId(field: FormField): string {
  return `generate-${field.replace('.', '-')}`;
}
