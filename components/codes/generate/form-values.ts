import type { AppSummary } from '@/lib/apps/queries';
import type { GenerateCodeInput } from '@/lib/codes/generate/schema';
import { PATH_MAX_BYTES, WIDTH_DEFAULT_PX } from '@/lib/wechat/rules/limits';
import type { Endpoint, EnvVersion } from '@/lib/wechat/rules/limits';
import type { CodeParameters, LineColor } from '@/lib/wechat/rules/parameters';

/** A Mini Program as the form needs it. */
export type FormApp = Pick<AppSummary, 'id' | 'name' | 'appId' | 'mode' | 'pathMaxBytes'> & {
  quotaLeft: number;
};

/** Every field of every endpoint side by side, so that what was typed for one is still there after a look at another. */
export type GenerateFormValues = {
  miniProgramId: string;
  endpoint: Endpoint;
  path: string;
  scene: string;
  page: string;
  checkPath: boolean;
  width: number | null;
  autoColor: boolean;
  lineColor: LineColor;
  isHyaline: boolean;
  envVersion: EnvVersion;
  name: string;
  note: string;
};

const BLANK = {
  endpoint: 'getwxacodeunlimit',
  path: '',
  scene: '',
  page: '',
  checkPath: true,
  width: WIDTH_DEFAULT_PX,
  autoColor: false,
  lineColor: { r: 0, g: 0, b: 0 },
  isHyaline: false,
  envVersion: 'release',
  name: '',
  note: '',
} as const satisfies Omit<GenerateFormValues, 'miniProgramId'>;

/** A stored code whose parameters the form starts with. */
export type FormSource = { miniProgramId: string; name: string; parameters: CodeParameters };

export type FormStart = {
  miniProgramId: string;
  endpoint?: Endpoint | undefined;
  source?: FormSource | undefined;
};

export function startValues({ miniProgramId, endpoint, source }: FormStart): GenerateFormValues {
  const chosen = endpoint ? { endpoint } : {};
  return {
    ...BLANK,
    miniProgramId: source?.miniProgramId ?? miniProgramId,
    ...source?.parameters,
    ...chosen,
  };
}

/** What is sent: only the fields that the chosen endpoint has. */
export function toInput(values: GenerateFormValues): GenerateCodeInput {
  const { miniProgramId, name, note, endpoint, path, scene, page, checkPath } = values;
  const labels = { miniProgramId, name, note };
  const width = values.width ?? WIDTH_DEFAULT_PX;
  if (endpoint === 'createwxaqrcode') return { ...labels, endpoint, path, width };
  const { autoColor, lineColor, isHyaline, envVersion } = values;
  // A colour that is not used must not be refused either, such as one half typed before auto_color went on.
  const look = { width, autoColor, isHyaline, envVersion, ...(autoColor ? {} : { lineColor }) };
  if (endpoint === 'getwxacode') return { ...labels, endpoint, path, ...look };
  return { ...labels, endpoint, scene, page, checkPath, ...look };
}

/** The limit of `path` in bytes: a square code has the old one, whatever the Mini Program is allowed. */
export function pathLimit(endpoint: Endpoint, app: Pick<FormApp, 'pathMaxBytes'> | undefined): number {
  const limit = app?.pathMaxBytes ?? PATH_MAX_BYTES;
  return endpoint === 'createwxaqrcode' ? Math.min(limit, PATH_MAX_BYTES) : limit;
}

/** In the order of the page; the names under which an error may come back from the server. */
export const FORM_FIELDS = [
  'miniProgramId',
  'endpoint',
  'path',
  'scene',
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
  'name',
  'note',
] as const;

type FormField = (typeof FORM_FIELDS)[number];

/** The id of a field's control, where a line of the error summary leads. */
export function controlId(field: FormField): string {
  return `generate-${field.replace('.', '-')}`;
}
