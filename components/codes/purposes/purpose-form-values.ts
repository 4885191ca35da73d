import type { SavePurposeInput } from '@/lib/purposes/schema';
import { PURPOSE_FIELDS_MAX, type Purpose, type PurposeField } from '@/lib/purposes/purpose';

/** `parameter` is what is typed; `whole` says that the value stands in the scene without a name. */
export type FieldFormValues = Omit<PurposeField, 'parameter'> & { parameter: string; whole: boolean };

/** As the form holds a purpose; the paths are those of what is sent, so that errors find their boxes. */
export type PurposeFormValues = {
  definition: Omit<SavePurposeInput['definition'], 'fields' | 'printCm'> & {
    fields: FieldFormValues[];
    printCm: number | null;
  };
  pages: Record<string, string>;
};

const FIRST: FieldFormValues = {
  ...{ key: 'field1', label: '', example: '', parameter: '', whole: false, required: true, counts: true },
};

/** A field with a key that no other one has. */
export function newField(fields: readonly Pick<PurposeField, 'key'>[]): FieldFormValues {
  const keys = Array.from({ length: PURPOSE_FIELDS_MAX + 1 }, (_, at) => `field${at + 1}`);
  const free = keys.find((key) => !fields.some((field) => field.key === key)) ?? '';
  return { ...FIRST, key: free, required: false, counts: false };
}

/** @param purpose null for one that is about to be made */
export function toFormValues(purpose: Purpose | null, appIds: readonly string[]): PurposeFormValues {
  const pages = Object.fromEntries(appIds.map((id) => [id, purpose?.pages[id] ?? '']));
  if (!purpose) {
    const blank = { name: '', summary: '', endpoint: 'getwxacodeunlimit' as const, printCm: 8 };
    return { definition: { ...blank, nameTemplate: '{field1}', fields: [FIRST] }, pages };
  }
  const { name, summary, endpoint, nameTemplate, printCm, fields } = purpose;
  const shown = fields.map(({ parameter, ...field }) => ({
    ...field,
    parameter: parameter ?? '',
    whole: parameter === '',
  }));
  return { definition: { name, summary, endpoint, nameTemplate, printCm, fields: shown }, pages };
}

function toParameter({ parameter, whole }: FieldFormValues): string | null {
  if (whole) return '';
  return parameter.trim() === '' ? null : parameter.trim();
}

/** What is sent, and shown as an example. An empty number is for the schema to refuse. */
export function toPurposeInput({ definition, pages }: PurposeFormValues): SavePurposeInput {
  const fields = definition.fields.map(({ whole, ...field }) => ({
    ...field,
    parameter: toParameter({ whole, ...field }),
  }));
  const filled = Object.entries(pages).filter(([, page]) => page.trim() !== '');
  const printCm = definition.printCm ?? Number.NaN;
  return { definition: { ...definition, fields, printCm }, pages: Object.fromEntries(filled) };
}

/** The names under which an error may come back. */
export function formFieldNames({ definition, pages }: PurposeFormValues) {
  return [
    'definition.name',
    'definition.summary',
    'definition.endpoint',
    'definition.printCm',
    'definition.fields',
    ...definition.fields.flatMap(
      (_, at) =>
        [
          `definition.fields.${at}.label`,
          `definition.fields.${at}.parameter`,
          `definition.fields.${at}.example`,
        ] as const,
    ),
    'definition.nameTemplate',
    ...Object.keys(pages).map((id) => `pages.${id}` as const),
  ] as const;
}

type Labelled = Pick<PurposeField, 'key' | 'label'>;
const TOKEN = /\{([^{}]*)\}/g;

function swap(template: string, nameOf: (part: string) => string | undefined): string {
  return template.replace(TOKEN, (_, token: string) => {
    const parts = token.split('|').map((part) => nameOf(part) ?? part);
    return `{${parts.join('|')}}`;
  });
}

/** The template as people read it: labels in the place of keys. */
export function withLabels(template: string, fields: readonly Labelled[]): string {
  return swap(template, (part) => fields.find(({ key }) => key === part)?.label || undefined);
}

/** And back. A label that no field has stays, and the schema names it. */
export function withKeys(template: string, fields: readonly Labelled[]): string {
  return swap(template, (part) => fields.find(({ label }) => label === part)?.key);
}
