import { WIDTH_DEFAULT_PX, type Endpoint, type EnvVersion } from '@/lib/wechat/rules/limits';
import type { LineColor } from '@/lib/wechat/rules/parameters';

// Types and lists only (the check is in plan-schema.ts), so that a screen can show a plan without a validator.

/** What a row can say of its own, in the order of the form. The last six fall back to the plan's look where it is empty. */
export const ROW_FIELDS = [
  'scene',
  'path',
  'liveParameters',
  'livePage',
  'page',
  'name',
  'note',
  'width',
  'lineColor',
  'autoColor',
  'isHyaline',
  'envVersion',
  'checkPath',
] as const;
export type RowField = (typeof ROW_FIELDS)[number];

/** What people read, and nothing of it is sent. */
export const LABELS = ['name', 'note'] as const;
const LOOK = ['width', 'lineColor', 'autoColor', 'isHyaline', 'envVersion'] as const;

/** The fields that each endpoint has; what a plan says of others is kept and not used. */
const ENDPOINT_FIELDS = {
  getwxacodeunlimit: ['scene', 'page', ...LABELS, ...LOOK, 'checkPath'],
  getwxacode: ['path', ...LABELS, ...LOOK],
  createwxaqrcode: ['path', ...LABELS, 'width'],
} as const satisfies Record<Endpoint, readonly RowField[]>;

/** The scene of a live code is its key. */
const LIVE_FIELDS: readonly RowField[] = [
  ...(['liveParameters', 'livePage', 'page'] as const),
  ...[...LABELS, ...LOOK, 'checkPath' as const],
];

/** What kind of codes a plan makes. */
type Kind = Pick<BatchPlan, 'endpoint' | 'isLive'>;

export const isLivePlan = ({ endpoint, isLive }: Kind): boolean =>
  isLive === true && endpoint === 'getwxacodeunlimit';

/** The fields that codes of this kind have. */
export const plannedFields = (kind: Kind): readonly RowField[] =>
  isLivePlan(kind) ? LIVE_FIELDS : ENDPOINT_FIELDS[kind.endpoint];

/** The field that tells rows apart: what a code holds, or what a live one leads to. */
export function targetField(kind: Kind): 'scene' | 'path' | 'liveParameters' {
  if (isLivePlan(kind)) return 'liveParameters';
  return kind.endpoint === 'getwxacodeunlimit' ? 'scene' : 'path';
}

/** Whether it says what codes hold. Live codes may differ by the page alone that they lead to. */
export function isComplete(plan: Kind & Pick<BatchPlan, 'fields'>): boolean {
  const { fields } = plan;
  return Boolean(fields[targetField(plan)] ?? (isLivePlan(plan) && fields.livePage));
}

/**
 * How what stands in the cells is written into a parameter. `percent` (path with a template): what is inserted is
 * percent-encoded, so that a cell with `&` stays one value. `base64url` (scene): the finished text is written in
 * characters that a scene may hold (lib/wechat/rules/scene-encoding.ts).
 */
export const ENCODINGS = ['percent', 'base64url'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The encodings that each field can be written with. */
export const FIELD_ENCODINGS: Partial<Record<RowField, Encoding>> = { scene: 'base64url', path: 'percent' };

export type FieldSource =
  /** The cell as it is, without spaces around it. */
  | { from: 'column'; column: number; encode?: Encoding | undefined }
  /** `t={table}&s={store}`: column names in braces, `{{` and `}}` are literal ones. */
  | { from: 'template'; template: string; encode?: Encoding | undefined }
  /** The same for all rows. */
  | { from: 'fixed'; value: string };

/** Settings common to all rows, named as in the generate form. */
export type BatchLook = {
  width: number;
  autoColor: boolean;
  lineColor: LineColor;
  isHyaline: boolean;
  envVersion: EnvVersion;
  checkPath: boolean;
};

/** `all`: every row must pass, else nothing starts; `skip`: rows that are invalid or repeat another are left out. */
export const POLICIES = ['all', 'skip'] as const;
export type BatchPolicy = (typeof POLICIES)[number];

/** Mapping and common settings of one batch; one endpoint for all rows. */
export type BatchPlan = {
  endpoint: Endpoint;
  /** Live codes: what they lead to is kept here and can be changed. Left out: not. */
  isLive?: boolean | undefined;
  fields: Partial<Record<RowField, FieldSource | undefined>>;
  look: BatchLook;
  policy: BatchPolicy;
  /**
   * Fields whose mendable values are mended when a row is judged (lib/batches/check/mend.ts); the table stays what was
   * read. Left out: none.
   */
  mends?: RowField[] | undefined;
};

export const DEFAULT_LOOK: BatchLook = {
  width: WIDTH_DEFAULT_PX,
  autoColor: false,
  lineColor: { r: 0, g: 0, b: 0 },
  isHyaline: false,
  envVersion: 'release',
  checkPath: true,
};
