import { blankValues, type GenerateFormValues } from '@/components/codes/generate/form-values';
import {
  FIELD_ENCODINGS,
  ROW_FIELDS,
  type BatchPlan,
  type BatchPolicy,
  type FieldSource,
  type RowField,
} from '@/lib/batches/plan/plan';
import { escapeTemplate } from '@/lib/batches/plan/template';

/** Where a field gets its value, every kind side by side, so that a look at another kind loses nothing. */
export type SourceValues = {
  kind: 'none' | 'column' | 'text';
  column: number;
  /** Text with column names in braces. */
  text: string;
  encode: boolean;
};

/**
 * The plan as its form holds it. It is the generate form's values and more, so that the fields of that form fit in; its
 * path, scene, page, name and note stay empty, `sources` says where each row gets them.
 */
export type PlanValues = GenerateFormValues & {
  sources: Record<RowField, SourceValues>;
  policy: BatchPolicy;
  /** Fields whose mendable values are mended. */
  mends: RowField[];
};

/** What a code leads to and is called; the other fields are its look, which has settings common to all rows. */
export const CONTENT_FIELDS: readonly RowField[] = [
  ...(['scene', 'path', 'liveParameters', 'livePage'] as const),
  ...(['page', 'name', 'note'] as const),
];

export const NO_SOURCE: SourceValues = { kind: 'none', column: 0, text: '', encode: false };

export function toValues(miniProgramId: string, plan: BatchPlan): PlanValues {
  const sources = Object.fromEntries(ROW_FIELDS.map((field) => [field, readSource(plan.fields[field])]));
  return {
    ...blankValues(miniProgramId),
    ...plan.look,
    endpoint: plan.endpoint,
    isLive: plan.isLive ?? false,
    policy: plan.policy,
    mends: plan.mends ?? [],
    sources: { ...EMPTY_SOURCES, ...sources },
  };
}

const EMPTY_SOURCES: Record<RowField, SourceValues> = {
  scene: NO_SOURCE,
  path: NO_SOURCE,
  liveParameters: NO_SOURCE,
  livePage: NO_SOURCE,
  page: NO_SOURCE,
  name: NO_SOURCE,
  note: NO_SOURCE,
  width: NO_SOURCE,
  lineColor: NO_SOURCE,
  autoColor: NO_SOURCE,
  isHyaline: NO_SOURCE,
  envVersion: NO_SOURCE,
  checkPath: NO_SOURCE,
};

export function readSource(source: FieldSource | undefined): SourceValues {
  if (!source) return NO_SOURCE;
  if (source.from === 'column')
    return { ...NO_SOURCE, kind: 'column', column: source.column, encode: source.encode !== undefined };
  if (source.from === 'template')
    return { ...NO_SOURCE, kind: 'text', text: source.template, encode: source.encode !== undefined };
  return { ...NO_SOURCE, kind: 'text', text: escapeTemplate(source.value) };
}

/** What is stored. */
export function toPlan(values: PlanValues): BatchPlan {
  const { endpoint, isLive, policy, mends, width, autoColor, lineColor, isHyaline, envVersion, checkPath } =
    values;
  const fields: BatchPlan['fields'] = {};
  for (const field of ROW_FIELDS) {
    const source = writeSource(field, values.sources[field]);
    if (source) fields[field] = source;
  }
  // No number is for the server to refuse, at the field.
  const look = { width: width ?? Number.NaN, autoColor, lineColor, isHyaline, envVersion, checkPath };
  return { endpoint, ...(isLive && { isLive }), fields, look, policy, ...(mends.length > 0 && { mends }) };
}

export function writeSource(field: RowField, source: SourceValues): FieldSource | undefined {
  const encode = source.encode ? FIELD_ENCODINGS[field] : undefined;
  if (source.kind === 'column') return { from: 'column', column: source.column, encode };
  if (source.kind === 'text' && source.text !== '')
    return { from: 'template', template: source.text, encode };
  return undefined;
}

const textOf = (source: FieldSource | undefined) =>
  source?.from === 'column' ? source.column : source?.from === 'template' ? source.template : null;

/** Whether a field is as it was guessed: nobody has chosen or written something else. */
export function isGuessed(guessed: BatchPlan['fields'], field: RowField, source: SourceValues): boolean {
  return textOf(writeSource(field, source)) === textOf(guessed[field]);
}

const LOOK_FIELDS = [
  'width',
  'autoColor',
  'lineColor',
  'lineColor.r',
  'lineColor.g',
  'lineColor.b',
  'isHyaline',
  'envVersion',
  'checkPath',
] as const;

/** The names under which an error may come back from the server, once they have gone through `toFormField`. */
export const PLAN_FIELDS = [
  'endpoint',
  ...ROW_FIELDS.map((field) => `sources.${field}` as const),
  ...LOOK_FIELDS,
] as const;

/** The server names a plan's parts, the form its boxes: `look.width` is `width`, `scene` and `fields.scene` `sources.scene`. */
export function toFormField(name: string): string {
  if (name.startsWith('look.')) return name.slice('look.'.length);
  const field = ROW_FIELDS.find((known) => name === known || name.startsWith(`fields.${known}`));
  return field ? `sources.${field}` : name;
}
